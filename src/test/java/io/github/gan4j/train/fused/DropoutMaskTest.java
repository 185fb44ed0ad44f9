package io.github.gan4j.train.fused;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.gan4j.internal.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values a mask keeps: the right share, each on its own, decided by the seed and the place. */
class DropoutMaskTest {
    private static final int COUNT = 1 << 20;
    private static final double ERROR = 0.5 / Math.sqrt(COUNT); // of a share, at most

    /** The mask of many values, computed in parts. */
    private static float[] mask(double dropped, long seed, int count, int part) {
        var dropout = new Dropout(dropped);
        dropout.draw(new SeededRandom(seed));
        var row = dropout.new Row(part);
        var mask = new float[count];
        var some = new float[part];
        for (int from = 0; from < count; from += part) {
            row.mask(some, from);
            System.arraycopy(some, 0, mask, from, Math.min(part, count - from));
        }
        return mask;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.9})
    void keepsItsShareAndTheMean(double dropped) {
        var mask = mask(dropped, 1, COUNT, 1024);
        double sum = 0;
        for (float value : mask) {
            assertEquals(value == 0 ? 0 : (float) (1 / (1 - dropped)), value);
            sum += value;
        }
        assertEquals(1 - dropped, kept(mask, mask, 0), 4 * ERROR);
        assertEquals(1, sum / COUNT, 4 * ERROR / (1 - dropped));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 256, 1024, 3136, 65536})
    void twoPlacesAreIndependent(int distance) {
        var mask = mask(0.3, 1, COUNT, 1024);
        assertEquals(0.49, kept(mask, mask, distance), 5 * ERROR);
    }

    @Test
    void twoPassesAreIndependent() {
        var mask = mask(0.3, 1, COUNT, 1024);
        assertEquals(0.49, kept(mask, mask(0.3, 2, COUNT, 1024), 0), 5 * ERROR);
        assertFalse(Arrays.equals(mask, mask(0.3, 2, COUNT, 1024)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1000})
    void theSeedDecidesWhateverTheParts(int part) {
        assertArrayEquals(mask(0.3, 1, 5000, 5000), mask(0.3, 1, 5000, part));
    }

    /** The share of places where one mask and, so far on, another one keep. */
    private static double kept(float[] first, float[] second, int distance) {
        int count = 0;
        for (int i = distance; i < COUNT; i++) {
            count += first[i - distance] > 0 && second[i] > 0 ? 1 : 0;
        }
        return (double) count / (COUNT - distance);
    }
}
