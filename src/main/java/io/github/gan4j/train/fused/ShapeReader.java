package io.github.gan4j.train.fused;

import io.github.gan4j.train.fused.Form.Size;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/** Reads a DL4J network layer by layer into shapes, for as long as all in it is known. */
final class ShapeReader {
    private final MultiLayerNetwork network;
    private final Deque<LayerShape> shapes = new ArrayDeque<>();
    private @Nullable Size image; // what the values are at this place, where they are an image
    private boolean flat; // whether the image is a row of pixels here

    private ShapeReader(MultiLayerNetwork network) {
        this.network = network;
    }

    /** The network as a stack of layers, or nothing when there is anything else in it. */
    static Optional<List<LayerShape>> shapes(MultiLayerNetwork network) {
        var reader = new ShapeReader(network);
        return reader.read().isEmpty() ? Optional.of(List.copyOf(reader.shapes)) : Optional.empty();
    }

    /** The first thing in a generator that has no fused form; a loss at its end is none of its own. */
    static Optional<String> obstacleInGenerator(MultiLayerNetwork network) {
        int last = network.getnLayers() - 1;
        boolean hasLoss =
                PlainLayers.isProbability(network.getOutputLayer().conf().getLayer());
        return new ShapeReader(network)
                .readStack()
                .or(() -> hasLoss ? Optional.of(name(network, last)) : Optional.empty());
    }

    /**
     * Likewise in a discriminator, where a batch normalisation has none.
     *
     * @param planes whether labels come as planes, which have one before a convolution alone
     */
    static Optional<String> obstacleInDiscriminator(MultiLayerNetwork network, boolean planes) {
        var reader = new ShapeReader(network);
        return reader.readStack()
                .or(() -> planes && !reader.shapes.getFirst().form().isOfPixels()
                        ? Optional.of(name(network, 0) + " behind planes of labels")
                        : Optional.empty())
                .or(() -> reader.shapes.stream()
                        .filter(LayerShape::hasNorm)
                        .findFirst()
                        .map(shape -> name(network, shape.norm())));
    }

    private Optional<String> readStack() {
        return read().or(() -> shapes.size() < 2 ? Optional.of("only one layer") : Optional.empty());
    }

    /** Reads all, or as far as the first obstacle. */
    private Optional<String> read() {
        if (!PlainLayers.isPlain(network)) {
            return Optional.of("other numbers than float32 or sums over a batch");
        }
        for (int i = 0; i < network.getnLayers(); i++) {
            var between = network.getLayerWiseConfigurations().getInputPreProcess(i);
            if (!passes(between) || !takes(i, layer(network, i))) {
                return Optional.of(name(network, i));
            }
        }
        return endsInRows() ? Optional.empty() : Optional.of("images at its end");
    }

    /** What was configured; a frozen layer's own {@code conf()} hides that it is one. */
    private static Layer layer(MultiLayerNetwork network, int index) {
        return network.getLayerWiseConfigurations().getConf(index).getLayer();
    }

    private static String name(MultiLayerNetwork network, int index) {
        return "layer " + index + " (" + layer(network, index).getClass().getSimpleName() + ")";
    }

    private boolean passes(@Nullable InputPreProcessor between) {
        if (between == null) {
            return true;
        }
        if (between instanceof CnnToFeedForwardPreProcessor && image != null && !flat) {
            flat = true;
            return true;
        }
        return between instanceof FeedForwardToCnnPreProcessor reshape && image == null && becomes(reshape);
    }

    /** The values turn into an image: the network's own input, or what dense weights have computed. */
    private boolean becomes(FeedForwardToCnnPreProcessor reshape) {
        var size =
                new Size((int) reshape.getNumChannels(), (int) reshape.getInputHeight(), (int) reshape.getInputWidth());
        image = size;
        flat = shapes.isEmpty();
        return flat || shapes.getLast().units() == size.values();
    }

    private boolean takes(int index, Layer layer) {
        if (layer instanceof BatchNormalization norm) {
            boolean ofItsUnits =
                    !shapes.isEmpty() && shapes.getLast().form().isConvolution() == (image != null && !flat);
            return PlainLayers.isPlainNorm(norm) && ofItsUnits && extendLast(shape -> shape.withNorm(index));
        }
        if (layer instanceof DropoutLayer dropout) {
            return extendLast(shape -> PlainLayers.dropped(dropout).flatMap(shape::withDropout));
        }
        if (layer instanceof ActivationLayer activation) {
            return PlainLayers.isPlain(activation)
                    && extendLast(shape ->
                            PlainLayers.activation(activation.getActivationFn()).flatMap(shape::withActivation));
        }
        return layer instanceof BaseLayer base && PlainLayers.isPlain(base) && addLayer(index, base);
    }

    private boolean extendLast(Function<LayerShape, Optional<LayerShape>> extension) {
        var extended = Optional.ofNullable(shapes.peekLast()).flatMap(extension);
        if (extended.isPresent()) {
            shapes.removeLast();
            shapes.add(extended.get());
        }
        return extended.isPresent();
    }

    private boolean addLayer(int index, BaseLayer layer) {
        var form = layer instanceof ConvolutionLayer convolution ? convolution(convolution) : dense(layer);
        var function = PlainLayers.isProbability(layer)
                ? Optional.of(Activation.IDENTITY)
                : PlainLayers.activation(layer.getActivationFn());
        if (form.isEmpty() || function.isEmpty()) {
            return false;
        }
        shapes.add(LayerShape.of(index, form.get(), PlainLayers.hasBias(layer), function.get()));
        image = form.get().isConvolution() ? form.get().out() : null;
        flat = false;
        return true;
    }

    private Optional<Form> dense(BaseLayer layer) {
        boolean rows = image == null || flat;
        if (!PlainLayers.isDense(layer) || !rows) {
            return Optional.empty();
        }
        var sizes = (FeedForwardLayer) layer;
        return Optional.of(Form.dense(sizes.getNIn(), sizes.getNOut()));
    }

    private Optional<Form> convolution(ConvolutionLayer layer) {
        boolean ofPixels = flat && shapes.isEmpty();
        if (image == null || flat && !ofPixels) {
            return Optional.empty();
        }
        var size = image;
        return PlainLayers.kernel(layer)
                .map(kernel -> layer instanceof Deconvolution2D
                        ? Form.transposed(size, layer.getNOut(), kernel)
                        : Form.convolution(size, layer.getNOut(), kernel, ofPixels));
    }

    /** The rows at the end can be pixels that a transposed convolution draws. */
    private boolean endsInRows() {
        if (shapes.isEmpty() || image != null && !flat) {
            return false;
        }
        var last = shapes.getLast();
        if (last.form().growing() && !last.hasNorm() && !last.drops()) {
            shapes.removeLast();
            shapes.add(last.with(last.form().toPixels()));
        }
        return true;
    }
}
