package io.github.gan4j;

import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.model.NetworkChecks;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The network that judges: images [n, 784] in -1..1 to the probability [n, 1] that each is real (tutorial slip E11).
 *
 * @param network the DL4J network itself, whose parameters every training step updates
 */
public record Discriminator(MultiLayerNetwork network) {
    static {
        NativeTuning.ensure();
    }

    /**
     * Checks a network of the caller's own.
     *
     * @throws IllegalArgumentException if it is not initialised, or its inputs or outputs have other shapes
     */
    public Discriminator {
        NetworkChecks.discriminator(network);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "discriminator, images [n, 784] -> probability [n, 1], %,d parameters",
                network.numParams());
    }
}
