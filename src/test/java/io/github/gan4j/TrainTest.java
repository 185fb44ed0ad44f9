package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.sample;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class TrainTest {
    private static final Images DIGITS = syntheticDigits(500, 1);

    private final Gan gan = buildGan(buildGenerator(), buildDiscriminator());

    private static void assertSays(String words, Runnable call) {
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
    void countsStepsFromOneAndPrintsThemFromZero() { // rows L6, E7
        var loss = trainStep(gan, DIGITS);
        assertEquals(1, loss.step());
        assertEquals(1, gan.step());
        assertTrue(loss.tutorialLine().matches("epoch: 0, \\[Discriminator: [0-9.]+], \\[Generator: [0-9.]+]"));
    }

    @Test
    void drawsAGridAtTheIntervalAskedForAndAtTheEnd() { // rows P1, E5, E10
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
    void drawsGridsFromTheNoiseItTrainsOnAndTheSameEveryTime() { // rows E4, E10
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
    void canBeBuiltTwiceInTheSameSession() { // row E3
        var second = buildGan(buildGenerator(), buildDiscriminator());
        assertEquals(
                gan.generator().network().params(), second.generator().network().params());
    }

    @Test
    void refusesStepsBelowOne() {
        assertSays("steps must be at least 1, but got -5", () -> train(gan, DIGITS, -5));
    }

    @Test
    void refusesImagesOfAnotherShape() {
        var noise = Noise.TRAINING.draw(4, 1);
        assertSays("[n, 784], but got [4, 1, 28, 28]", () -> trainStep(gan, Nd4j.zeros(4, 1, 28, 28), noise, noise));
        assertSays("reshape(4, 784)", () -> trainStep(gan, Nd4j.zeros(4, 1, 28, 28), noise, noise));
    }

    @Test
    void refusesGreysOf0To255() {
        var noise = Noise.TRAINING.draw(4, 1);
        assertSays("div(127.5).sub(1)", () -> trainStep(gan, Nd4j.valueArrayOf(4, 784, 255.0), noise, noise));
    }

    @Test
    void refusesNoiseOfAnotherShapeOrCount() {
        var real = DIGITS.batch(0, 4);
        var noise = Noise.TRAINING.draw(4, 1);
        assertSays("[n, 100], but got [4, 99]", () -> trainStep(gan, real, Nd4j.zeros(4, 99), noise));
        assertSays("but got 4 and 3", () -> trainStep(gan, real, Noise.TRAINING.draw(3, 1), noise));
        assertSays("must be finite", () -> gan.sample(Nd4j.valueArrayOf(4, 100, Double.NaN)));
    }

    @Test
    void samplesImagesInTheRangeOfTanh() {
        var images = sample(gan, 5);
        assertArrayEquals(new long[] {5, 784}, images.shape());
        assertEquals(images, sample(gan, 5));
        assertTrue(images.amaxNumber().doubleValue() <= 1);
        assertSays("at least 1, but got 0", () -> sample(gan, 0));
    }

    @Test
    void fitsOnOneLineInJShell() {
        var loss = trainStep(gan, DIGITS);
        for (var value :
                List.of(gan, gan.generator(), gan.discriminator(), loss, gan.history(), DIGITS, Noise.TRAINING)) {
            assertTrue(value.toString().lines().findFirst().orElse("").length() <= 80, value.toString());
        }
    }
}
