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
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

/** The table that Keras's {@code model.summary()} prints, computed from DL4J networks (tutorial steps 2, 3 and 5). */
public final class KerasSummary {
    private static final Map<String, String> KERAS_NAMES = Map.of(
            "DenseLayer", "Dense",
            "OutputLayer", "Dense",
            "ConvolutionLayer", "Conv2D",
            "Deconvolution2D", "Conv2DTranspose",
            "DropoutLayer", "Dropout");

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

    /**
     * The table of a generator: a label behind the noise if it takes one, its layers, then the reshape to an image that our
     * networks leave to the picture.
     */
    public static String of(Generator generator) {
        var summary = new KerasSummary("generator");
        if (generator.classes() > 0) {
            summary.add("Concatenate", text(InputType.feedForward(inputs(generator.network()))), 0);
        }
        summary.addLayers(generator.network());
        if (!drawsImages(generator.network())) {
            summary.add("Reshape", image(generator.shape()), 0);
        }
        return summary.toString();
    }

    /** The table of a discriminator: the flattening that our images come with, a label behind them if it takes one, its layers. */
    public static String of(Discriminator discriminator) {
        var summary = new KerasSummary("discriminator");
        if (!seesImages(discriminator.network())) {
            summary.add("Flatten", "(None, " + discriminator.shape().features() + ")", 0);
        }
        if (discriminator.classes() > 0) {
            summary.add("Concatenate", text(seen(discriminator.network())), 0);
        }
        return summary.addLayers(discriminator.network()).toString();
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

    private static String text(InputType type) {
        return type instanceof InputTypeConvolutional image
                ? "(None, " + image.getHeight() + ", " + image.getWidth() + ", " + image.getChannels() + ")"
                : "(None, " + type.arrayElementsPerExample() + ")";
    }

    private KerasSummary addLayers(MultiLayerNetwork network) {
        var type = InputType.feedForward(inputs(network));
        for (int i = 0; i < network.getnLayers(); i++) {
            var before = network.getLayerWiseConfigurations().getInputPreProcess(i);
            if (before != null) {
                type = before.getOutputType(type);
                addReshape(network, i, type);
            }
            var layer = network.getLayer(i);
            type = after(layer.conf().getLayer(), type);
            if (!isOfTheLayerBefore(network, i)) {
                add(type(layer), text(type), layer.numParams());
            }
        }
        trainable = trainable(network);
        return this;
    }

    /** What DL4J does on the way into a layer is a layer in Keras, but for images as they come and go, which are not flat there. */
    private void addReshape(MultiLayerNetwork network, int layer, InputType type) {
        if (layer > 0 && !isOfTheLayerBefore(network, layer)) {
            add(type instanceof InputTypeConvolutional ? "Reshape" : "Flatten", text(type), 0);
        }
    }

    /** Whether a layer is a convolution's activation, which stands apart only so that what goes into it can be made flat. */
    private static boolean isOfTheLayerBefore(MultiLayerNetwork network, int layer) {
        return layer == network.getnLayers() - 1
                && network.getLayer(layer).conf().getLayer() instanceof ActivationLayer
                && network.getLayerWiseConfigurations().getInputPreProcess(layer)
                        instanceof CnnToFeedForwardPreProcessor;
    }

    private static boolean drawsImages(MultiLayerNetwork network) {
        return isOfTheLayerBefore(network, network.getnLayers() - 1);
    }

    /** What a network's first layer is given. */
    private static InputType seen(MultiLayerNetwork network) {
        var columns = InputType.feedForward(inputs(network));
        return seesImages(network)
                ? network.getLayerWiseConfigurations().getInputPreProcess(0).getOutputType(columns)
                : columns;
    }

    private static boolean seesImages(MultiLayerNetwork network) {
        return network.getLayerWiseConfigurations().getInputPreProcess(0) instanceof FeedForwardToCnnPreProcessor;
    }

    /** What comes out of a layer; dense and recurrent ones say so themselves, and others pass on what they get. */
    private static InputType after(org.deeplearning4j.nn.conf.layers.Layer layer, InputType type) {
        if (type instanceof InputTypeConvolutional) {
            return layer.getOutputType(0, type);
        }
        return layer instanceof FeedForwardLayer configuration && configuration.getNOut() > 0
                ? InputType.feedForward(configuration.getNOut())
                : type;
    }

    private KerasSummary add(String type, String shape, long parameters) {
        return add(snakeCase(type), type, shape, parameters);
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
        if (network.getLayerWiseConfigurations().getInputPreProcess(0) instanceof FeedForwardToCnnPreProcessor image) {
            return image.getInputHeight() * image.getInputWidth() * image.getNumChannels();
        }
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
        return KERAS_NAMES.getOrDefault(name, name);
    }

    /** BatchNormalization is batch_normalization, LeakyReLU is leaky_re_lu and Conv2DTranspose conv2d_transpose in Keras. */
    private static String snakeCase(String type) {
        return type.replaceAll("(?<=.)(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
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
