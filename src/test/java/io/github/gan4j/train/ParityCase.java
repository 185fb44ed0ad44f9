package io.github.gan4j.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.model.Networks;
import io.github.gan4j.train.fused.AdamState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The formula of src/test/oracle/make_fixture.py once more, and a run of a step on what it gives. */
final class ParityCase {
    static final int STEPS = 20;
    private static final int[] GENERATOR = {100, 256, 512, 1024, 784};
    private static final int[] DISCRIMINATOR = {784, 1024, 256, 1};

    private ParityCase() {}

    static JsonNode fixture(String name) {
        try (var in = ParityCase.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Result {
        final List<Losses> losses = new ArrayList<>();
        final Map<String, float[]> gradients = new LinkedHashMap<>();
        final Map<String, float[]> weights = new LinkedHashMap<>();
    }

    /** Networks with the formula's weights, compiled with the tutorial's optimizer. */
    static MultiLayerNetwork generator() {
        var network = Networks.generator(1);
        for (int k = 0; k < 4; k++) {
            double limit = Math.sqrt(6.0 / (GENERATOR[k] + GENERATOR[k + 1]));
            network.setParam(3 * k + "_W", between(10 + k, -limit, limit, GENERATOR[k], GENERATOR[k + 1]));
            network.setParam(3 * k + "_b", between(20 + k, -0.05, 0.05, 1, GENERATOR[k + 1]));
        }
        for (int k = 0; k < 3; k++) {
            var layer = 3 * k + 2 + "_";
            network.setParam(layer + "gamma", between(30 + k, 0.9, 1.1, 1, GENERATOR[k + 1]));
            network.setParam(layer + "beta", between(40 + k, -0.1, 0.1, 1, GENERATOR[k + 1]));
            network.setParam(layer + "mean", between(50 + k, -0.1, 0.1, 1, GENERATOR[k + 1]));
            network.setParam(layer + "var", between(60 + k, 0.9, 1.1, 1, GENERATOR[k + 1]));
        }
        Networks.compile(network, GanOptions.defaults().generatorAdam(), Loss.CROSS_ENTROPY);
        return network;
    }

    static MultiLayerNetwork discriminator() {
        var network = Networks.discriminator(1);
        for (int k = 0; k < 3; k++) {
            double limit = Math.sqrt(6.0 / (DISCRIMINATOR[k] + DISCRIMINATOR[k + 1]));
            network.setParam(2 * k + "_W", between(70 + k, -limit, limit, DISCRIMINATOR[k], DISCRIMINATOR[k + 1]));
            network.setParam(2 * k + "_b", between(80 + k, -0.05, 0.05, 1, DISCRIMINATOR[k + 1]));
        }
        Networks.compile(network, GanOptions.defaults().generatorAdam(), Loss.CROSS_ENTROPY);
        return network;
    }

    /** The real images, or noises, of all steps at once; cut them with {@link #rows}. */
    static List<Batch> batches(int steps) {
        var real = between(90, -1, 1, steps * 32, 784);
        var discriminatorNoise = between(91, -1.5, 0.5, steps * 32, 100);
        var generatorNoise = between(92, -1.5, 0.5, steps * 64, 100);
        var batches = new ArrayList<Batch>();
        for (int i = 0; i < steps; i++) {
            batches.add(new Batch(rows(real, i, 32), rows(discriminatorNoise, i, 32), rows(generatorNoise, i, 64)));
        }
        return batches;
    }

    static Result run(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route, int iteration, int steps) {
        var generator = generator();
        var discriminator = discriminator();
        generator.getLayerWiseConfigurations().setIterationCount(iteration);
        discriminator.getLayerWiseConfigurations().setIterationCount(iteration);
        return run(route.apply(generator, discriminator), generator, discriminator, batches(steps));
    }

    static Result run(
            TrainingStep step, MultiLayerNetwork generator, MultiLayerNetwork discriminator, List<Batch> batches) {
        return run(step, batches, tensor -> each(generator, discriminator, tensor));
    }

    /**
     * Runs a step on batches.
     *
     * @param tensors calls back for every tensor of both networks
     */
    static Result run(TrainingStep step, List<Batch> batches, Consumer<Tensor> tensors) {
        var result = new Result();
        for (var batch : batches) {
            result.losses.add(step.apply(batch));
            if (result.losses.size() == 1) {
                tensors.accept((name, network, layer, key) -> {
                    if (!key.equals("mean") && !key.equals("var")) {
                        result.gradients.put(name, gradient(network, layer, key));
                    }
                });
            }
        }
        tensors.accept(
                (name, network, layer, key) -> result.weights.put(name, values(network.getParam(layer + "_" + key))));
        return result;
    }

    /** Calls back for every tensor under the reference's name for it. */
    static void each(MultiLayerNetwork generator, MultiLayerNetwork discriminator, Tensor tensor) {
        for (int k = 0; k < 4; k++) {
            for (var key : List.of("W", "b")) {
                tensor.accept("G_" + key + k, generator, 3 * k, key);
                if (k < 3) {
                    tensor.accept("D_" + key + k, discriminator, 2 * k, key);
                }
            }
        }
        for (int k = 0; k < 3; k++) {
            for (var key : List.of("gamma", "beta", "mean", "var")) {
                tensor.accept("G_" + key + k, generator, 3 * k + 2, key);
            }
        }
    }

    interface Tensor {
        void accept(String name, MultiLayerNetwork network, int layer, String key);
    }

    /** After the first step Adam's first moment is (1 - beta1) times the gradient. */
    private static float[] gradient(MultiLayerNetwork network, int layer, String key) {
        var parameter = network.getParam(layer + "_" + key);
        var moment = new AdamState(network).firstMoment(layer, key);
        return values(moment.reshape(parameter.ordering(), parameter.shape()).mul(2));
    }

    private static float[] values(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    static INDArray rows(INDArray all, int step, int count) {
        return all.get(NDArrayIndex.interval((long) step * count, (long) (step + 1) * count), NDArrayIndex.all())
                .dup();
    }

    /** Numbers between low and high by SplitMix64's finaliser of stream * 2^32 + index. */
    static INDArray between(int stream, double low, double high, int rows, int columns) {
        var values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (high - low) * uniform(((long) stream << 32) + i + 1));
        }
        return Nd4j.createFromArray(values).reshape('c', rows, columns);
    }

    private static double uniform(long index) {
        long z = index * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
