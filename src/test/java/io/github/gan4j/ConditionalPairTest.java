package io.github.gan4j;

import static io.github.gan4j.CheckpointTest.assertSameBits;
import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.loadGan;
import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.plotInterpolation;
import static io.github.gan4j.Gan4j.sample;
import static io.github.gan4j.Gan4j.save;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What a conditional pair does besides learning, with both kinds of networks on both routes. */
class ConditionalPairTest {
    static final Images DIGITS = syntheticDigits(100, 1);
    private static final NetworkOptions CONVOLUTIONAL =
            NetworkOptions.dcgan().withWidth(2).withClasses(10);
    private static final GanOptions OPTIONS =
            GanOptions.defaults().withBatchSize(8).withLearningRate(2e-3);

    private static final Images BLACK_AND_WHITE = blackAndWhite(40);

    @TempDir
    Path folder;

    /** Black images of label 0 and white ones of label 1 in turn. */
    private static Images blackAndWhite(int count) {
        var pixels = new byte[count * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 784 % 2 == 0 ? 0 : 255);
        }
        return Images.of(
                "black and white",
                pixels,
                IntStream.range(0, count).map(i -> i % 2).toArray());
    }

    @AfterEach
    void onAnyRoute() {
        System.clearProperty("gan4j.route");
    }

    private static Gan convolutional() {
        return buildGan(buildGenerator(CONVOLUTIONAL), buildDiscriminator(CONVOLUTIONAL), OPTIONS);
    }

    /** The tutorial's kinds of layers, of few units. */
    static Gan dense() {
        var drawing = SmallPair.network(
                SmallPair.dense(110, 8, Activation.LEAKYRELU), SmallPair.dense(8, 784, Activation.TANH));
        var judging = SmallPair.network(SmallPair.dense(794, 8, Activation.LEAKYRELU), SmallPair.output(8));
        return buildGan(
                new Generator(drawing, ImageShape.MNIST, 10),
                new Discriminator(judging, ImageShape.MNIST, 10),
                OPTIONS);
    }

    interface Kind {
        Gan build();
    }

    static Stream<Named<Kind>> kinds() {
        return Stream.of(
                Named.of("dense", ConditionalPairTest::dense),
                Named.of("convolutional", ConditionalPairTest::convolutional));
    }

    static Stream<Arguments> pairs() {
        return Stream.of("layers", "fused").flatMap(route -> kinds().map(kind -> Arguments.of(route, kind)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void drawsWhatIsAskedFor(String route, Kind kind) {
        System.setProperty("gan4j.route", route);
        var gan = kind.build();
        train(gan, DIGITS, 3);
        var noise = OPTIONS.noise().draw(3, OPTIONS.seed());
        var given = Nd4j.hstack(noise, Nd4j.eye(10).getRows(7, 0, 9));
        var images = sample(gan, new int[] {7, 0, 9});
        assertClose(gan.generator().network().output(given, false), images);
        assertClose(images, gan.sample(given));
        var inTurn = sample(gan, 12); // 0 to 9, 0, 1
        assertClose(sample(gan, IntStream.range(0, 12).map(i -> i % 10).toArray()), inTurn);
        assertNotEquals(images, sample(gan, new int[] {6, 0, 9}));
    }

    private static void assertClose(INDArray expected, INDArray actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        assertTrue(
                expected.equalsWithEps(actual, 1e-4), () -> expected.sub(actual).amaxNumber() + "");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aGridHasAColumnForEachClassAndOneNoiseAlongARow(Kind kind) {
        var gan = kind.build();
        var grid = plotGrid(gan);
        assertEquals(10, grid.columns());
        var noise = OPTIONS.noise().draw(4, GridOptions.defaults().seed());
        var second = noise.get(NDArrayIndex.interval(1, 2), NDArrayIndex.all());
        var given = Nd4j.hstack(Nd4j.vstack(second, second), Nd4j.eye(10).getRows(3, 8));
        var drawn = gan.sample(given);
        assertSamePixels(drawn.getRow(0), grid, 1, 3);
        assertSamePixels(drawn.getRow(1), grid, 1, 8);
        assertEquals(4, plotGrid(gan, GridOptions.defaults().withSize(2, 4)).columns());
    }

    /** A row of pixels through the middle of an image, and of the picture at its place. */
    private static void assertSamePixels(INDArray image, ImageGrid grid, int row, int column) {
        for (int x = 0; x < 28; x++) {
            int grey = (int) Math.round(image.getDouble(14 * 28 + x) * 127.5 + 127.5);
            assertEquals(grey, grid.getRGB(28 * column + x, 28 * row + 14) & 0xff, 1);
        }
    }

    @Test
    void aStripLeadsFromOneLabelToAnother() {
        var gan = dense();
        var strip = plotInterpolation(gan, 2, 5);
        assertEquals(10, strip.columns());
        assertTrue(strip.caption().startsWith("from label 2 to 5"), strip.caption());
        var noise = OPTIONS.noise().draw(1, OPTIONS.seed());
        assertSamePixels(gan.sample(behind(noise, 2)).getRow(0), strip, 0, 0);
        assertSamePixels(gan.sample(behind(noise, 5)).getRow(0), strip, 0, 9);
        assertEquals(
                10, plotInterpolation(gan, behind(noise, 2), behind(noise, 5)).columns());
    }

    private static INDArray behind(INDArray noise, int label) {
        return Nd4j.hstack(noise, Nd4j.eye(10).getRows(label));
    }

    static Stream<NetworkOptions> networks() {
        return Stream.of(NetworkOptions.defaults().withClasses(2), CONVOLUTIONAL);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void learnsWhatALabelMeans(NetworkOptions networks) {
        var learning = networks.isConvolutional() ? OPTIONS : GanOptions.defaults();
        var gan = buildGan(buildGenerator(networks), buildDiscriminator(networks), learning);
        train(gan, BLACK_AND_WHITE, 150);
        var images = sample(gan, new int[] {0, 0, 0, 0, 1, 1, 1, 1});
        double black = images.get(NDArrayIndex.interval(0, 4)).meanNumber().doubleValue();
        double white = images.get(NDArrayIndex.interval(4, 8)).meanNumber().doubleValue();
        assertTrue(white - black > 0.2, black + " and " + white);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aCheckpointKeepsTheClassesAndGoesOnBitForBit(String route, Kind kind) {
        System.setProperty("gan4j.route", route);
        var gan = kind.build();
        train(gan, DIGITS, 2);
        save(gan, folder.resolve("gan.zip"));
        var loaded = loadGan(folder.resolve("gan.zip"));
        assertEquals(10, loaded.classes());
        train(gan, DIGITS, 2);
        train(loaded, DIGITS, 2);
        assertSameBits(gan, loaded);
    }

    /** Planes beside three channels, at every kind of border, on both routes. */
    @Test
    void learnsAlikeFromColouredPicturesOnBothRoutes() {
        var networks = NetworkOptions.dcgan().withWidth(2).withClasses(3).withShape(new ImageShape(8, 12, 3));
        var real = Nd4j.rand(4, 288).muli(2).subi(1);
        var noise = Noise.TRAINING.draw(4, 1);
        var batch = Batch.of(real, noise, noise).withLabels(new int[] {2, 0, 1, 2}, new int[] {0, 1, 2, 1});
        Gan[] gans = new Gan[2];
        for (int i = 0; i < 2; i++) {
            System.setProperty("gan4j.route", i == 0 ? "layers" : "fused");
            gans[i] = buildGan(buildGenerator(networks), buildDiscriminator(networks), OPTIONS);
        }
        for (int step = 0; step < 5; step++) {
            var expected = trainStep(gans[0], batch);
            var actual = trainStep(gans[1], batch);
            assertEquals(expected.discriminator(), actual.discriminator(), 1e-4);
            assertEquals(expected.generator(), actual.generator(), 1e-4);
        }
        assertClose(
                gans[0].discriminator().network().getParam("0_W"),
                gans[1].discriminator().network().getParam("0_W"));
    }

    @Test
    void saysWhatLabelsMustBe() {
        var gan = dense();
        var plain = SmallPair.of(2, OPTIONS);
        var batch = Batch.of(DIGITS.batch(0, 4), Noise.TRAINING.draw(4, 1), Noise.TRAINING.draw(8, 2));
        var labels = new int[] {0, 1, 2, 3};
        assertSays(
                "only a conditional pair takes labels",
                "NetworkOptions.defaults().withClasses(10)",
                () -> sample(plain, labels));
        assertSays(
                "sample: labels must be 0 to 9 for a pair of 10 classes, but got 10.",
                "sample(gan, new int[]",
                () -> sample(gan, new int[] {10}));
        assertSays("but got -1.", "sample(gan, new int[]", () -> sample(gan, new int[] {-1}));
        assertSays("sample: there must be 1 to ", "sample(gan, new int[]", () -> sample(gan, new int[0]));
        assertSays(
                "sample: noise must have shape [n, 110], but got [3, 100].",
                "Nd4j.eye(10)",
                () -> gan.sample(Noise.TRAINING.draw(3, 1)));
        assertSays(
                "a conditional pair needs labels, but the batch has none.",
                ".withLabels(",
                () -> trainStep(gan, batch));
        assertSays(
                "only a conditional pair takes labels",
                "withClasses(10)",
                () -> trainStep(plain, batch.withLabels(labels, new int[8])));
        assertSays(
                "but got 4 and 7.",
                "Arrays.copyOf(digits.labels(), 4), new int[8]",
                () -> batch.withLabels(labels, new int[7]));
        assertSays("but got 3 and 8.", "batch.withLabels(", () -> batch.withLabels(new int[3], new int[8]));
        assertSays(
                "but got 17.",
                "summaryStatistics()",
                () -> trainStep(gan, batch.withLabels(new int[] {0, 1, 2, 17}, new int[8])));
        assertSays("withLabels: realLabels must be given", "Arrays.copyOf", () -> batch.withLabels(null, new int[8]));
        assertSays(
                "trainStep: images for a conditional pair must have labels, but nameless has none.",
                "digits = loadIdx(Path.of(",
                () -> trainStep(gan, Images.of("nameless", new byte[784 * 9], new int[0])));
        assertSays(
                "plotInterpolation: labels must be 0 to 9",
                "plotInterpolation(gan, 0, 1)",
                () -> plotInterpolation(gan, 3, 10));
        assertEquals(0, gan.step());
    }

    private static void assertSays(String rule, String line, Executable call) {
        var message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(rule) && message.contains(line), message);
    }
}
