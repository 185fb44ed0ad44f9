package io.github.gan4j;

import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.NetworkChecks;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.OneLine;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The network that draws: noise [n, 100] to images [n, features] in -1..1. That of a conditional pair takes one-hot labels behind
 * the noise, [n, 100 + classes].
 *
 * @param network the DL4J network itself, whose parameters every training step updates
 * @param shape of the images that it draws
 * @param classes that its labels are of; 0 where it takes none
 */
public record Generator(MultiLayerNetwork network, ImageShape shape, int classes) {
    static {
        NativeTuning.ensure();
    }

    /**
     * Checks a network of the caller's own.
     *
     * @throws IllegalArgumentException if it is not initialised, or its inputs or outputs have other shapes
     */
    public Generator {
        NetworkChecks.shapes("Generator", network, Noise.SIZE + classes, shape.features());
    }

    /** A network that takes no labels. */
    public Generator(MultiLayerNetwork network, ImageShape shape) {
        this(network, shape, 0);
    }

    /** A network that draws grey images of 28x28 pixels. */
    public Generator(MultiLayerNetwork network) {
        this(network, ImageShape.MNIST);
    }

    @Override
    public String toString() {
        return OneLine.of(
                "generator%s, noise [n, %d] -> images [n, %d], %,d parameters",
                OneHot.ofClasses(classes), Noise.SIZE + classes, shape.features(), network.numParams());
    }
}
