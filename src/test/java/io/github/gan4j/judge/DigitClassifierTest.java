package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.data.Mnist;
import io.github.gan4j.data.SyntheticDigits;
import io.github.gan4j.internal.Sha256;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class DigitClassifierTest {
    @Test
    void weightsAreThoseOfTheRecord() {
        var properties = Resources.properties();
        assertEquals(properties.getProperty("weights.sha256"), Sha256.of(Resources.bytes(Resources.WEIGHTS)));
        assertEquals(properties.getProperty("reference.sha256"), Sha256.of(Resources.bytes(Resources.REFERENCE)));
    }

    @Test
    void isSmall() {
        int bytes = Resources.bytes(Resources.WEIGHTS).length + Resources.bytes(Resources.REFERENCE).length;
        assertTrue(bytes <= 500_000, bytes + " bytes");
    }

    @Test
    void readsMnistTestImages() {
        var test = Mnist.test();
        assertEquals(Double.parseDouble(Resources.properties().getProperty("testAccuracy")), accuracy(test));
        assertTrue(accuracy(test) >= 0.99);
    }

    @Test
    void readsSyntheticDigits() {
        assertTrue(accuracy(SyntheticDigits.draw(500, 1)) > 0.8);
    }

    @Test
    void readsImagesOneByOneAsTogether() {
        var digits = SyntheticDigits.draw(70, 2);
        var together = DigitClassifier.shipped().predict(digits.batch(0, 70));
        var alone = DigitClassifier.shipped().predict(digits.batch(69, 1));
        assertEquals(together.probabilities()[69][3], alone.probabilities()[0][3]);
    }

    @Test
    void refusesImagesOutsideTheRange() {
        var greys = Nd4j.ones(2, ImageShape.MNIST.pixels()).muli(255);
        assertThrows(
                IllegalArgumentException.class, () -> DigitClassifier.shipped().predict(greys));
    }

    private static double accuracy(Images digits) {
        var predictions = DigitClassifier.shipped().predict(digits.batch(0, digits.size()));
        var labels = digits.labels();
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predictions.digit(i) == labels[i] ? 1 : 0;
        }
        return (double) right / digits.size();
    }
}
