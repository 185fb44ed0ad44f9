package io.github.gan4j.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Discriminator;
import io.github.gan4j.Gan4j;
import io.github.gan4j.Generator;
import io.github.gan4j.ImageShape;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.SmallPair;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

class KerasSummaryTest {
    private static final Generator GENERATOR = Gan4j.buildGenerator();
    private static final Discriminator DISCRIMINATOR = Gan4j.buildDiscriminator();

    private static List<String> rows(String summary) {
        return summary.lines().filter(line -> line.contains("(None")).toList();
    }

    private static List<Long> counts(String summary) {
        return rows(summary).stream()
                .map(row -> Long.parseLong(row.substring(row.lastIndexOf(' ') + 1)))
                .toList();
    }

    @Test
    void countsTheGeneratorRowByRowAsTheTutorial() { // tutorial step 2
        var summary = KerasSummary.of(GENERATOR);
        assertEquals(
                List.of(25_856L, 0L, 1_024L, 131_584L, 0L, 2_048L, 525_312L, 0L, 4_096L, 803_600L, 0L),
                counts(summary));
        assertTrue(
                summary.endsWith("Total params: 1,493,520\nTrainable params: 1,489,936\nNon-trainable params: 3,584"));
    }

    @Test
    void namesAndShapesTheGeneratorsLayersAsKeras() {
        var rows = rows(KerasSummary.of(GENERATOR));
        assertTrue(rows.get(0).matches("dense \\(Dense\\) +\\(None, 256\\) +25856"), rows.get(0));
        assertTrue(rows.get(4).startsWith("leaky_re_lu_1 (LeakyReLU) "), rows.get(4));
        assertTrue(rows.get(8).startsWith("batch_normalization_2 (BatchNormalization) "), rows.get(8));
        assertTrue(rows.get(10).matches("reshape \\(Reshape\\) +\\(None, 28, 28, 1\\) +0"), rows.get(10));
    }

    @Test
    void countsTheDiscriminatorAsTheTutorialAndFlattens784Pixels() { // tutorial step 3; slip E1
        var summary = KerasSummary.of(DISCRIMINATOR);
        assertEquals(List.of(0L, 803_840L, 0L, 262_400L, 0L, 257L), counts(summary));
        assertTrue(rows(summary).get(0).matches("flatten \\(Flatten\\) +\\(None, 784\\) +0"));
        assertTrue(summary.endsWith("Total params: 1,066,497\nTrainable params: 1,066,497\nNon-trainable params: 0"));
    }

    @Test
    void countsTheDiscriminatorAsFrozenInTheStack() { // tutorial step 5
        var summary = KerasSummary.of(GENERATOR, DISCRIMINATOR);
        assertTrue(summary.endsWith(
                "Total params: 2,560,017\nTrainable params: 1,489,936\nNon-trainable params: 1,070,081"));
    }

    @Test
    void numbersLayersAnewWithEverySummary() {
        var network = Networks.discriminator(1);
        assertEquals(KerasSummary.of(network), KerasSummary.of(network));
    }

    @Test
    void givesALayerWithoutSizesTheShapeOfTheOneBefore() {
        var network = SmallPair.network(
                new DropoutLayer.Builder(0.5).build(),
                SmallPair.dense(784, 8, Activation.RELU),
                new DropoutLayer.Builder(0.5).build(),
                SmallPair.output(8));
        var rows = rows(KerasSummary.of(network));
        assertTrue(rows.get(0).matches("dropout \\(Dropout\\) +\\(None, 784\\) +0"), rows.get(0));
        assertTrue(rows.get(2).matches("dropout_1 \\(Dropout\\) +\\(None, 8\\) +0"), rows.get(2));
    }

    private static final NetworkOptions TENSORFLOWS = NetworkOptions.dcgan()
            .withWidth(64)
            .withLeakySlope(0.3)
            .withMomentum(0.99)
            .withDropout(0.3);

    /** The lines between the two rules of '=', with one space for many. */
    private static String table(String summary) {
        return Stream.of(summary.split("=+\n")[1].split("\n"))
                .map(line -> line.replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void printsTheTableOfTensorFlowsConvolutionalGenerator() {
        var summary = KerasSummary.of(Gan4j.buildGenerator(TENSORFLOWS));
        assertEquals("""
                dense (Dense) (None, 12544) 1254400
                batch_normalization (BatchNormalization) (None, 12544) 50176
                leaky_re_lu (LeakyReLU) (None, 12544) 0
                reshape (Reshape) (None, 7, 7, 256) 0
                conv2d_transpose (Conv2DTranspose) (None, 7, 7, 128) 819200
                batch_normalization_1 (BatchNormalization) (None, 7, 7, 128) 512
                leaky_re_lu_1 (LeakyReLU) (None, 7, 7, 128) 0
                conv2d_transpose_1 (Conv2DTranspose) (None, 14, 14, 64) 204800
                batch_normalization_2 (BatchNormalization) (None, 14, 14, 64) 256
                leaky_re_lu_2 (LeakyReLU) (None, 14, 14, 64) 0
                conv2d_transpose_2 (Conv2DTranspose) (None, 28, 28, 1) 1600
                """, table(summary));
        assertTrue(
                summary.endsWith("Total params: 2,330,944\nTrainable params: 2,305,472\nNon-trainable params: 25,472"));
    }

    @Test
    void printsTheTableOfTensorFlowsConvolutionalDiscriminator() {
        var summary = KerasSummary.of(Gan4j.buildDiscriminator(TENSORFLOWS));
        assertEquals("""
                conv2d (Conv2D) (None, 14, 14, 64) 1664
                leaky_re_lu (LeakyReLU) (None, 14, 14, 64) 0
                dropout (Dropout) (None, 14, 14, 64) 0
                conv2d_1 (Conv2D) (None, 7, 7, 128) 204928
                leaky_re_lu_1 (LeakyReLU) (None, 7, 7, 128) 0
                dropout_1 (Dropout) (None, 7, 7, 128) 0
                flatten (Flatten) (None, 6272) 0
                dense (Dense) (None, 1) 6273
                """, table(summary));
        assertTrue(summary.endsWith("Total params: 212,865\nTrainable params: 212,865\nNon-trainable params: 0"));
    }

    @Test
    void printsTheSameTableOfAConvolutionalNetworkAlone() {
        var generator = Gan4j.buildGenerator(NetworkOptions.dcgan().withShape(new ImageShape(12, 20, 3)));
        assertEquals(table(KerasSummary.of(generator)), table(KerasSummary.of(generator.network())));
        assertTrue(KerasSummary.of(generator).contains("(None, 12, 20, 3)"));
        var discriminator = Gan4j.buildDiscriminator(NetworkOptions.dcgan());
        assertEquals(table(KerasSummary.of(discriminator)), table(KerasSummary.of(discriminator.network())));
    }
}
