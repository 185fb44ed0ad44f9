package io.github.gan4j;

import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.model.NetworkChecks;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The network that draws: noise [n, 100] to images [n, 784] in -1..1.
 *
 * @param network the DL4J network itself, whose parameters every training step updates
 */
public record Generator(MultiLayerNetwork network) {
    static {
        NativeTuning.ensure();
    }

    /**
     * Checks a network of the caller's own.
     *
     * @throws IllegalArgumentException if it is not initialised, or its inputs or outputs have other shapes
     */
    public Generator {
        NetworkChecks.generator(network);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "generator, noise [n, 100] -> images [n, 784], %,d parameters", network.numParams());
    }
}
