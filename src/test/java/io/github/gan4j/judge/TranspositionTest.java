package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.data.SyntheticDigits;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class TranspositionTest {
    private final DigitClassifier classifier = DigitClassifier.shipped();
    private final INDArray digits = SyntheticDigits.draw(500, 1).batch(0, 500);

    @Test
    void exchangesRowsAndColumns() {
        var transposed = Transposition.transposed(digits);
        assertEquals(digits.getFloat(7, 28 * 10 + 4), transposed.getFloat(7, 28 * 4 + 10));
        assertEquals(digits, Transposition.transposed(transposed));
    }

    @Test
    void isSeenOnDigitsThatLieOnTheirSideAlone() {
        assertFalse(Transposition.isRight(classifier, digits));
        assertTrue(Transposition.isRight(classifier, Transposition.transposed(digits)));
        assertFalse(Transposition.isRight(classifier, PureNoise.draw(500, 784, 1)));
    }
}
