package io.github.gan4j.model;

import io.github.gan4j.internal.Check;
import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What a network of the user's own must be to take part in a pair. */
public final class NetworkChecks {
    private NetworkChecks() {}

    /** Checks that noise [n, 100] becomes images [n, 784]. */
    public static void generator(MultiLayerNetwork network) {
        checkShapes("Generator", network, 100, 784);
    }

    /** Checks that images [n, 784] become one probability each, in an output layer with a sigmoid. */
    public static void discriminator(MultiLayerNetwork network) {
        checkShapes("Discriminator", network, 784, 1);
        var last = network.getOutputLayer();
        var activation = last instanceof BaseOutputLayer<?> output
                ? output.layerConf().getActivationFn().toString()
                : "no output layer";
        Check.argument(
                activation.equals("sigmoid"),
                "Discriminator: the last layer must be an OutputLayer with a sigmoid, but got %s (%s).%n"
                        + "End with new OutputLayer.Builder(new SigmoidCrossEntropy()).nOut(1).activation(Activation.SIGMOID).build().",
                last.getClass().getSimpleName(),
                activation);
    }

    private static void checkShapes(String type, MultiLayerNetwork network, int inputs, int outputs) {
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
