package io.github.gan4j.train.fused;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
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

/** What of DL4J's layers the fused step computes: it takes no layer that has any other setting. */
final class PlainLayers {
    private static final int LARGEST_KERNEL = 7;

    private PlainLayers() {}

    /** In float32, and its gradients are means over the batch. */
    static boolean isPlain(MultiLayerNetwork network) {
        return network.params().dataType() == DataType.FLOAT
                && network.getLayerWiseConfigurations().getConfs().stream()
                        .allMatch(NeuralNetConfiguration::isMiniBatch);
    }

    /** Without anything that changes the gradient or the update on its way. */
    static boolean isPlain(BaseLayer layer) {
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

    static boolean isPlainNorm(BatchNormalization norm) {
        return isPlain(norm) && !norm.isLockGammaBeta() && !norm.isUseLogStd();
    }

    static boolean hasBias(BaseLayer layer) {
        return layer instanceof DenseLayer dense && dense.hasBias()
                || layer instanceof OutputLayer output && output.hasBias()
                || layer instanceof ConvolutionLayer convolution && convolution.hasBias();
    }

    /** The sigmoid of an output layer belongs to the loss, which starts from the logit. */
    static boolean isProbability(Layer layer) {
        return layer instanceof OutputLayer output && output.getActivationFn() instanceof ActivationSigmoid;
    }

    static Optional<Activation> activation(IActivation function) {
        if (function instanceof ActivationLReLU leaky && leaky.getAlpha() >= 0 && leaky.getAlpha() <= 1) {
            return Optional.of(new Activation.Leaky((float) leaky.getAlpha()));
        }
        if (function.equals(new ActivationReLU())) { // not one with a threshold or a maximum
            return Optional.of(new Activation.Leaky(0));
        }
        if (function instanceof ActivationTanH) {
            return Optional.of(new Activation.Tanh());
        }
        return function instanceof ActivationIdentity ? Optional.of(Activation.IDENTITY) : Optional.empty();
    }

    static boolean isPlain(ActivationLayer layer) {
        return isEmpty(layer.getConstraints());
    }

    /** Dense weights, behind which nothing else is computed than a bias and an activation. */
    static boolean isDense(BaseLayer layer) {
        return layer instanceof DenseLayer dense && !dense.hasLayerNorm() || layer instanceof OutputLayer;
    }

    /** The share that a dropout layer drops. */
    static Optional<Double> dropped(DropoutLayer layer) {
        return layer.getIDropout() instanceof Dropout dropout
                        && dropout.getPSchedule() == null
                        && isEmpty(layer.getConstraints())
                ? Optional.of(1 - dropout.getP())
                : Optional.empty();
    }

    /** The window of a convolution with 'same' padding, or of a transposed one. */
    static Optional<Kernel> kernel(ConvolutionLayer layer) {
        boolean known = layer.getClass() == ConvolutionLayer.class || layer.getClass() == Deconvolution2D.class;
        int stride = layer.getStride()[0];
        boolean plain = layer.getConvolutionMode() == ConvolutionMode.Same
                && layer.getCnn2dDataFormat() == CNN2DFormat.NCHW
                && Arrays.stream(layer.getDilation()).allMatch(step -> step == 1)
                && Arrays.stream(layer.getKernelSize()).allMatch(size -> size <= LARGEST_KERNEL)
                && (stride == 1 || stride == 2)
                && layer.getStride()[1] == stride;
        return known && plain
                ? Optional.of(new Kernel(layer.getKernelSize()[0], layer.getKernelSize()[1], stride))
                : Optional.empty();
    }
}
