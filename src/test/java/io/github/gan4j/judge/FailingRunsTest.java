package io.github.gan4j.judge;

import static io.github.gan4j.Gan4j.diagnose;
import static io.github.gan4j.Gan4j.loadGan;
import static io.github.gan4j.Gan4j.save;
import static io.github.gan4j.Gan4j.trainStep;
import static io.github.gan4j.judge.FailingRuns.DIGITS;
import static io.github.gan4j.judge.FailingRuns.HALF;
import static io.github.gan4j.judge.FailingRuns.assertSeen;
import static io.github.gan4j.judge.FailingRuns.conditional;
import static io.github.gan4j.judge.FailingRuns.convolutional;
import static io.github.gan4j.judge.FailingRuns.examine;
import static io.github.gan4j.judge.FailingRuns.fakes;
import static io.github.gan4j.judge.FailingRuns.gan;
import static io.github.gan4j.judge.FailingRuns.noise;
import static io.github.gan4j.judge.FailingRuns.ones;
import static io.github.gan4j.judge.FailingRuns.reals;
import static io.github.gan4j.judge.FailingRuns.statistics;
import static io.github.gan4j.judge.FailingRuns.teach;
import static io.github.gan4j.judge.FailingRuns.trainOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.Batch;
import io.github.gan4j.Fakes;
import io.github.gan4j.Finding;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.LossHistory;
import io.github.gan4j.Noise;
import io.github.gan4j.Sampling;
import io.github.gan4j.StepLoss;
import io.github.gan4j.internal.SeededRandom;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every failure is provoked by training, and must be named; a healthy run must raise no false alarm. With
 * {@code -Dgan4j.failingRuns=true} over more seeds and settings and for more steps, as every night.
 */
class FailingRunsTest {
    private static final boolean LONG = Boolean.getBoolean("gan4j.failingRuns");
    private static final GanOptions OPTIONS = GanOptions.defaults();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, LONG ? 4 : 1);
    }

    static LongStream nightlySeeds() {
        return LONG ? seeds() : LongStream.empty();
    }

    static Stream<Arguments> healthyRuns() {
        var quick = Stream.of(
                arguments(OPTIONS.withSeed(11), 200),
                arguments(OPTIONS.withSeed(12).withSampling(Sampling.SHUFFLED), 100),
                arguments(OPTIONS.withSeed(13).withBatchSize(32), 500)); // half the work, so that it comes to digits
        return LONG ? Stream.concat(quick, thoroughRuns()) : quick;
    }

    private static Stream<Arguments> thoroughRuns() {
        return Stream.of(
                arguments(OPTIONS.withSeed(14), 3_000),
                arguments(OPTIONS.withSeed(15).withBatchSize(128), 1_000),
                arguments(OPTIONS.withSeed(16).withLearningRate(1e-4), 1_000),
                arguments(OPTIONS.withSeed(17).withLoss(Loss.LEAST_SQUARES), 1_000),
                arguments(OPTIONS.withSeed(18).withRealLabel(0.9), 1_000),
                arguments(OPTIONS.withSeed(19).withFakes(Fakes.TRAINING), 500));
    }

    @ParameterizedTest
    @MethodSource("healthyRuns")
    void healthyRunsRaiseNoFalseAlarm(GanOptions options, int steps) {
        var gan = gan(options);
        while (gan.step() < steps) {
            trainOn(gan, DIGITS, 100);
            assertEquals(
                    List.of(Finding.HEALTHY), examine(gan).findings(), () -> examine(gan) + "\n" + statistics(gan));
        }
    }

    /** A convolutional generator keeps up from the start, draws its first fog alike, and makes its discriminator toss coins. */
    @ParameterizedTest
    @MethodSource("seeds")
    void healthyConvolutionalRunsRaiseNoFalseAlarm(long seed) {
        var gan = convolutional(GanOptions.dcgan().withSeed(seed + 1));
        for (int step = 20; step <= (LONG ? 500 : 120); step += 20) {
            trainOn(gan, DIGITS, 20);
            assertEquals(
                    List.of(Finding.HEALTHY), examine(gan).findings(), () -> examine(gan) + "\n" + statistics(gan));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void failuresOfConvolutionalRunsAreNamed(long seed) {
        var options = GanOptions.dcgan().withSeed(seed);
        assertConvolutional(options.withDiscriminatorLearningRate(1e-6), 40, Finding.DISCRIMINATOR_NOT_LEARNING);
        assertConvolutional(
                options.withLearningRate(1e-4).withDiscriminatorLearningRate(1e-2), 30, Finding.DISCRIMINATOR_WON);
        assertConvolutional(
                options.withLearningRate(1e-6).withDiscriminatorLearningRate(1e-3), 60, Finding.GENERATOR_NOT_LEARNING);
        assertConvolutional(options.withLearningRate(0.05), 40, Finding.SATURATED_PICTURES);
        assertConvolutional(options.withNoise(new Noise(0, 1e-6)), 40, Finding.MODE_COLLAPSE);
    }

    private static void assertConvolutional(GanOptions options, int steps, Finding finding) {
        var gan = convolutional(options);
        trainOn(gan, DIGITS, steps);
        assertTrue(
                assertSeen(gan, finding).toString().contains("NetworkOptions.dcgan()"),
                () -> examine(gan).toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTinyLearningRateTeachesNeither(long seed) {
        var gan = gan(OPTIONS.withSeed(seed).withLearningRate(1e-8));
        trainOn(gan, DIGITS, 20);
        var diagnosis = assertSeen(gan, Finding.DISCRIMINATOR_NOT_LEARNING);
        assertTrue(diagnosis.findings().contains(Finding.GENERATOR_NOT_LEARNING), diagnosis::toString);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTinyLearningRateOfOneTeachesTheOtherAlone(long seed) {
        var still = gan(OPTIONS.withSeed(seed).withLearningRate(1e-6).withDiscriminatorLearningRate(2e-4));
        trainOn(still, DIGITS, 30);
        assertEquals(List.of(Finding.GENERATOR_NOT_LEARNING), examine(still).findings(), () -> statistics(still));

        var blind = gan(OPTIONS.withSeed(seed).withDiscriminatorLearningRate(1e-6));
        trainOn(blind, DIGITS, 60);
        assertEquals(List.of(Finding.DISCRIMINATOR_NOT_LEARNING), examine(blind).findings(), () -> statistics(blind));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHugeLearningRateDiverges(long seed) {
        var gan = gan(OPTIONS.withSeed(seed).withLearningRate(5));
        trainOn(gan, DIGITS, 20);
        assertSeen(gan, Finding.DIVERGED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aGreatLearningRateSaturates(long seed) {
        var gan = gan(OPTIONS.withSeed(seed).withLearningRate(0.02));
        trainOn(gan, DIGITS, LONG ? 400 : 60);
        assertSeen(gan, Finding.SATURATED_PICTURES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void greatWeightsOfTheLastLayerSaturate(long seed) {
        var gan = gan(OPTIONS.withSeed(seed));
        int last = gan.generator().network().getnLayers() - 1;
        gan.generator().network().getParam(last + "_W").muli(10);
        trainOn(gan, DIGITS, 20);
        assertSeen(gan, Finding.SATURATED_PICTURES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDeadDiscriminatorLearnsNothing(long seed) {
        var gan = gan(OPTIONS.withSeed(seed));
        gan.discriminator().network().params().assign(0);
        trainOn(gan, DIGITS, 20);
        assertSeen(gan, Finding.DISCRIMINATOR_NOT_LEARNING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fakesTakenForRealTeachNothing(long seed) {
        var gan = gan(OPTIONS.withSeed(seed));
        var random = new SeededRandom(seed);
        for (int step = 0; step < 40; step++) {
            trainStep(gan, fakes(gan, random), noise(HALF, random), noise(2 * HALF, random));
        }
        assertSeen(gan, Finding.DISCRIMINATOR_NOT_LEARNING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDiscriminatorWithTenTimesTheRateWins(long seed) {
        var gan = gan(OPTIONS.withSeed(seed).withDiscriminatorLearningRate(2e-3));
        trainOn(gan, DIGITS, 50);
        assertSeen(gan, Finding.DISCRIMINATOR_WON);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("nightlySeeds")
    void aDiscriminatorTrainedFiveTimesAsMuchWins(long seed) {
        var gan = gan(OPTIONS.withSeed(seed));
        var random = new SeededRandom(seed);
        for (int step = 0; step < 60; step++) {
            for (int more = 0; more < 5; more++) {
                teach(gan, reals(random), fakes(gan, random));
            }
            trainStep(gan, DIGITS);
        }
        assertSeen(gan, Finding.DISCRIMINATOR_WON);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swappedLabelsAreNamed(long seed) {
        var gan = gan(OPTIONS.withSeed(seed));
        var random = new SeededRandom(seed);
        for (int step = 0; step < (LONG ? 60 : 30); step++) {
            teach(gan, fakes(gan, random), reals(random));
            trainStep(gan, fakes(gan, random), noise(HALF, random), noise(2 * HALF, random));
        }
        assertSeen(gan, Finding.INVERTED_LABELS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noiseThatHardlyVariesCollapses(long seed) {
        var gan = gan(OPTIONS.withSeed(seed).withNoise(new Noise(0, 1e-6)));
        trainOn(gan, DIGITS, 40);
        var diagnosis = assertSeen(gan, Finding.MODE_COLLAPSE);
        assertTrue(diagnosis.findings().contains(Finding.GREY_PICTURES), diagnosis::toString);
    }

    /** As in lesson 6, where a great learning rate ends so: no digit, and nothing that is smooth. */
    @Test
    void oneNoisyPictureForAllNoiseIsACollapse() {
        var gan = gan(OPTIONS);
        int last = gan.generator().network().getnLayers() - 1;
        gan.generator().network().getParam(last + "_W").muli(3);
        var bias = gan.generator().network().getParam(last + "_b");
        var random = new Random(1);
        for (int pixel = 0; pixel < bias.length(); pixel++) {
            bias.putScalar(pixel, random.nextBoolean() ? 1 : -1);
        }
        var history = LossHistory.of(IntStream.rangeClosed(1, 500)
                .mapToObj(step -> new StepLoss(step, 0.6, 0.9, 0.6, 10))
                .toList());
        double apart = PictureStatistics.of(gan.sample(gan.options().noise().draw(500, 42)), gan.shape())
                .distance();
        assertTrue(apart > 4 && apart < 6, "apart: " + apart);
        assertTrue(diagnose(history, gan).findings().contains(Finding.MODE_COLLAPSE));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSingleDigitIsACollapse(long seed) {
        var gan = gan(OPTIONS.withSeed(seed).withBatchSize(LONG ? 64 : 32));
        trainOn(gan, ones(), LONG ? 1_000 : 500);
        assertSeen(gan, Finding.MODE_COLLAPSE);
    }

    static Stream<Arguments> wrongRanges() {
        return Stream.of(
                arguments("0..1", (UnaryOperator<INDArray>)
                        images -> images.add(1).div(2)),
                arguments("black on white", (UnaryOperator<INDArray>) INDArray::neg),
                arguments("scaled twice", (UnaryOperator<INDArray>)
                        images -> images.add(1).div(255).sub(1)),
                arguments("-0.5..0.5", (UnaryOperator<INDArray>) images -> images.div(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRanges")
    void aWrongRangeIsNamed(String name, UnaryOperator<INDArray> change) {
        var gan = gan(OPTIONS);
        trainOn(gan, change, 20);
        assertEquals(
                Finding.WRONG_RANGE,
                assertSeen(gan, Finding.WRONG_RANGE).findings().get(0));
    }

    /** A pair that comes from a file does not know its images: what its discriminator likes gives them away. */
    @Test
    void aWrongRangeIsNamedWithoutTheImages(@TempDir Path folder) {
        for (var change :
                List.<UnaryOperator<INDArray>>of(images -> images.add(1).div(2), INDArray::neg)) {
            var gan = gan(OPTIONS);
            trainOn(gan, change, LONG ? 120 : 30);
            save(gan, folder.resolve("gan.zip"));
            assertSeen(loadGan(folder.resolve("gan.zip")), Finding.WRONG_RANGE);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void weightsThatAreNoNumbersAreNamed(long seed) {
        var gan = gan(OPTIONS.withSeed(seed));
        trainOn(gan, DIGITS, 3);
        assertSeen(gan, Finding.TOO_EARLY);
        gan.generator().network().getParam("0_W").putScalar(0, Double.NaN);
        assertSeen(gan, Finding.DIVERGED);
    }

    /** What published ports got wrong, at the length that it takes to tell. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("nightlySeeds")
    void mistakesWithLabelsAreNamed(long seed) {
        assertLabels(seed, real -> real.ints(HALF, 0, 10), 10, Finding.LABEL_IGNORED);
        assertLabels(seed, real -> IntStream.empty(), 9, Finding.CLASS_MISSING);
        assertLabels(seed, real -> IntStream.empty(), 10, Finding.HEALTHY);
    }

    private static void assertLabels(long seed, Function<Random, IntStream> realLabels, int drawn, Finding finding) {
        var gan = conditional(OPTIONS.withSeed(seed));
        var random = new SeededRandom(seed);
        var labels = new Random(seed);
        for (int step = 0; step < 2_500; step++) {
            int from = random.nextInt(DIGITS.size() - HALF);
            var own = Arrays.copyOfRange(DIGITS.labels(), from, from + HALF);
            var said = realLabels.apply(labels).toArray();
            var batch = Batch.of(DIGITS.batch(from, HALF), noise(HALF, random), noise(2 * HALF, random));
            trainStep(
                    gan,
                    batch.withLabels(
                            said.length == 0 ? own : said,
                            labels.ints(2 * HALF, 0, drawn).toArray()));
        }
        trainStep(gan, DIGITS); // that the labels are the digits, images at hand show
        assertSeen(gan, finding);
    }
}
