package io.github.gan4j;

import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.NetworkChecks;
import io.github.gan4j.internal.OneLine;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The network that judges: images [n, features] in -1..1 to the probability [n, 1] that each is real (tutorial slip E11).
 *
 * @param network the DL4J network itself, whose parameters every training step updates
 * @param shape of the images that it judges
 */
public record Discriminator(MultiLayerNetwork network, ImageShape shape) {
    static {
        NativeTuning.ensure();
    }

    /**
     * Checks a network of the caller's own.
     *
     * @throws IllegalArgumentException if it is not initialised, or its inputs or outputs have other shapes
     */
    public Discriminator {
        NetworkChecks.shapes("Discriminator", network, shape.features(), 1);
    }

    /** A network that judges grey images of 28x28 pixels. */
    public Discriminator(MultiLayerNetwork network) {
        this(network, ImageShape.MNIST);
    }

    @Override
    public String toString() {
        return OneLine.of(
                "discriminator, images [n, %d] -> probability [n, 1], %,d parameters",
                shape.features(), network.numParams());
    }
}
