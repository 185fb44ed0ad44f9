package io.github.gan4j.judge;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.diagnose;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Diagnosis;
import io.github.gan4j.Finding;
import io.github.gan4j.Gan;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Images;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Noise;
import io.github.gan4j.internal.SeededRandom;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Every failure is provoked by training, and must be named; a healthy run must not be slandered. With
 * {@code -Dgan4j.clinic=true} over more seeds and for more steps, as every night.
 */
class FailureClinicTest {
    private static final boolean LONG = Boolean.getBoolean("gan4j.clinic");
    private static final int HALF = 32;

    private final Images digits = syntheticDigits(2_000, 3);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, LONG ? 4 : 1);
    }

    static LongStream healthySeeds() {
        return LongStream.rangeClosed(11, 13);
    }

    @ParameterizedTest
    @MethodSource("healthySeeds")
    void healthyRunsAreNotSlandered(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        for (int part = 0; part < (LONG ? 12 : 3); part++) {
            trainOn(gan, digits, LONG ? 250 : 100);
            assertEquals(List.of(Finding.HEALTHY), examine(gan).findings(), () -> examine(gan) + "\n" + signs(gan));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTinyLearningRateTeachesNeither(long seed) {
        var gan = gan(seed, GanOptions.defaults().withLearningRate(1e-8));
        trainOn(gan, digits, 40);
        assertSeen(gan, Finding.DISCRIMINATOR_NOT_LEARNING);
        assertSeen(gan, Finding.GENERATOR_NOT_LEARNING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHugeLearningRateDiverges(long seed) {
        var gan = gan(seed, GanOptions.defaults().withLearningRate(5));
        trainOn(gan, digits, 20);
        assertSeen(gan, Finding.DIVERGED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aGreatLearningRateSaturates(long seed) {
        var gan = gan(seed, GanOptions.defaults().withLearningRate(0.02));
        trainOn(gan, digits, LONG ? 400 : 100);
        assertSeen(gan, Finding.SATURATED_PICTURES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDeadDiscriminatorLearnsNothing(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        gan.discriminator().network().params().assign(0);
        trainOn(gan, digits, 30);
        assertSeen(gan, Finding.DISCRIMINATOR_NOT_LEARNING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fakesTakenForRealTeachNothing(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        var random = new SeededRandom(seed);
        for (int step = 0; step < 60; step++) {
            trainStep(gan, fakes(gan, random), noise(HALF, random), noise(2 * HALF, random));
        }
        assertSeen(gan, Finding.DISCRIMINATOR_NOT_LEARNING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDiscriminatorTrainedFiveTimesAsMuchWins(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        var random = new SeededRandom(seed);
        for (int step = 0; step < 60; step++) {
            for (int more = 0; more < 5; more++) {
                teach(gan, digits.batch(random.nextInt(1_900), HALF), fakes(gan, random));
            }
            trainStep(gan, digits);
        }
        assertSeen(gan, Finding.DISCRIMINATOR_WON);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swappedLabelsAreNamed(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        var random = new SeededRandom(seed);
        for (int step = 0; step < 50; step++) {
            for (int more = 0; more < 3; more++) {
                teach(gan, fakes(gan, random), digits.batch(random.nextInt(1_900), HALF));
            }
            trainStep(gan, fakes(gan, random), noise(HALF, random), noise(2 * HALF, random));
        }
        assertSeen(gan, Finding.INVERTED_LABELS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noiseThatHardlyVariesCollapses(long seed) {
        var gan = gan(seed, GanOptions.defaults().withNoise(new Noise(0, 1e-6)));
        trainOn(gan, digits, 60);
        assertSeen(gan, Finding.MODE_COLLAPSE);
        assertTrue(examine(gan).findings().contains(Finding.GREY_PICTURES), () -> signs(gan));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSingleDigitIsACollapse(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        trainOn(gan, ones(), LONG ? 1_000 : 500);
        assertSeen(gan, Finding.MODE_COLLAPSE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pixelsFromZeroToOneAreAWrongRange(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        trainOn(gan, changed(grey -> 127 + grey / 2), 120);
        assertSeen(gan, Finding.WRONG_RANGE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void blackOnWhiteIsAWrongRange(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        trainOn(gan, changed(grey -> 255 - grey), 120);
        assertSeen(gan, Finding.WRONG_RANGE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void weightsThatAreNoNumbersAreNamed(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        trainOn(gan, digits, 20);
        gan.generator().network().getParam("0_W").putScalar(0, Double.NaN);
        assertSeen(gan, Finding.DIVERGED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fewStepsSayNothing(long seed) {
        var gan = gan(seed, GanOptions.defaults());
        trainOn(gan, digits, 3);
        assertSeen(gan, Finding.TOO_EARLY);
    }

    private static void assertSeen(Gan gan, Finding finding) {
        var diagnosis = examine(gan);
        var text = diagnosis.toString();
        assertTrue(diagnosis.findings().contains(finding), () -> text + "\n" + signs(gan));
        assertTrue(text.contains(finding.toString()), text);
        assertTrue(
                text.length() <= 900 && text.lines().findFirst().orElseThrow().length() <= 80, text);
    }

    private static Diagnosis examine(Gan gan) {
        return diagnose(gan.history(), gan);
    }

    private static String signs(Gan gan) {
        var images = gan.sample(gan.options().noise().draw(500, 42));
        return LossSigns.of(gan.history()) + "\n" + PictureSigns.of(images) + "\n"
                + DiscriminatorSigns.of(gan.discriminator().network(), images);
    }

    private static Gan gan(long seed, GanOptions options) {
        var networks = NetworkOptions.defaults().withSeed(seed);
        return buildGan(buildGenerator(networks), buildDiscriminator(networks), options.withSeed(seed));
    }

    private static void trainOn(Gan gan, Images images, int steps) {
        for (int step = 0; step < steps; step++) {
            trainStep(gan, images);
        }
    }

    /** A step of the discriminator alone, on DL4J itself. */
    private static void teach(Gan gan, INDArray asReal, INDArray asFake) {
        var labels = Nd4j.vstack(Nd4j.ones(HALF, 1), Nd4j.zeros(HALF, 1));
        gan.discriminator().network().fit(Nd4j.vstack(asReal, asFake), labels);
    }

    private static INDArray fakes(Gan gan, SeededRandom random) {
        return gan.sample(noise(HALF, random));
    }

    private static INDArray noise(int count, SeededRandom random) {
        return Noise.TRAINING.draw(count, random);
    }

    private Images ones() {
        var pixels = new byte[200 * Images.PIXELS];
        var one = new float[Images.PIXELS];
        for (int i = 0; i < 200; i++) {
            digits.copyTo(10 * i + 1, one, 0); // the label of image i is i % 10
            copy(one, pixels, i, grey -> grey);
        }
        return Images.of("ones", pixels, new int[0]);
    }

    private Images changed(IntUnaryOperator change) {
        var pixels = new byte[digits.size() * Images.PIXELS];
        var image = new float[Images.PIXELS];
        for (int i = 0; i < digits.size(); i++) {
            digits.copyTo(i, image, 0);
            copy(image, pixels, i, change);
        }
        return Images.of("changed digits", pixels, new int[0]);
    }

    private static void copy(float[] image, byte[] pixels, int place, IntUnaryOperator change) {
        for (int k = 0; k < Images.PIXELS; k++) {
            pixels[place * Images.PIXELS + k] = (byte) change.applyAsInt(Math.round((image[k] + 1) * 127.5f));
        }
    }
}
