package io.github.gan4j;

import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.NetworkChecks;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.OneLine;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * The network that judges: images [n, features] in -1..1 to the probability [n, 1] that each is real (tutorial slip E11), or to a
 * score, once a pair is built of it that is trained on {@link Loss#WASSERSTEIN}. That of a conditional pair takes one-hot labels behind the pixels, [n, features + classes], or where it begins with an image, planes
 * of 0 and 1 behind the image's, [n, (channels + classes) * height * width].
 *
 * @param network the DL4J network itself, whose parameters every training step updates
 * @param shape of the images that it judges
 * @param classes that its labels are of; 0 where it takes none
 */
public record Discriminator(MultiLayerNetwork network, ImageShape shape, int classes) {
    static {
        NativeTuning.ensure();
    }

    /**
     * Checks a network of the caller's own.
     *
     * @throws IllegalArgumentException if it is not initialised, or its inputs or outputs have other shapes
     */
    public Discriminator {
        NetworkChecks.shapes(
                "Discriminator",
                network,
                shape.features()
                        + OneHot.ofImages(network, shape.pixels(), classes).width(),
                1);
    }

    /** A network that takes no labels. */
    public Discriminator(MultiLayerNetwork network, ImageShape shape) {
        this(network, shape, 0);
    }

    /** A network that judges grey images of 28x28 pixels. */
    public Discriminator(MultiLayerNetwork network) {
        this(network, ImageShape.MNIST);
    }

    @Override
    public String toString() {
        return OneLine.of(
                "discriminator%s, images [n, %d] -> %s [n, 1], %,d parameters",
                OneHot.ofClasses(classes),
                shape.features()
                        + OneHot.ofImages(network, shape.pixels(), classes).width(),
                givesScores() ? "score" : "probability",
                network.numParams());
    }

    /** As it does once it is trained on {@link Loss#WASSERSTEIN}. */
    private boolean givesScores() {
        return network.getOutputLayer().conf().getLayer() instanceof BaseOutputLayer last
                && last.getActivationFn() instanceof ActivationIdentity;
    }
}
