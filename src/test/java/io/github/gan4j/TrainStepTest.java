package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.trainStep;
import static io.github.gan4j.TrainTest.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A step on arrays that the caller brings. */
class TrainStepTest {
    private static final Images DIGITS = syntheticDigits(500, 1);

    private final Gan gan = buildGan(buildGenerator(), buildDiscriminator());

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
    void refusesASingleNaNAmongTheImagesAndLeavesThePairAsItWas() {
        var before = gan.discriminator().network().params().dup();
        var real = DIGITS.batch(0, 4);
        real.putScalar(2, 300, Float.NaN);
        var noise = Noise.TRAINING.draw(4, 1);
        assertSays("real images must be numbers, but got NaN", () -> trainStep(gan, real, noise, noise));
        assertEquals(before, gan.discriminator().network().params());
        assertEquals(0, gan.step());
    }

    @Test
    void refusesNumbersBeyondFloat32AndTakesBooleans() {
        var real = DIGITS.batch(0, 4);
        var noise = Noise.TRAINING.draw(4, 1);
        var beyond = noise.castTo(DataType.DOUBLE).putScalar(5, 1e300);
        assertSays("noise must be finite", () -> trainStep(gan, real, beyond, noise));
        assertEquals(0, gan.step());
        assertEquals(
                1,
                trainStep(gan, Nd4j.ones(DataType.BOOL, 4, 784), noise, noise).step());
    }

    @Test
    void changesNoArrayThatServesForBothNoises() {
        var noise = Noise.TRAINING.draw(32, 1);
        var real = DIGITS.batch(0, 32);
        trainStep(gan, real, noise, noise);
        assertEquals(Noise.TRAINING.draw(32, 1), noise);
        assertEquals(DIGITS.batch(0, 32), real);
    }

    @Test
    void drawsNothingFromThePairsOwnSourceWhenGivenItsArrays() {
        var noise = Noise.TRAINING.draw(32, 1);
        trainStep(gan, DIGITS.batch(0, 32), noise, noise);
        var source = gan.trainer().progress().random();
        assertEquals(
                buildGan(buildGenerator(), buildDiscriminator())
                        .trainer()
                        .progress()
                        .random(),
                source);
    }
}
