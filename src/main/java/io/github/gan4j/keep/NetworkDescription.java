package io.github.gan4j.keep;

import io.github.gan4j.GanOptions;
import io.github.gan4j.internal.Check;
import io.github.gan4j.model.KerasLayers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.IActivation;

/** The layers of a network, one behind the other. */
record NetworkDescription(List<LayerDescription> layers) {
    private static final int MAX_LAYERS = 100;
    private static final long MAX_PARAMETERS = 100_000_000; // 400 MB

    /**
     * Checks that each layer takes what comes out of the one before, and that the whole is not too large.
     *
     * @throws IllegalArgumentException if that is not so
     */
    NetworkDescription {
        Check.argument(!layers.isEmpty() && layers.size() <= MAX_LAYERS, "a network must have 1 to 100 layers");
        Check.argument(layers.get(0).inputs() >= 1, "a network must have inputs");
        flow(layers);
        requireLayersBetweenShapes(layers);
        Check.argument(
                layers.subList(0, layers.size() - 1).stream().noneMatch(LayerDescription.Output.class::isInstance),
                "an output layer must be the last");
        Check.argument(
                layers.stream().mapToLong(LayerDescription::parameters).sum() <= MAX_PARAMETERS,
                "a network must have at most 100,000,000 parameters");
    }

    /** What comes out of the last layer. */
    private static Flow flow(List<LayerDescription> layers) {
        var flow = Flow.of(layers.get(0).inputs());
        for (var layer : layers) {
            flow = layer.after(flow);
        }
        return flow;
    }

    private static void requireLayersBetweenShapes(List<LayerDescription> layers) {
        for (int i = 0; i < layers.size(); i++) {
            Check.argument(
                    !layers.get(i).isBetweenLayers()
                            || i + 1 < layers.size() && !layers.get(i + 1).isBetweenLayers(),
                    "a layer must follow a change of shape");
        }
    }

    /**
     * The layers of a text such as {@code dense 100 784 tanh} with commas between.
     *
     * @throws IllegalArgumentException if it describes none that fit each other
     */
    static NetworkDescription parse(String text) {
        return new NetworkDescription(
                Arrays.stream(text.split(", ", -1)).map(LayerDescription::parse).toList());
    }

    String text() {
        return layers.stream().map(LayerDescription::text).collect(Collectors.joining(", "));
    }

    int inputs() {
        return layers.get(0).inputs();
    }

    /** Whether its first layer takes an image. */
    boolean beginsWithImage() {
        return layers.get(0) instanceof LayerDescription.Reshape;
    }

    /** Columns that go out; 0 where images do. */
    int outputs() {
        var flow = flow(layers);
        return flow.isImage() ? 0 : flow.numbers();
    }

    int parameters() {
        return (int) layers.stream().mapToLong(LayerDescription::parameters).sum();
    }

    /** Adam's numbers: two for each parameter that it updates. */
    int optimizerState() {
        return 2 * (int) layers.stream().mapToLong(LayerDescription::trainable).sum();
    }

    /** Whether it ends in an output layer with this activation. */
    boolean endsIn(IActivation activation) {
        return layers.get(layers.size() - 1) instanceof LayerDescription.Output output
                && output.dense().activation().equals(activation);
    }

    /** DL4J's configuration, with the loss and the generator's optimizer of a pair with these options. */
    MultiLayerConfiguration configuration(GanOptions options) {
        var list = new NeuralNetConfiguration.Builder()
                .updater(KerasLayers.optimizer(options.generatorAdam()))
                .list();
        int index = 0;
        for (var layer : layers) {
            if (layer.isBetweenLayers()) {
                list.inputPreProcessor(index, Configurations.shape(layer));
            } else {
                list.layer(Configurations.of(layer, options.loss()));
                index++;
            }
        }
        return list.build();
    }
}
