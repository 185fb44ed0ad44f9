package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Evaluation.ClassificationAccuracy;
import io.github.gan4j.Images;
import io.github.gan4j.data.SyntheticDigits;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** A generator that draws real digits teaches as well as they do; one that draws other digits than it is asked for does not. */
class ClassificationTestTest {
    private static final Images DIGITS = SyntheticDigits.draw(2_000, 1);
    private static final Images TEST = SyntheticDigits.draw(500, 2);

    @Test
    void samplesTeachAsWellAsTheyAre() {
        var found = run(label -> label, DIGITS, TEST);
        assertTrue(found.trainedOnReal() > 0.8, found::toString);
        assertEquals(found.trainedOnReal(), found.trainedOnSamples(), 0.1, found::toString);
        assertTrue(run(label -> (label + 1) % 10, DIGITS, TEST).trainedOnSamples() < 0.2);
    }

    @Test
    void asksForLabels() {
        var unlabelled = Images.of("mine", new byte[784 * 200], new int[0]);
        var noTest = assertThrows(IllegalArgumentException.class, () -> run(label -> label, DIGITS, unlabelled));
        assertTrue(noTest.getMessage().contains("but mine are of 28x28 with 0"), noTest.getMessage());
        assertThrows(IllegalArgumentException.class, () -> run(label -> label, unlabelled, TEST));
    }

    private static ClassificationAccuracy run(IntUnaryOperator drawn, Images real, Images test) {
        var pair = DrawnDigits.pair(DIGITS, drawn, real);
        return new ClassificationTest(2_000, 6).run(pair, 42, Optional.empty(), test);
    }
}
