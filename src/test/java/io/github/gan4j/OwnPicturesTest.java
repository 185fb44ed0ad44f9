package io.github.gan4j;

import static io.github.gan4j.CheckpointTest.assertSameBits;
import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.evaluate;
import static io.github.gan4j.Gan4j.loadGan;
import static io.github.gan4j.Gan4j.plotQuality;
import static io.github.gan4j.Gan4j.save;
import static io.github.gan4j.Gan4j.train;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.train.fused.FusedStep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of other shapes than digits are learned the fast way, and a run on them goes on from its checkpoint. */
class OwnPicturesTest {
    private static final Images COLOUR = discs(400, new ImageShape(32, 32, 3), 1);
    private static final Images GREY = discs(400, new ImageShape(64, 64, 1), 1);

    @TempDir
    Path folder;

    /** Each a bright disc somewhere on a dark ground, each channel with a brightness of its own. */
    static Images discs(int count, ImageShape shape, long seed) {
        var pixels = new byte[count * shape.features()];
        var random = new SeededRandom(seed);
        for (int i = 0; i < pixels.length; i += shape.features()) {
            int side = shape.width(); // and height
            int radius = side / 8 + random.nextInt(side / 8);
            int middleX = side / 4 + random.nextInt(side / 2);
            int middleY = side / 4 + random.nextInt(side / 2);
            for (int channel = 0; channel < shape.channels(); channel++) {
                int bright = 120 + random.nextInt(136);
                for (int k = 0; k < shape.pixels(); k++) {
                    boolean inside = Math.hypot(k % side - middleX, k / side - middleY) < radius;
                    pixels[i + channel * shape.pixels() + k] = (byte) (inside ? bright : 20);
                }
            }
        }
        var labels = IntStream.range(0, count).map(i -> i % 10).toArray(); // which say nothing
        return Images.of("discs", shape, pixels, labels);
    }

    static Stream<Arguments> colourPairs() {
        return pairsFor(COLOUR);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(COLOUR, GREY).flatMap(OwnPicturesTest::pairsFor);
    }

    private static Stream<Arguments> pairsFor(Images images) {
        var shape = images.shape();
        var dense = NetworkOptions.defaults().withShape(shape);
        var convolutional = NetworkOptions.dcgan().withShape(shape).withWidth(8);
        return Stream.of(
                Arguments.of(Named.of("dense, " + shape, dense), GanOptions.defaults(), images),
                Arguments.of(Named.of("convolutional, " + shape, convolutional), GanOptions.dcgan(), images));
    }

    private static Gan pair(NetworkOptions networks, GanOptions options) {
        var gan = buildGan(buildGenerator(networks), buildDiscriminator(networks), options);
        assertTrue(FusedStep.supports(
                gan.generator().network(), gan.discriminator().network()));
        return gan;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void comeNearerToThePictures(NetworkOptions networks, GanOptions options, Images images) {
        var gan = pair(networks, options);
        var judging = EvaluationOptions.defaults().withReference(images);
        double before = evaluate(gan, judging).frechetDistance();
        var losses = train(gan, images, 40);
        double after = evaluate(gan, judging).frechetDistance();
        assertTrue(
                DoubleStream.concat(Arrays.stream(losses.discriminator()), Arrays.stream(losses.generator()))
                        .allMatch(Double::isFinite),
                losses::toString);
        assertTrue(after < 0.8 * before, () -> before + " before, " + after + " after");
    }

    @ParameterizedTest
    @MethodSource("colourPairs")
    void resumeBitForBit(NetworkOptions networks, GanOptions options, Images images) {
        var whole = pair(networks, options);
        train(whole, images, 4);
        var first = pair(networks, options);
        train(first, images, 2);
        save(first, folder.resolve("gan.zip"));
        var second = loadGan(folder.resolve("gan.zip"));
        assertSameBits(first, second);
        train(second, images, 2);
        assertSameBits(whole, second);
    }

    @Test
    void picturesOfAnotherShapeAreRefusedBeforeTheFirstStep() {
        var gan = pair(NetworkOptions.defaults().withShape(COLOUR.shape()), GanOptions.defaults());
        var thrown = assertThrows(IllegalArgumentException.class, () -> train(gan, discs(10, ImageShape.MNIST, 1), 1));
        assertEquals(
                "trainStep: images must be of the pair's shape, " + COLOUR.shape() + ", but are of 28x28.",
                thrown.getMessage().lines().findFirst().orElseThrow());
        assertEquals(0, gan.step());
    }

    @Test
    void aLineSaysThatNeighboursAreOfOneClass() {
        var sorted = Images.of("folders", new byte[4 * 784], new int[] {0, 0, 1, 1});
        var mixed = Images.of("digits", new byte[4 * 784], new int[] {0, 1, 0, 1});
        var lots = GanOptions.defaults().withBatchSize(4).withSampling(Sampling.SHUFFLED);
        assertTrue(printed(GanOptions.defaults().withBatchSize(4), sorted).contains("withSampling(Sampling.SHUFFLED)"));
        assertFalse(printed(GanOptions.defaults().withBatchSize(4), mixed).contains("withSampling"));
        assertFalse(printed(lots, sorted).contains("withSampling"));
    }

    private static String printed(GanOptions options, Images images) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            train(SmallPair.of(2, options), images, 1);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void evaluationsOfARunCompareWithItsImages() {
        var gan = pair(NetworkOptions.dcgan().withShape(COLOUR.shape()).withWidth(2), GanOptions.dcgan());
        var history = train(gan, COLOUR, TrainOptions.steps(2).withEvaluations(1));
        assertEquals(2, history.evaluations().size());
        var expected = evaluate(gan, EvaluationOptions.defaults().withReference(COLOUR));
        var found = history.evaluations().get(1);
        assertEquals(expected.frechetDistance(), found.frechetDistance());
        assertEquals(200, found.count());
        assertTrue(found.toString().contains("real: 200 images of discs"), found::toString);
        assertTrue(history.grids().get(1).caption().contains("Fréchet"), history.grids()::toString);
        var chart = plotQuality(history);
        assertTrue(
                chart.getLayout().asJavascript().contains("Fréchet distance (random convolutions gan4j-1)"),
                chart::toString);
        assertTrue(chart.getTraces()[1].asJavascript(1).contains("Real images"), chart::toString);
    }

    @Test
    void labelsThatTheDigitClassifierDoesNotReadAreOfNoDigits() {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var options = TrainOptions.steps(1).withEvaluations(1);
        var found = train(gan, discs(400, ImageShape.MNIST, 1), options)
                .evaluations()
                .get(0);
        assertTrue(found.shares().isEmpty(), found::toString);
        assertTrue(found.toString().contains("real: 200 images of discs"), found::toString);
    }

    @Test
    void tooFewToCompareWithIsSaidBeforeTheFirstStep() {
        var shape = COLOUR.shape();
        var few = Images.of("few", shape, new byte[199 * shape.features()], new int[0]);
        var gan = pair(NetworkOptions.dcgan().withShape(shape).withWidth(2), GanOptions.dcgan());
        var options = TrainOptions.steps(1).withEvaluations(1);
        var thrown = assertThrows(IllegalArgumentException.class, () -> train(gan, few, options));
        assertEquals(
                "train: evaluations compare with the training images, of which there must be at least 200, but got 199.\n"
                        + "Leave withEvaluations out, or train on more.",
                thrown.getMessage());
        assertEquals(0, gan.step());
    }
}
