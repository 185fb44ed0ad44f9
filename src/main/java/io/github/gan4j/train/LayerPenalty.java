package io.github.gan4j.train;

import io.github.gan4j.internal.Check;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The gradient penalty on DL4J's layers, which have no second derivative: exact where all activations are leaky ReLU, whose slopes do
 * not change where weights change a little. One pass goes forwards and back to the score's gradient at the images, and one forwards
 * again from the penalty's derivative by that gradient; a layer's own way back then turns what both bring into the weights' gradient.
 */
final class LayerPenalty {
    private static final double SMALLEST = 1e-12; // of a squared norm: the root has no slope at 0
    private static final LayerWorkspaceMgr MEMORY = LayerWorkspaceMgr.noWorkspaces();

    private final MultiLayerNetwork discriminator;
    private final Layer[] layers;
    private final INDArray[] slopes; // of what follows each layer's weights, or of the whole layer where it has none
    private final INDArray[] behindWeights; // the score's gradient there
    private final int points;

    /**
     * What the penalty is, and its gradient.
     *
     * @param value the mean over the points, times the weight
     * @param gradient by all weights, as a sum over the points
     */
    record Penalty(double value, INDArray gradient) {}

    private LayerPenalty(MultiLayerNetwork discriminator, int points) {
        this.discriminator = discriminator;
        this.points = points;
        this.layers = discriminator.getLayers();
        this.slopes = new INDArray[layers.length];
        this.behindWeights = new INDArray[layers.length];
    }

    /**
     * Checks that the penalty's gradient can be computed.
     *
     * @throws IllegalArgumentException if there is another layer, or one with a setting that changes its slopes
     */
    static void requireLayers(MultiLayerNetwork discriminator) {
        for (int i = 0; i < discriminator.getnLayers(); i++) {
            var layer = discriminator.getLayerWiseConfigurations().getConf(i).getLayer();
            boolean isLast = i == discriminator.getnLayers() - 1;
            Check.argument(
                    isLinear(layer) && (isLast || isPiecewiseLinear(activation(layer)))
                            || layer instanceof DropoutLayer && layer.getIDropout() instanceof Dropout
                            || layer instanceof ActivationLayer && isPiecewiseLinear(activation(layer)),
                    "buildGan: with a gradient penalty the discriminator must be made of dense layers, convolutions, leaky ReLU and dropout,"
                            + " but got %s as layer %d: its second derivative is not known here.%n"
                            + "Leave that layer out, as buildDiscriminator() does; or train without the penalty, on clipped weights:"
                            + " GanOptions.wassersteinGp().withGradientPenalty(0).",
                    describe(layer),
                    i);
        }
    }

    private static boolean isLinear(org.deeplearning4j.nn.conf.layers.Layer layer) {
        boolean known = layer instanceof DenseLayer dense && !dense.hasLayerNorm()
                || layer.getClass() == OutputLayer.class
                || layer.getClass() == ConvolutionLayer.class
                || layer.getClass() == Deconvolution2D.class;
        return known && layer.getIDropout() == null && ((BaseLayer) layer).getWeightNoise() == null;
    }

    private static boolean isPiecewiseLinear(IActivation activation) {
        return Stream.of(ActivationLReLU.class, ActivationReLU.class, ActivationIdentity.class)
                .anyMatch(known -> known.isInstance(activation));
    }

    private static IActivation activation(org.deeplearning4j.nn.conf.layers.Layer layer) {
        return layer instanceof ActivationLayer only ? only.getActivationFn() : ((BaseLayer) layer).getActivationFn();
    }

    private static String describe(org.deeplearning4j.nn.conf.layers.Layer layer) {
        boolean activates = layer instanceof ActivationLayer || layer instanceof BaseLayer && isLinear(layer);
        return layer.getClass().getSimpleName() + (activates ? " (" + activation(layer) + ")" : "");
    }

    /**
     * Takes the penalty at some points; the layers' inputs and the network's gradient are others afterwards.
     *
     * @param at rows that begin with an image's features, [h, inputs]
     * @param features how many these are: the norm is over them
     */
    static Penalty take(MultiLayerNetwork discriminator, INDArray at, long features, double weight) {
        var pass = new LayerPenalty(discriminator, (int) at.size(0));
        var weighted = Stream.of(pass.layers).filter(LayerPenalty::hasWeights).toList();
        var activations = weighted.stream()
                .map(layer -> configuration(layer).getActivationFn())
                .toList();
        try {
            weighted.forEach(layer -> configuration(layer).setActivationFn(new ActivationIdentity()));
            return pass.take(at, features, weight, activations);
        } finally {
            for (int i = 0; i < activations.size(); i++) {
                configuration(weighted.get(i)).setActivationFn(activations.get(i));
            }
        }
    }

    private static boolean hasWeights(Layer layer) {
        return isLinear(layer.conf().getLayer());
    }

    private static BaseLayer configuration(Layer layer) {
        return (BaseLayer) layer.conf().getLayer();
    }

    private Penalty take(INDArray at, long features, double weight, List<IActivation> activations) {
        discriminator.setInputMiniBatchSize(points);
        var last = (IOutputLayer) discriminator.getOutputLayer();
        last.setLabels(Nd4j.zeros(at.dataType(), points, 1)); // of label 0 a score's loss is the score itself
        if (discriminator.getGradientsViewArray() == null) {
            discriminator.initGradientsView();
        }
        forward(at, activations.iterator());
        var pixels = new INDArrayIndex[] {NDArrayIndex.all(), NDArrayIndex.interval(0, features)};
        var gradient = backward().get(pixels); // [h, features]
        var norms = Transforms.sqrt(gradient.mul(gradient).sum(true, 1).addi(SMALLEST)); // [h, 1]
        var misses = norms.sub(1);
        var direction = at.ulike().assign(0);
        direction.get(pixels).assign(gradient.mulColumnVector(misses.div(norms).muli(2 * weight)));
        change(direction);
        double value = weight * misses.mul(misses).meanNumber().doubleValue();
        return new Penalty(value, discriminator.getGradientsViewArray().dup());
    }

    private void forward(INDArray at, Iterator<IActivation> activations) {
        var x = at;
        for (int i = 0; i < layers.length; i++) {
            var y = layers[i].activate(shaped(i, x.dup()), true, MEMORY);
            var ones = y.ulike().assign(1);
            if (hasWeights(layers[i])) {
                var activation = activations.next();
                slopes[i] = activation.backprop(y.dup(), ones).getFirst();
                x = activation.getActivation(y, true);
            } else {
                slopes[i] = layers[i].backpropGradient(ones, MEMORY).getSecond();
                x = y;
            }
        }
    }

    /** The score's gradient at the points. */
    private INDArray backward() {
        var gradient = slopes[layers.length - 1];
        for (int i = layers.length - 1; i >= 0; i--) {
            gradient = i == layers.length - 1 ? gradient : gradient.mul(slopes[i]);
            if (hasWeights(layers[i])) {
                behindWeights[i] = gradient;
                gradient = layers[i].backpropGradient(gradient.dup(), MEMORY).getSecond();
            }
            var between = between(i);
            gradient = between == null ? gradient : between.backprop(gradient, points, MEMORY);
        }
        return gradient;
    }

    /** The change that a change of the points brings; each layer leaves what that and its part of the score's gradient teach its weights. */
    private void change(INDArray direction) {
        var x = direction;
        for (int i = 0; i < layers.length; i++) {
            x = shaped(i, x);
            if (hasWeights(layers[i])) {
                var biases = layers[i].activate(x.ulike().assign(0), true, MEMORY);
                var y = layers[i].activate(x.dup(), true, MEMORY);
                var gradient = layers[i]
                        .backpropGradient(behindWeights[i].dup(), MEMORY)
                        .getFirst();
                gradient.gradientForVariable().entrySet().stream()
                        .filter(entry -> entry.getKey().equals("b"))
                        .forEach(entry -> entry.getValue().assign(0)); // which no slope depends on
                x = y.sub(biases);
            }
            x = x.mul(slopes[i]);
        }
    }

    private INDArray shaped(int layer, INDArray x) {
        var between = between(layer);
        return between == null ? x : between.preProcess(x, points, MEMORY);
    }

    private @Nullable InputPreProcessor between(int layer) {
        return discriminator.getLayerWiseConfigurations().getInputPreProcess(layer);
    }
}
