package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.plotInterpolation;
import static io.github.gan4j.Gan4j.sample;
import static io.github.gan4j.Gan4j.summary;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainTest {
    private static final Images DIGITS = syntheticDigits(500, 1);

    private final Gan gan = buildGan(buildGenerator(), buildDiscriminator());

    static void assertSays(String words, Runnable call) {
        var message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void givesTheSameBitsForTheSameSeed() {
        var losses = train(gan, DIGITS, 8);
        var again = train(buildGan(buildGenerator(), buildDiscriminator()), DIGITS, 8);
        assertArrayEquals(losses.discriminator(), again.discriminator());
        assertArrayEquals(losses.generator(), again.generator());
    }

    @Test
    void countsStepsFromOneAndPrintsThemFromZero() { // tutorial step 8; slip E7
        var loss = trainStep(gan, DIGITS);
        assertEquals(1, loss.step());
        assertEquals(1, gan.step());
        assertTrue(loss.tutorialLine().matches("epoch: 0, \\[Discriminator: [0-9.]+], \\[Generator: [0-9.]+]"));
    }

    @Test
    void drawsAGridAtTheIntervalAskedForAndAtTheEnd() { // tutorial step 6; slips E5 and E10
        var drawn = new ArrayList<String>();
        var losses = train(gan, DIGITS, TrainOptions.steps(6).withGrids(4, grid -> drawn.add(grid.caption())));
        assertEquals(
                List.of("step 1", "step 5", "step 6"),
                drawn.stream().map(TrainTest::firstPart).toList());
        assertEquals(3, losses.grids().size());
        assertEquals(112, losses.grids().get(0).getWidth()); // 4 x 4 of 28
    }

    private static String firstPart(String caption) {
        return caption.replaceAll(",.*", "");
    }

    @Test
    void drawsGridsFromTheNoiseItTrainsOnAndTheSameEveryTime() { // tutorial slips E4 and E10
        assertArrayEquals(pixels(plotGrid(gan)), pixels(plotGrid(gan)));
        var training = GridOptions.defaults().withNoise(Noise.TRAINING);
        assertArrayEquals(pixels(plotGrid(gan)), pixels(plotGrid(gan, training)));
        var standard = GridOptions.defaults().withNoise(Noise.STANDARD);
        assertFalse(java.util.Arrays.equals(pixels(plotGrid(gan)), pixels(plotGrid(gan, standard))));
    }

    private static int[] pixels(ImageGrid grid) {
        return grid.getData().getPixels(0, 0, grid.getWidth(), grid.getHeight(), (int[]) null);
    }

    @Test
    void goesOnWhereItStopped() {
        train(gan, DIGITS, 3);
        var more = train(gan, DIGITS, 2);
        assertEquals(2, more.size());
        assertEquals(4, more.get(0).step());
        assertEquals(5, gan.history().size());
    }

    @Test
    void endsBetweenStepsWhenInterruptedAndKeepsTheInterrupt() {
        var losses = train(gan, DIGITS, TrainOptions.steps(50).withEachStep(loss -> {
            if (loss.step() == 3) {
                Thread.currentThread().interrupt();
            }
        }));
        assertTrue(Thread.interrupted());
        assertEquals(3, losses.size());
        assertEquals(3, gan.step());
        assertEquals(4, trainStep(gan, DIGITS).step());
    }

    @Test
    void stopsAtALossThatIsNoNumber() {
        gan.generator().network().params().putScalar(0, Float.NaN);
        var error = assertThrows(IllegalStateException.class, () -> train(gan, DIGITS, 5));
        assertTrue(error.getMessage().contains("at step 1 "), error.getMessage());
        assertTrue(error.getMessage().contains("withLearningRate(1e-4)"), error.getMessage());
    }

    @Test
    void canBeBuiltTwiceInTheSameSession() { // tutorial slip E3
        var second = buildGan(buildGenerator(), buildDiscriminator());
        assertEquals(
                gan.generator().network().params(), second.generator().network().params());
    }

    @Test
    void refusesStepsBelowOne() {
        assertSays("steps must be at least 1, but got -5", () -> train(gan, DIGITS, -5));
    }

    @Test
    void goesOnUntilItIsInterruptedWhenAskedForAllSteps() {
        trainStep(gan, DIGITS);
        var endless = TrainOptions.steps(Integer.MAX_VALUE).withEachStep(loss -> {
            if (loss.step() == 3) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals(2, train(gan, DIGITS, endless).size());
        assertTrue(Thread.interrupted());
    }

    @Test
    void remembersOnlyImagesThatItWasTrainedOn() {
        trainStep(gan, DIGITS);
        assertSays("at least 32 images", () -> trainStep(gan, syntheticDigits(3, 7)));
        assertEquals(DIGITS.name(), gan.trainedOn().orElseThrow());
    }

    @Test
    void picturesAndSamplesLeaveThePairAsItWas() { // tutorial step 6
        train(gan, DIGITS, 2);
        var parameters = gan.generator().network().params().dup();
        var optimizer =
                gan.generator().network().getUpdater().getStateViewArray().dup();
        var source = gan.trainer().progress().random();
        sample(gan, 20).addi(1);
        plotGrid(gan);
        plotInterpolation(gan, Noise.TRAINING.draw(1, 1), Noise.TRAINING.draw(1, 2));
        summary(gan);
        assertEquals(parameters, gan.generator().network().params());
        assertEquals(optimizer, gan.generator().network().getUpdater().getStateViewArray());
        assertEquals(source, gan.trainer().progress().random());
        assertEquals(2, gan.step());
    }

    @Test
    void updatesEachNetworkOnceAStep() { // tutorial slip E2
        train(gan, DIGITS, 3);
        assertEquals(3, gan.generator().network().getIterationCount());
        assertEquals(3, gan.discriminator().network().getIterationCount());
    }

    @Test
    void trainsTheTutorialsNumberOfStepsOnItsBatchesWithItsGrids() { // tutorial step 1; slip E5
        assertEquals(5_000, Main.STEPS);
        assertEquals(64, GanOptions.defaults().batchSize());
        assertEquals(100, TrainOptions.steps(Main.STEPS).gridEvery());
    }

    @Test
    void runIsShortenedFromOutside() {
        System.setProperty("gan4j.maxSteps", "2");
        try {
            assertEquals(2, train(gan, DIGITS, 5_000).size());
            System.setProperty("gan4j.maxSteps", "none");
            assertSays(
                    "gan4j.maxSteps: must be a whole number of at least 1, but got none", () -> train(gan, DIGITS, 9));
        } finally {
            System.clearProperty("gan4j.maxSteps");
        }
    }

    @Test
    void samplesImagesInTheRangeOfTanh() {
        var images = sample(gan, 5);
        assertArrayEquals(new long[] {5, 784}, images.shape());
        assertEquals(images, sample(gan, 5));
        assertTrue(images.amaxNumber().doubleValue() <= 1);
        assertSays("sample: n must be 1 to 21,474,836, but got 0", () -> sample(gan, 0));
        assertSays("sample: n must be 1 to 21,474,836, but got 2,147,483,647", () -> sample(gan, Integer.MAX_VALUE));
    }

    @Test
    void aShortenedRunSaysSoInOneLine() {
        System.setProperty("gan4j.maxSteps", "2");
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            train(gan, DIGITS, 5_000);
            train(gan, DIGITS, 2);
        } finally {
            System.setOut(before);
            System.clearProperty("gan4j.maxSteps");
        }
        var said = bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("maxSteps"))
                .toList();
        assertEquals(List.of("gan4j.maxSteps: 2 instead of 5,000 steps, because the setting says so."), said);
    }
}
