package io.github.gan4j.keep;

import io.github.gan4j.Loss;
import io.github.gan4j.model.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
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
                    .build();
        }
        if (layer instanceof LayerDescription.Output output) {
            return output(output.dense(), loss);
        }
        if (layer instanceof LayerDescription.Norm norm) {
            return norm(norm);
        }
        return new ActivationLayer(((LayerDescription.Activate) layer).activation());
    }

    private static Layer output(LayerDescription.Dense dense, Loss loss) {
        return new OutputLayer.Builder(Networks.lossFunction(loss))
                .nIn(dense.inputs())
                .nOut(dense.units())
                .activation(dense.activation())
                .build();
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

    /**
     * What a checkpoint would say of DL4J's layer, whatever else that layer may have.
     *
     * @throws IllegalArgumentException if it is of a kind that no checkpoint can hold
     */
    static LayerDescription describe(Layer layer) {
        if (layer instanceof DenseLayer dense) {
            return new LayerDescription.Dense((int) dense.getNIn(), (int) dense.getNOut(), dense.getActivationFn());
        }
        if (layer instanceof OutputLayer output) {
            return new LayerDescription.Output(new LayerDescription.Dense(
                    (int) output.getNIn(), (int) output.getNOut(), output.getActivationFn()));
        }
        if (layer instanceof BatchNormalization norm) {
            return new LayerDescription.Norm((int) norm.getNOut(), norm.getEps(), norm.getDecay());
        }
        if (layer instanceof ActivationLayer activation) {
            return new LayerDescription.Activate(activation.getActivationFn());
        }
        throw new IllegalArgumentException(
                "no checkpoint can hold a " + layer.getClass().getSimpleName());
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
