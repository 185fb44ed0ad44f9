package io.github.gan4j.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.ImageShape;
import io.github.gan4j.NetworkOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.factory.Nd4j;

class DcganTest {
    private static final NetworkOptions SMALL = NetworkOptions.dcgan().withWidth(3);

    private static List<Layer> layers(MultiLayerNetwork network) {
        return IntStream.range(0, network.getnLayers())
                .mapToObj(i -> network.getLayer(i).conf().getLayer())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"28, 28, 1", "4, 4, 1", "12, 20, 3", "32, 32, 3"})
    void drawsAndJudgesRowsOfNumbers(int height, int width, int channels) {
        var options = SMALL.withShape(new ImageShape(height, width, channels));
        var images = Networks.generator(options).output(Nd4j.randn(2, 100), false);
        assertArrayEquals(new long[] {2, channels * height * width}, images.shape());
        assertTrue(images.amaxNumber().doubleValue() < 1);
        var judged = Networks.discriminator(options).output(images, false);
        assertArrayEquals(new long[] {2, 1}, judged.shape());
    }

    /** The largest of many uniform numbers comes close to the limit, which Keras takes from area times channels. */
    @Test
    void startsWithKerassWeights() {
        var options = NetworkOptions.dcgan().withWidth(16);
        var generator = Networks.generator(options);
        assertLimit(generator, "0_W", 1, 100 + 3136);
        assertLimit(generator, "3_W", 25, 64 + 32);
        assertLimit(generator, "6_W", 25, 32 + 16);
        assertLimit(generator, "9_W", 25, 16 + 1);
        var discriminator = Networks.discriminator(options);
        assertLimit(discriminator, "0_W", 25, 1 + 16);
        assertLimit(discriminator, "2_W", 25, 16 + 32);
        assertLimit(discriminator, "4_W", 1, 1568 + 1);
        for (var bias : List.of("0_b", "2_b", "4_b")) {
            assertEquals(0, discriminator.getParam(bias).amaxNumber().doubleValue(), bias);
        }
    }

    private static void assertLimit(MultiLayerNetwork network, String name, int area, int channels) {
        var weights = network.getParam(name);
        double limit = Math.sqrt(6.0 / (area * channels));
        assertEquals(1, weights.amaxNumber().doubleValue() / limit, 0.03, name);
        assertEquals(1, weights.stdNumber().doubleValue() * Math.sqrt(3) / limit, 0.05, name);
    }

    @Test
    void keepsDl4jsKeysAndOrders() {
        var generator = Networks.generator(SMALL);
        assertEquals(
                Map.of(0, "[100, 588]", 3, "[12, 6, 5, 5]", 6, "[6, 3, 5, 5]", 9, "[3, 1, 5, 5]"), weights(generator));
        assertEquals(
                Map.of(0, "[3, 1, 5, 5]", 2, "[6, 3, 5, 5]", 4, "[294, 1]"), weights(Networks.discriminator(SMALL)));
        assertTrue(generator.paramTable().keySet().stream().noneMatch(key -> key.endsWith("_b")));
    }

    /** The shapes of the weights by the number of their layer. */
    private static Map<Integer, String> weights(MultiLayerNetwork network) {
        return IntStream.range(0, network.getnLayers())
                .filter(i -> network.paramTable().containsKey(i + "_W"))
                .boxed()
                .collect(Collectors.toMap(
                        i -> i, i -> Arrays.toString(network.getParam(i + "_W").shape())));
    }

    @Test
    void takesSlopeMomentumAndDropoutFromTheOptions() {
        var options = SMALL.withLeakySlope(0.3).withMomentum(0.99).withDropout(0.3);
        var generator = layers(Networks.generator(options));
        for (int i : new int[] {1, 4, 7}) {
            var norm = (BatchNormalization) generator.get(i);
            assertEquals(0.99, norm.getDecay());
            assertEquals(1e-3, norm.getEps());
            assertEquals(new ActivationLReLU(0.3), ((ActivationLayer) generator.get(i + 1)).getActivationFn());
        }
        var discriminator = layers(Networks.discriminator(options));
        for (int i : new int[] {1, 4}) {
            assertEquals(new ActivationLReLU(0.3), ((ActivationLayer) discriminator.get(i)).getActivationFn());
            assertEquals(new Dropout(0.7), ((DropoutLayer) discriminator.get(i + 1)).getIDropout());
        }
    }

    @Test
    void hasNoDropoutLayerWhereNothingIsDropped() {
        assertTrue(layers(Networks.discriminator(SMALL)).stream().noneMatch(DropoutLayer.class::isInstance));
    }

    @Test
    void dropsWhileItTrainsOnly() {
        var discriminator = Networks.discriminator(SMALL.withDropout(0.5));
        var images = Nd4j.randn(4, 784);
        assertEquals(discriminator.output(images, false), discriminator.output(images, false));
        assertNotEquals(discriminator.output(images, true), discriminator.output(images, true));
        assertEquals(
                discriminator.output(images, false),
                withParameters(Networks.discriminator(SMALL), discriminator).output(images, false));
    }

    /** What stays is divided by its share, so that the mean stays the same. */
    @Test
    void dropsAShareAndEnlargesTheRest() {
        var discriminator = Networks.discriminator(SMALL.withDropout(0.3));
        var images = Nd4j.randn(200, 784);
        var whole = withParameters(Networks.discriminator(SMALL), discriminator);
        var before = whole.feedForward(images.dup(), true).get(2).data().asFloat(); // DL4J drops in place
        var after = discriminator.feedForward(images.dup(), true).get(3).data().asFloat(); // [200, 3, 14, 14]
        int dropped = 0;
        for (int i = 0; i < after.length; i++) {
            dropped += after[i] == 0 ? 1 : 0;
            assertEquals(after[i] == 0 ? 0 : before[i] / 0.7, after[i], 1e-5);
        }
        assertEquals(0.3, (double) dropped / after.length, 0.01); // a standard error is 0.0013
    }

    private static MultiLayerNetwork withParameters(MultiLayerNetwork network, MultiLayerNetwork of) {
        network.setParams(of.params());
        return network;
    }

    @Test
    void givesTheSameWeightsForTheSameSeedOnly() {
        assertEquals(
                Networks.generator(SMALL).params(), Networks.generator(SMALL).params());
        assertNotEquals(
                Networks.generator(SMALL).params(),
                Networks.generator(SMALL.withSeed(43)).params());
    }
}
