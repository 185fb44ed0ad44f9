package io.github.gan4j;

import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.NetworkChecks;
import io.github.gan4j.internal.OneLine;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The network that draws: noise [n, 100] to images [n, features] in -1..1.
 *
 * @param network the DL4J network itself, whose parameters every training step updates
 * @param shape of the images that it draws
 */
public record Generator(MultiLayerNetwork network, ImageShape shape) {
    static {
        NativeTuning.ensure();
    }

    /**
     * Checks a network of the caller's own.
     *
     * @throws IllegalArgumentException if it is not initialised, or its inputs or outputs have other shapes
     */
    public Generator {
        NetworkChecks.shapes("Generator", network, Noise.SIZE, shape.features());
    }

    /** A network that draws grey images of 28x28 pixels. */
    public Generator(MultiLayerNetwork network) {
        this(network, ImageShape.MNIST);
    }

    @Override
    public String toString() {
        return OneLine.of(
                "generator, noise [n, %d] -> images [n, %d], %,d parameters",
                Noise.SIZE, shape.features(), network.numParams());
    }
}
