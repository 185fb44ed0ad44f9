package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Batch;
import io.github.gan4j.train.fused.FusedStep;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A pair for both routes: the fused one in float32, and DL4J's layers in float64.
 *
 * @param size of an image
 * @param half how many images the discriminator gets of each kind
 * @param whole how many the generator draws for its own update
 * @param generator its layers
 * @param discriminator its layers before the last
 */
record RoutePair(Size size, int half, int whole, OwnNetwork.Layers generator, OwnNetwork.Layers discriminator) {
    static final int NOISE = 20;
    private static final int STEPS = 2;
    private static final double SHARE = 1e-4; // of the largest move of a tensor, for rounding
    private static final double ROUNDING = 2e-7; // of a parameter below 2 in float32, in each step

    record Size(int height, int width, int channels) {
        int values() {
            return height * width * channels;
        }
    }

    /** Both networks. */
    record Networks(MultiLayerNetwork generator, MultiLayerNetwork discriminator) {
        /** All parameters under names of their own, in float64. */
        Map<String, INDArray> parameters() {
            var all = new TreeMap<String, INDArray>();
            generator.paramTable().forEach((name, values) -> all.put("generator " + name, copy(values)));
            discriminator.paramTable().forEach((name, values) -> all.put("discriminator " + name, copy(values)));
            return all;
        }

        private static INDArray copy(INDArray values) {
            return values.dup('c').castTo(DataType.DOUBLE);
        }
    }

    /** Something done to networks before they train. */
    interface Change extends Consumer<Networks> {}

    private Networks networks(DataType type) {
        return new Networks(
                OwnNetwork.generator(NOISE, type, generator),
                OwnNetwork.discriminator(size.height, size.width, size.channels, type, discriminator));
    }

    private Batch batch(int step, DataType type) {
        return new Batch(
                random(half, size.values(), 3 * step).castTo(type),
                random(half, NOISE, 3 * step + 1).castTo(type),
                random(whole, NOISE, 3 * step + 2).castTo(type));
    }

    private static INDArray random(int rows, int columns, long seed) {
        var values = new Random(seed).doubles((long) rows * columns, -1, 1).toArray();
        return Nd4j.createFromArray(values).castTo(DataType.FLOAT).reshape(rows, columns);
    }

    /** From the same state on, the same batches give the same losses, parameters and samples within rounding. */
    void assertRoutesAgree(int samples, Change change) {
        var expected = networks(DataType.DOUBLE);
        var actual = networks(DataType.FLOAT);
        expected.generator.setParams(actual.generator.params().castTo(DataType.DOUBLE));
        expected.discriminator.setParams(actual.discriminator.params().castTo(DataType.DOUBLE));
        var start = actual.parameters();
        change.accept(expected);
        assertTrue(FusedStep.supports(actual.generator, actual.discriminator));
        var layers = new LayerStep(expected.generator, expected.discriminator);
        var fused = new FusedStep(actual.generator, actual.discriminator);
        for (int i = 0; i < STEPS; i++) {
            var expectedLosses = layers.apply(batch(i, DataType.DOUBLE));
            var losses = fused.apply(batch(i, DataType.FLOAT));
            assertEquals(expectedLosses.discriminator(), losses.discriminator(), 1e-6);
            assertEquals(expectedLosses.generator(), losses.generator(), 1e-6);
        }
        assertSame(start, expected.parameters(), actual.parameters());
        var noise = random(samples, NOISE, 1);
        assertArrayEquals(
                layers.sample(noise.castTo(DataType.DOUBLE)).data().asDouble(),
                fused.sample(noise).data().asDouble(),
                1e-5);
    }

    private static void assertSame(
            Map<String, INDArray> start, Map<String, INDArray> expected, Map<String, INDArray> actual) {
        start.forEach((name, values) -> {
            double moved = expected.get(name).sub(values).amaxNumber().doubleValue();
            double apart = expected.get(name).sub(actual.get(name)).amaxNumber().doubleValue();
            double allowed = SHARE * moved + STEPS * ROUNDING;
            assertEquals(0, apart, allowed, () -> name + ", which moved by " + moved);
        });
    }
}
