package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * One dense layer of a DL4J network with the activation and the batch normalisation that follow it.
 *
 * @param dense DL4J's number of the dense layer
 * @param inputs columns that go in
 * @param units columns that come out
 * @param activation what follows the weights
 * @param norm DL4J's number of the batch normalisation, or -1
 */
record LayerShape(int dense, int inputs, int units, Activation activation, int norm) {
    private static final Activation IDENTITY = new Activation.Leaky(1);

    boolean hasNorm() {
        return norm >= 0;
    }

    /** The network as a stack of such layers, or nothing when there is anything else in it. */
    static Optional<List<LayerShape>> of(MultiLayerNetwork network) {
        if (!isPlain(network)) {
            return Optional.empty();
        }
        var shapes = new ArrayList<LayerShape>();
        for (int i = 0; i < network.getnLayers(); i++) {
            var layer = network.getLayerWiseConfigurations().getConf(i).getLayer(); // a frozen one's conf() hides that
            var shape = shapes.isEmpty() ? first(i, layer) : next(i, layer, shapes.get(shapes.size() - 1));
            if (shape == null) {
                return Optional.empty();
            }
            if (!shapes.isEmpty() && shapes.get(shapes.size() - 1).dense == shape.dense) {
                shapes.remove(shapes.size() - 1);
            }
            shapes.add(shape);
        }
        return Optional.of(shapes);
    }

    private static @Nullable LayerShape first(int index, Layer layer) {
        return isPlainDense(layer) ? dense(index, (BaseLayer) layer) : null;
    }

    /** Either what the earlier layer becomes with this one behind it, or a new dense layer. */
    private static @Nullable LayerShape next(int index, Layer layer, LayerShape earlier) {
        if (layer instanceof ActivationLayer activation && earlier.activation.equals(IDENTITY) && !earlier.hasNorm()) {
            return isEmpty(activation.getConstraints()) ? earlier.with(activation(activation.getActivationFn())) : null;
        }
        if (layer instanceof BatchNormalization norm && !earlier.hasNorm()) {
            boolean plain = isPlain(norm) && !norm.isLockGammaBeta() && !norm.isUseLogStd();
            return plain
                    ? new LayerShape(earlier.dense, earlier.inputs, earlier.units, earlier.activation, index)
                    : null;
        }
        return first(index, layer);
    }

    private static @Nullable LayerShape dense(int index, BaseLayer layer) {
        var sizes = (org.deeplearning4j.nn.conf.layers.FeedForwardLayer) layer;
        return new LayerShape(index, (int) sizes.getNIn(), (int) sizes.getNOut(), IDENTITY, -1)
                .with(isProbability(layer) ? IDENTITY : activation(layer.getActivationFn()));
    }

    private @Nullable LayerShape with(@Nullable Activation newActivation) {
        return newActivation == null ? null : new LayerShape(dense, inputs, units, newActivation, norm);
    }

    /** The sigmoid of an output layer belongs to the loss, which starts from the logit. */
    static boolean isProbability(Layer layer) {
        return layer instanceof OutputLayer output && output.getActivationFn() instanceof ActivationSigmoid;
    }

    private static @Nullable Activation activation(IActivation function) {
        if (function instanceof ActivationLReLU leaky && leaky.getAlpha() >= 0 && leaky.getAlpha() <= 1) {
            return new Activation.Leaky((float) leaky.getAlpha());
        }
        if (function.equals(new ActivationReLU())) { // not one with a threshold or a maximum
            return new Activation.Leaky(0);
        }
        if (function instanceof ActivationTanH) {
            return new Activation.Tanh();
        }
        return function instanceof ActivationIdentity ? IDENTITY : null;
    }

    private static boolean isPlainDense(Layer layer) {
        boolean dense = layer instanceof DenseLayer d && d.hasBias() && !d.hasLayerNorm()
                || layer instanceof OutputLayer o && o.hasBias();
        return dense && isPlain((BaseLayer) layer);
    }

    /** In float32, nothing between its layers, and its gradients are means over the batch. */
    private static boolean isPlain(MultiLayerNetwork network) {
        var configuration = network.getLayerWiseConfigurations();
        return network.params().dataType() == DataType.FLOAT
                && configuration.getInputPreProcessors().isEmpty()
                && configuration.getConfs().stream().allMatch(NeuralNetConfiguration::isMiniBatch);
    }

    /** Without anything that changes the gradient or the update on its way. */
    private static boolean isPlain(BaseLayer layer) {
        return layer.getIDropout() == null
                && layer.getWeightNoise() == null
                && isEmpty(layer.getConstraints())
                && isEmpty(layer.getRegularization())
                && isEmpty(layer.getRegularizationBias())
                && (layer.getGradientNormalization() == null
                        || layer.getGradientNormalization() == GradientNormalization.None)
                && layer.getIUpdater() instanceof org.nd4j.linalg.learning.config.Adam
                && layer.getBiasUpdater() == null;
    }

    private static boolean isEmpty(@Nullable List<?> list) {
        return list == null || list.isEmpty();
    }
}
