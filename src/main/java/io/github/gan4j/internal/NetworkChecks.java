package io.github.gan4j.internal;

import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What a network of the user's own must be to take part in a pair, whatever it is trained towards. */
public final class NetworkChecks {
    private NetworkChecks() {}

    /**
     * Checks that a network turns [n, inputs] into [n, outputs].
     *
     * @param type what the message calls it: Generator or Discriminator
     * @throws IllegalArgumentException if it does not, or is not initialised
     */
    public static void shapes(String type, MultiLayerNetwork network, int inputs, int outputs) {
        Check.argument(
                network.params() != null, "%s: the network must be initialised.%nCall network.init() first.", type);
        var shape = outputShape(type, network, inputs);
        Check.argument(
                Arrays.equals(shape, new long[] {1, outputs}),
                "%s: the network must turn [n, %d] into [n, %d], but turned [1, %d] into %s.",
                type,
                inputs,
                outputs,
                inputs,
                Arrays.toString(shape));
    }

    private static long[] outputShape(String type, MultiLayerNetwork network, int inputs) {
        try {
            return network.output(Nd4j.zeros(DataType.FLOAT, 1, inputs), false).shape();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s: the network must take [n, %d], but did not.%n%s",
                            type,
                            inputs,
                            e.getMessage()),
                    e);
        }
    }
}
