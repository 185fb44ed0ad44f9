package io.github.gan4j.train;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.model.Networks;
import io.github.gan4j.train.fused.FusedStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A pair of the reference families.py under its names, and the formula of make_conditional_fixture.py once more. */
final class FamilyCase {
    static final int CLASSES = 10;
    private static final int WIDTH = 8;

    /** The two architectures, with the number of DL4J's layer for each of the reference's. */
    enum Model {
        DENSE(
                NetworkOptions.defaults(),
                "G_dense0 G_norm0 G_dense1 G_norm1 G_dense2 G_norm2 G_dense3",
                List.of(0, 2, 3, 5, 6, 8, 9),
                "D_dense0 D_dense1 D_dense2",
                List.of(0, 2, 4)),
        DCGAN(
                NetworkOptions.dcgan().withWidth(WIDTH).withLeakySlope(0.3).withMomentum(0.99),
                "G_dense0 G_norm0 G_conv0 G_norm1 G_conv1 G_norm2 G_conv2",
                List.of(0, 1, 3, 4, 6, 7, 9),
                "D_conv0 D_conv1 D_dense0",
                List.of(0, 2, 4));

        private final NetworkOptions options;
        private final Map<String, Integer> generator;
        private final Map<String, Integer> discriminator;

        Model(
                NetworkOptions options,
                String ofGenerator,
                List<Integer> generatorLayers,
                String ofDiscriminator,
                List<Integer> discriminatorLayers) {
            this.options = options;
            this.generator = layers(ofGenerator, generatorLayers);
            this.discriminator = layers(ofDiscriminator, discriminatorLayers);
        }

        private static Map<String, Integer> layers(String names, List<Integer> numbers) {
            var layers = new TreeMap<String, Integer>();
            for (var name : names.split(" ")) {
                layers.put(name, numbers.get(layers.size()));
            }
            return layers;
        }
    }

    /** The two ways to compute a step. */
    enum Route {
        LAYERS(DataType.DOUBLE, 1e-6),
        FUSED(DataType.FLOAT, 1e-4);

        final DataType type;
        final double tolerance;

        Route(DataType type, double tolerance) {
            this.type = type;
            this.tolerance = tolerance;
        }
    }

    /** Networks and what they are trained on; 0 classes is without labels. */
    record Family(Model model, int classes, GanOptions options) {
        static Family conditional(Model model) {
            return new Family(model, CLASSES, GanOptions.defaults());
        }

        /** The batch with what such a pair needs of these. */
        private Batch complete(Batch batch, int[] realLabels, int[] generatorLabels, INDArray alpha) {
            var labelled = classes == 0 ? batch : batch.withLabels(realLabels, generatorLabels);
            return options.gradientPenalty() == 0 ? labelled : labelled.withInterpolation(alpha);
        }
    }

    private final Family family;
    private final MultiLayerNetwork generator;
    private final MultiLayerNetwork discriminator;

    private FamilyCase(Family family, DataType type) {
        var networks = family.model.options.withClasses(family.classes);
        this.family = family;
        this.generator = compiled(Networks.generator(networks), family.options, type);
        this.discriminator = compiled(Networks.discriminator(networks), family.options, type);
    }

    private static MultiLayerNetwork compiled(MultiLayerNetwork network, GanOptions options, DataType type) {
        var typed = network.convertDataType(type);
        Networks.compile(typed, options.generatorAdam(), options.loss());
        return typed;
    }

    /** The pair with the formula's weights, which have a stream of numbers each, in the order of their names. */
    static FamilyCase ofFormula(Family family, DataType type) {
        var pair = new FamilyCase(family, type);
        var names = new TreeSet<String>();
        pair.each((name, network, layer, key) -> names.add(name));
        pair.each((name, network, layer, key) -> {
            var view = network.getParam(layer + "_" + key);
            int stream = 300 + names.headSet(name).size();
            view.assign(weights(stream, key, view.shape()).castTo(type).reshape('c', view.shape()));
        });
        return pair;
    }

    /** The pair with given weights. */
    static FamilyCase of(Family family, Map<String, double[]> given, DataType type) {
        var pair = new FamilyCase(family, type);
        pair.each((name, network, layer, key) -> {
            var view = network.getParam(layer + "_" + key);
            view.assign(Nd4j.createFromArray(given.get(name)).castTo(type).reshape('c', view.shape()));
        });
        return pair;
    }

    private static INDArray weights(int stream, String key, long[] shape) {
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return switch (key) {
            case "W" -> ParityCase.between(stream, -limit(shape), limit(shape), 1, count);
            case "b" -> ParityCase.between(stream, -0.05, 0.05, 1, count);
            case "gamma", "var" -> ParityCase.between(stream, 0.9, 1.1, 1, count);
            default -> ParityCase.between(stream, -0.1, 0.1, 1, count);
        };
    }

    /** Keras's glorot uniform. */
    private static double limit(long[] shape) {
        return Math.sqrt(6.0 / ((shape[0] + shape[1]) * (shape.length == 4 ? 25 : 1)));
    }

    /** The formula's batches of so many steps. */
    static List<Batch> batches(Family family, int steps, DataType type) {
        var real = ParityCase.between(290, -1, 1, steps * 32, 784).castTo(type);
        var discriminatorNoise =
                ParityCase.between(291, -1.5, 0.5, steps * 32, 100).castTo(type);
        var generatorNoise = ParityCase.between(292, -1.5, 0.5, steps * 64, 100).castTo(type);
        var realLabels = labels(293, steps * 32);
        var generatorLabels = labels(294, steps * 64);
        var alpha = ParityCase.between(295, 0, 1, steps * 32, 1);
        var batches = new ArrayList<Batch>();
        for (int i = 0; i < steps; i++) {
            var plain = new Batch(
                    ParityCase.rows(real, i, 32),
                    ParityCase.rows(discriminatorNoise, i, 32),
                    ParityCase.rows(generatorNoise, i, 64));
            batches.add(family.complete(
                    plain, part(realLabels, i, steps), part(generatorLabels, i, steps), ParityCase.rows(alpha, i, 32)));
        }
        return batches;
    }

    private static int[] labels(int stream, int count) {
        var numbers = ParityCase.between(stream, 0, CLASSES, 1, count).data().asFloat();
        return IntStream.range(0, count).map(i -> (int) numbers[i]).toArray();
    }

    /** The batches of a case of the reference, which has so many steps. */
    static List<Batch> batches(Family family, Map<String, double[]> given, int steps, DataType type) {
        var plain = OracleTest.batches(given, steps, type);
        var realLabels = integers(given.get("real_labels"));
        var generatorLabels = integers(given.get("g_labels"));
        var alpha = Nd4j.createFromArray(given.get("alpha")).reshape(steps * 32, 1);
        return IntStream.range(0, steps)
                .mapToObj(i -> family.complete(
                        plain.get(i),
                        part(realLabels, i, steps),
                        part(generatorLabels, i, steps),
                        ParityCase.rows(alpha, i, 32)))
                .toList();
    }

    private static int[] integers(double[] numbers) {
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }

    private static int[] part(int[] all, int step, int steps) {
        int length = all.length / steps;
        return Arrays.copyOfRange(all, step * length, (step + 1) * length);
    }

    ParityCase.Result run(Route route, List<Batch> batches) {
        var labels = OneHot.ofImages(discriminator, ImageShape.MNIST.pixels(), family.classes);
        var objective = family.options.objective();
        var step = route == Route.LAYERS
                ? new LayerStep(generator, discriminator, labels, objective, new SeededRandom(0))
                : new FusedStep(generator, discriminator, labels, objective, new SeededRandom(0));
        return ParityCase.run(step, batches, this::each);
    }

    /** Calls back for every tensor under the reference's name for it. */
    private void each(ParityCase.Tensor tensor) {
        each(family.model.generator, generator, tensor);
        each(family.model.discriminator, discriminator, tensor);
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
