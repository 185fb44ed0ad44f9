package io.github.gan4j.keep;

import io.github.gan4j.Loss;
import io.github.gan4j.model.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.jspecify.annotations.Nullable;

/** DL4J's layers and a checkpoint's, each made from the other. */
final class Configurations {
    private Configurations() {}

    /** DL4J's layer for one of a checkpoint; an output layer has this loss. */
    static Layer of(LayerDescription layer, Loss loss) {
        if (layer instanceof LayerDescription.Dense dense) {
            return new DenseLayer.Builder()
                    .nIn(dense.inputs())
                    .nOut(dense.units())
                    .activation(dense.activation())
                    .hasBias(dense.biased())
                    .build();
        }
        if (layer instanceof LayerDescription.Output output) {
            return output(output.dense(), loss);
        }
        if (layer instanceof LayerDescription.Convolution convolution) {
            return convolution.transposed()
                    ? convolution(new Deconvolution2D.Builder(), convolution).build()
                    : convolution(new ConvolutionLayer.Builder(), convolution).build();
        }
        if (layer instanceof LayerDescription.Norm norm) {
            return norm(norm);
        }
        return layer instanceof LayerDescription.Drop drop
                ? new DropoutLayer(drop.share())
                : new ActivationLayer(((LayerDescription.Activate) layer).activation());
    }

    private static Layer output(LayerDescription.Dense dense, Loss loss) {
        return new OutputLayer.Builder(Networks.lossFunction(loss))
                .nIn(dense.inputs())
                .nOut(dense.units())
                .activation(dense.activation())
                .hasBias(dense.biased())
                .build();
    }

    private static <B extends ConvolutionLayer.BaseConvBuilder<B>> B convolution(
            B builder, LayerDescription.Convolution convolution) {
        builder.setKernelSize(new int[] {convolution.kernel(), convolution.kernel()});
        builder.setStride(new int[] {convolution.stride(), convolution.stride()});
        return builder.nIn(convolution.channels())
                .nOut(convolution.units())
                .convolutionMode(ConvolutionMode.Same)
                .activation(convolution.activation())
                .hasBias(convolution.biased());
    }

    private static Layer norm(LayerDescription.Norm norm) {
        return new BatchNormalization.Builder()
                .nIn(norm.inputs())
                .nOut(norm.inputs())
                .eps(norm.epsilon())
                .decay(norm.decay())
                .useLogStd(false)
                .build();
    }

    /** DL4J's change of shape for one of a checkpoint. */
    static InputPreProcessor shape(LayerDescription shape) {
        if (shape instanceof LayerDescription.Reshape reshape) {
            var image = reshape.image();
            return new FeedForwardToCnnPreProcessor(image.height(), image.width(), image.channels());
        }
        var image = ((LayerDescription.Flatten) shape).image();
        return new CnnToFeedForwardPreProcessor(image.height(), image.width(), image.channels());
    }

    /**
     * What a checkpoint would say of DL4J's layer, whatever else that layer may have.
     *
     * @throws IllegalArgumentException if it is of a kind that no checkpoint can hold
     */
    static LayerDescription describe(Layer layer) {
        if (layer instanceof DenseLayer dense) {
            return dense(dense, dense.hasBias());
        }
        if (layer instanceof OutputLayer output) {
            return new LayerDescription.Output(dense(output, output.hasBias()));
        }
        if (layer.getClass() == ConvolutionLayer.class || layer.getClass() == Deconvolution2D.class) {
            return convolution((ConvolutionLayer) layer);
        }
        if (layer instanceof BatchNormalization norm) {
            return new LayerDescription.Norm((int) norm.getNOut(), norm.getEps(), norm.getDecay());
        }
        if (layer instanceof ActivationLayer activation) {
            return new LayerDescription.Activate(activation.getActivationFn());
        }
        if (layer instanceof DropoutLayer && layer.getIDropout() instanceof Dropout dropout) {
            return new LayerDescription.Drop(dropout.getP());
        }
        throw new IllegalArgumentException(
                "no checkpoint can hold a " + layer.getClass().getSimpleName());
    }

    private static LayerDescription.Dense dense(FeedForwardLayer layer, boolean biased) {
        return new LayerDescription.Dense((int) layer.getNIn(), (int) layer.getNOut(), layer.getActivationFn(), biased);
    }

    private static LayerDescription convolution(ConvolutionLayer layer) {
        return new LayerDescription.Convolution(
                layer instanceof Deconvolution2D,
                (int) layer.getNIn(),
                (int) layer.getNOut(),
                layer.getKernelSize()[0],
                layer.getStride()[0],
                layer.getActivationFn(),
                layer.hasBias());
    }

    /**
     * What a checkpoint would say of DL4J's change of shape.
     *
     * @throws IllegalArgumentException if it is of a kind that no checkpoint can hold
     */
    static LayerDescription describe(InputPreProcessor shape) {
        if (shape instanceof FeedForwardToCnnPreProcessor image) {
            return new LayerDescription.Reshape(
                    flow(image.getNumChannels(), image.getInputHeight(), image.getInputWidth()));
        }
        if (shape instanceof CnnToFeedForwardPreProcessor image) {
            return new LayerDescription.Flatten(
                    flow(image.getNumChannels(), image.getInputHeight(), image.getInputWidth()));
        }
        throw new IllegalArgumentException(
                "no checkpoint can hold a " + shape.getClass().getSimpleName());
    }

    private static Flow flow(long channels, long height, long width) {
        return new Flow((int) channels, (int) height, (int) width);
    }

    /** Whether a rebuilt layer does what the original does; how its weights once began does not matter any more. */
    static boolean areAlike(NeuralNetConfiguration original, NeuralNetConfiguration rebuilt) {
        var layer = rebuilt.getLayer();
        layer.setLayerName(original.getLayer().getLayerName());
        if (original.getLayer() instanceof BaseLayer from && layer instanceof BaseLayer to) {
            to.setWeightInitFn(from.getWeightInitFn());
            to.setBiasInit(from.getBiasInit());
            to.setGainInit(from.getGainInit());
        }
        return original.getLayer().equals(layer) && original.isMiniBatch() == rebuilt.isMiniBatch();
    }

    /** What a layer has that no checkpoint holds, by the names of its classes where it has some. */
    static String added(NeuralNetConfiguration conf) {
        var layer = conf.getLayer();
        var parts = new ArrayList<@Nullable Object>();
        parts.addAll(Objects.requireNonNullElse(layer.getConstraints(), List.of()));
        parts.add(layer.getIDropout());
        if (layer instanceof BaseLayer base) {
            parts.add(base.getWeightNoise());
            parts.addAll(Objects.requireNonNullElse(base.getRegularization(), List.of()));
        }
        parts.removeIf(Objects::isNull);
        return parts.isEmpty()
                ? "something added or another optimizer than the pair's"
                : parts.stream().map(part -> part.getClass().getSimpleName()).collect(Collectors.joining(", "));
    }
}
