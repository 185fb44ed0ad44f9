package io.github.gan4j.keep;

import io.github.gan4j.GanOptions;
import io.github.gan4j.internal.Backend;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One network of a pair as plain numbers, in the order of DL4J's own memory.
 *
 * @param stack its layers
 * @param updates how often its optimizer has updated it
 * @param parameters all parameters, [stack.parameters()]
 * @param optimizerState the optimizer's state, [stack.optimizerState()]
 */
record SavedNetwork(NetworkDescription stack, int updates, float[] parameters, float[] optimizerState) {
    /**
     * Copies a network.
     *
     * @param name what its message calls it: generator or discriminator
     * @throws IllegalArgumentException if it has anything that a checkpoint does not hold, because training would not go
     *     on as before
     */
    static SavedNetwork of(String name, MultiLayerNetwork network, GanOptions options) {
        return new SavedNetwork(
                requireSavable(name, network, options),
                network.getIterationCount(),
                network.params().toFloatVector(),
                network.getUpdater().getStateViewArray().toFloatVector());
    }

    /** What is kept of a network's layers; throws as {@link #of} does. */
    static NetworkDescription requireSavable(String name, MultiLayerNetwork network, GanOptions options) {
        var stack = describe(name, network);
        requireAlike(name, network, stack, options);
        return stack;
    }

    private static NetworkDescription describe(String name, MultiLayerNetwork network) {
        try {
            var original = network.getLayerWiseConfigurations();
            var layers = new ArrayList<LayerDescription>();
            for (int i = 0; i < network.getnLayers(); i++) {
                Optional.ofNullable(original.getInputPreProcess(i))
                        .map(Configurations::describe)
                        .ifPresent(layers::add);
                layers.add(Configurations.describe(original.getConf(i).getLayer()));
            }
            return NetworkDescription.parse(new NetworkDescription(layers).text()); // what a reader would make of it
        } catch (IllegalArgumentException e) {
            throw refusal(name, e.getMessage());
        }
    }

    private static void requireAlike(
            String name, MultiLayerNetwork network, NetworkDescription stack, GanOptions options) {
        var original = network.getLayerWiseConfigurations();
        var rebuilt = stack.configuration(options);
        for (int i = 0; i < network.getnLayers(); i++) {
            if (!Configurations.areAlike(original.getConf(i), rebuilt.getConf(i))) {
                throw refusal(name, "layer " + i + " has " + Configurations.added(original.getConf(i)));
            }
        }
        boolean alike = original.getInputPreProcessors().equals(rebuilt.getInputPreProcessors());
        if (!alike || network.params().dataType() != DataType.FLOAT) {
            throw refusal(name, "it has another preprocessor or is not float32");
        }
    }

    private static IllegalArgumentException refusal(String name, String reason) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "save: the %s must be a stack of dense, convolution, activation, batch normalisation, dropout and output layers"
                        + " with nothing added, but %s.%nWrite it with DL4J's ModelSerializer.writeModel(gan.%s().network(), file, true).",
                name,
                reason,
                name));
    }

    /** A new network with these parameters. */
    MultiLayerNetwork build(GanOptions options) {
        Backend.ensure();
        var network = new MultiLayerNetwork(stack.configuration(options));
        network.init(Nd4j.createFromArray(parameters), false);
        return network;
    }

    /** Puts the optimizer of a network that {@link #build} made, and that was compiled since, where it was. */
    void resume(MultiLayerNetwork network) {
        network.getUpdater().getStateViewArray().assign(Nd4j.createFromArray(optimizerState));
        network.getLayerWiseConfigurations().setIterationCount(updates);
    }
}
