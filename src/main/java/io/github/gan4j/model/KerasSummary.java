package io.github.gan4j.model;

import io.github.gan4j.Discriminator;
import io.github.gan4j.Generator;
import io.github.gan4j.ImageShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

/** The table that Keras's {@code model.summary()} prints, computed from DL4J networks (tutorial steps 2, 3 and 5). */
public final class KerasSummary {
    private final String model;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private long total;
    private long trainable;

    private record Row(String layer, String shape, long parameters) {}

    private KerasSummary(String model) {
        this.model = model;
    }

    /** The table of any network. */
    public static String of(MultiLayerNetwork network) {
        return new KerasSummary("sequential").addLayers(network).toString();
    }

    /** The table of a generator: its layers, then the reshape to an image that our networks leave to the picture. */
    public static String of(Generator generator) {
        return new KerasSummary("generator")
                .addLayers(generator.network())
                .add("reshape", "Reshape", image(generator.shape()), 0)
                .toString();
    }

    /** The table of a discriminator: the flattening that our images come with, then its layers. */
    public static String of(Discriminator discriminator) {
        return new KerasSummary("discriminator")
                .add("flatten", "Flatten", "(None, " + discriminator.shape().features() + ")", 0)
                .addLayers(discriminator.network())
                .toString();
    }

    /** The table of the pair as the generator's step sees it: the discriminator is frozen. */
    public static String of(Generator generator, Discriminator discriminator) {
        var summary = new KerasSummary("gan")
                .add(
                        "generator",
                        "Sequential",
                        image(generator.shape()),
                        generator.network().numParams())
                .add(
                        "discriminator",
                        "Sequential",
                        "(None, 1)",
                        discriminator.network().numParams());
        summary.trainable = trainable(generator.network());
        return summary.toString();
    }

    /** Keras keeps the channels last. */
    private static String image(ImageShape shape) {
        return "(None, " + shape.height() + ", " + shape.width() + ", " + shape.channels() + ")";
    }

    private KerasSummary addLayers(MultiLayerNetwork network) {
        String shape = "(None, " + inputs(network) + ")";
        for (var layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof FeedForwardLayer configuration && configuration.getNOut() > 0) {
                shape = "(None, " + configuration.getNOut() + ")";
            }
            var type = type(layer);
            add(snakeCase(type), type, shape, layer.numParams());
        }
        trainable = trainable(network);
        return this;
    }

    private KerasSummary add(String name, String type, String shape, long parameters) {
        int earlier = seen.merge(name, 1, Integer::sum) - 1;
        var numbered = earlier == 0 ? name : name + "_" + earlier;
        rows.add(new Row(numbered + " (" + type + ")", shape, parameters));
        total += parameters;
        return this;
    }

    /** Keras counts the moving mean and variance as not trainable; DL4J's own summary does not. */
    private static long trainable(MultiLayerNetwork network) {
        long count = 0;
        for (var layer : network.getLayers()) {
            boolean frozen = layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop;
            boolean moving = layer.conf().getLayer() instanceof BatchNormalization;
            count += frozen ? 0 : moving ? layer.numParams() / 2 : layer.numParams();
        }
        return count;
    }

    private static long inputs(MultiLayerNetwork network) {
        for (var layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof FeedForwardLayer configuration && configuration.getNIn() > 0) {
                return configuration.getNIn();
            }
        }
        return 0;
    }

    private static String type(Layer layer) {
        var configuration = layer.conf().getLayer();
        if (configuration instanceof ActivationLayer activation) {
            return activation.getActivationFn() instanceof ActivationLReLU ? "LeakyReLU" : "Activation";
        }
        var name = configuration.getClass().getSimpleName();
        return name.equals("OutputLayer") || name.equals("DenseLayer") ? "Dense" : name;
    }

    /** BatchNormalization is batch_normalization and LeakyReLU is leaky_re_lu, as Keras names them. */
    private static String snakeCase(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("Model: \"" + model + "\"\n");
        text.append("_".repeat(74)).append('\n').append(line("Layer (type)", "Output Shape", "Param #"));
        text.append("=".repeat(74)).append('\n');
        for (var row : rows) {
            text.append(line(row.layer, row.shape, Long.toString(row.parameters)));
        }
        text.append("=".repeat(74));
        text.append(String.format(Locale.ROOT, "\nTotal params: %,d\n", total));
        text.append(String.format(Locale.ROOT, "Trainable params: %,d\n", trainable));
        return text.append(String.format(Locale.ROOT, "Non-trainable params: %,d", total - trainable))
                .toString();
    }

    private static String line(String layer, String shape, String parameters) {
        return String.format(Locale.ROOT, "%-45s%-20s%s", layer, shape, parameters)
                        .stripTrailing() + "\n";
    }
}
