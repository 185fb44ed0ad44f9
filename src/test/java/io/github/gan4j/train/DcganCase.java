package io.github.gan4j.train;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.model.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** TensorFlow's pair without dropout under the reference's names, and the formula of make_dcgan_fixture.py once more. */
final class DcganCase {
    static final int WIDTH = 8;
    static final int STEPS = 10;
    private static final Map<String, Integer> GENERATOR =
            Map.of("G_dense0", 0, "G_norm0", 1, "G_conv0", 3, "G_norm1", 4, "G_conv1", 6, "G_norm2", 7, "G_conv2", 9);
    private static final Map<String, Integer> DISCRIMINATOR = Map.of("D_conv0", 0, "D_conv1", 2, "D_dense0", 4);

    final MultiLayerNetwork generator;
    final MultiLayerNetwork discriminator;

    DcganCase(int width, DataType type) {
        var options =
                NetworkOptions.dcgan().withWidth(width).withLeakySlope(0.3).withMomentum(0.99);
        this.generator = compiled(Networks.generator(options), type);
        this.discriminator = compiled(Networks.discriminator(options), type);
    }

    private static MultiLayerNetwork compiled(MultiLayerNetwork network, DataType type) {
        var typed = network.convertDataType(type);
        Networks.compile(typed, GanOptions.defaults().generatorAdam(), Loss.CROSS_ENTROPY);
        return typed;
    }

    /** The pair with the formula's weights. */
    static DcganCase ofFormula(DataType type) {
        var pair = new DcganCase(WIDTH, type);
        pair.each((name, network, layer, key) -> {
            var view = network.getParam(layer + "_" + key);
            view.assign(weights(name, (int) view.length()).castTo(type).reshape('c', view.shape()));
        });
        return pair;
    }

    /** The pair with given weights. */
    static DcganCase of(int width, Map<String, double[]> given, DataType type) {
        var pair = new DcganCase(width, type);
        pair.each((name, network, layer, key) -> {
            var view = network.getParam(layer + "_" + key);
            view.assign(Nd4j.createFromArray(given.get(name)).castTo(type).reshape('c', view.shape()));
        });
        return pair;
    }

    private static INDArray weights(String name, int count) {
        int f = WIDTH;
        return switch (name) {
            case "G_dense0_W" -> glorot(110, 100 + 196 * f, count);
            case "G_conv0_W" -> glorot(111, 25 * 6 * f, count);
            case "G_conv1_W" -> glorot(112, 25 * 3 * f, count);
            case "G_conv2_W" -> glorot(113, 25 * (f + 1), count);
            case "D_conv0_W" -> glorot(120, 25 * (f + 1), count);
            case "D_conv1_W" -> glorot(121, 25 * 3 * f, count);
            case "D_dense0_W" -> glorot(124, 98 * f + 1, count);
            case "D_conv0_b" -> ParityCase.between(122, -0.05, 0.05, 1, count);
            case "D_conv1_b" -> ParityCase.between(123, -0.05, 0.05, 1, count);
            case "D_dense0_b" -> ParityCase.between(125, -0.05, 0.05, 1, count);
            default -> ofNorm(130 + 10 * (name.charAt(6) - '0'), name.substring(8), count); // G_norm1_beta
        };
    }

    private static INDArray glorot(int stream, int fan, int count) {
        double limit = Math.sqrt(6.0 / fan);
        return ParityCase.between(stream, -limit, limit, 1, count);
    }

    private static INDArray ofNorm(int stream, String key, int count) {
        return switch (key) {
            case "gamma" -> ParityCase.between(stream, 0.9, 1.1, 1, count);
            case "beta" -> ParityCase.between(stream + 1, -0.1, 0.1, 1, count);
            case "mean" -> ParityCase.between(stream + 2, -0.1, 0.1, 1, count);
            default -> ParityCase.between(stream + 3, 0.9, 1.1, 1, count);
        };
    }

    static List<Batch> batches(DataType type) {
        var real = ParityCase.between(190, -1, 1, STEPS * 32, 784).castTo(type);
        var discriminatorNoise =
                ParityCase.between(191, -1.5, 0.5, STEPS * 32, 100).castTo(type);
        var generatorNoise = ParityCase.between(192, -1.5, 0.5, STEPS * 64, 100).castTo(type);
        var batches = new ArrayList<Batch>();
        for (int i = 0; i < STEPS; i++) {
            batches.add(new Batch(
                    ParityCase.rows(real, i, 32),
                    ParityCase.rows(discriminatorNoise, i, 32),
                    ParityCase.rows(generatorNoise, i, 64)));
        }
        return batches;
    }

    ParityCase.Result run(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route, List<Batch> batches) {
        return ParityCase.run(route.apply(generator, discriminator), batches, this::each);
    }

    /** Calls back for every tensor under the reference's name for it. */
    private void each(ParityCase.Tensor tensor) {
        each(GENERATOR, generator, tensor);
        each(DISCRIMINATOR, discriminator, tensor);
    }

    private static void each(Map<String, Integer> names, MultiLayerNetwork network, ParityCase.Tensor tensor) {
        names.forEach((name, layer) -> {
            for (var key : List.of("W", "b", "gamma", "beta", "mean", "var")) {
                if (network.paramTable().containsKey(layer + "_" + key)) {
                    tensor.accept(name + "_" + key, network, layer, key);
                }
            }
        });
    }
}
