package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.data.Mnist;
import io.github.gan4j.data.SyntheticDigits;
import io.github.gan4j.internal.Sha256;
import java.util.List;
import java.util.stream.IntStream;
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
        var asked = IntStream.of(test.labels()).boxed().toList();
        var predictions = DigitClassifier.shipped().predict(test.batch(0, test.size()));
        var real = Baselines.SHIPPED.get().realTestImages();
        assertEquals(real.conditionalAccuracy(), predictions.accuracy(asked));
        assertEquals(real.digitAccuracies(), predictions.digitAccuracies(asked));
    }

    @Test
    void countsWhatIsReadAsItWasAskedFor() {
        var sure = new float[4][10];
        sure[0][3] = 1;
        sure[1][3] = 1;
        sure[2][5] = 1;
        sure[3][5] = 1;
        var predictions = new Predictions(new float[4][1], sure);
        var asked = List.of(3, 5, 5, 5);
        assertEquals(0.75, predictions.accuracy(asked));
        assertEquals(1, predictions.digitAccuracies(asked).get(3));
        assertEquals(2 / 3.0, predictions.digitAccuracies(asked).get(5), 1e-12);
        assertEquals(Double.NaN, predictions.digitAccuracies(asked).get(0));
        assertEquals(Double.NaN, predictions.accuracy(List.of()));
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
