package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gan4j.data.SyntheticDigits;
import io.github.gan4j.internal.SeededRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitNetworkTest {
    private static final int LANES = 3;
    private static final float STEP = 1e-3f;

    private final DigitNetwork network = new DigitNetwork();
    private final SeededRandom random = new SeededRandom(4);
    private final float[][] pixels = randomValues(784);
    private final float[][] errors = randomValues(DigitNetwork.DIGITS);

    DigitNetworkTest() {
        network.initialise(random);
    }

    @Test
    void gradientsAreTheSlopesOfTheOutputs() {
        var gradient = network.backward(network.forward(pixels), errors);
        for (int row : List.of(0, 15, 16, 40, 64, 90, 96, 105)) {
            int column = network.rows().get(row).length / 2;
            assertEquals(slope(row, column), gradient.get(row)[column], 0.02, "row " + row);
        }
    }

    @Test
    void biasesHaveGradientsToo() {
        var gradient = network.backward(network.forward(pixels), errors);
        for (int row : List.of(3, 20, 70, 100)) {
            int bias = network.rows().get(row).length - 1;
            assertEquals(slope(row, bias), gradient.get(row)[bias], 0.02, "row " + row);
        }
    }

    @Test
    void sameSeedTrainsToTheSameBytes() {
        var digits = SyntheticDigits.draw(640, 1);
        var first = ClassifierTraining.train(digits, 1, 9);
        var second = ClassifierTraining.train(digits, 1, 9);
        assertArrayEquals(Floats.pack(first.rows()), Floats.pack(second.rows()));
    }

    @Test
    void weightsComeBackFromTheirBytes() {
        var copy = new DigitNetwork();
        Floats.unpack(Floats.pack(network.rows()), copy.rows());
        assertArrayEquals(logits(network), logits(copy));
    }

    private static float[] logits(DigitNetwork network) {
        return network.forward(new float[784][1]).get(4)[3];
    }

    /** The change of sum(errors * logits) with one weight, from both sides. */
    private double slope(int row, int column) {
        var weights = network.rows().get(row);
        float kept = weights[column];
        weights[column] = kept + STEP;
        double above = objective();
        weights[column] = kept - STEP;
        double below = objective();
        weights[column] = kept;
        return (above - below) / (2 * STEP);
    }

    private double objective() {
        var logits = network.forward(pixels).get(4);
        double sum = 0;
        for (int digit = 0; digit < logits.length; digit++) {
            for (int lane = 0; lane < LANES; lane++) {
                sum += (double) errors[digit][lane] * logits[digit][lane];
            }
        }
        return sum;
    }

    private float[][] randomValues(int units) {
        var values = new float[units][LANES];
        for (var unit : values) {
            for (int lane = 0; lane < LANES; lane++) {
                unit[lane] = random.nextFloat();
            }
        }
        return values;
    }
}
