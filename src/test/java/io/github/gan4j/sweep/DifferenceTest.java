package io.github.gan4j.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final double[] A = {43.1, 38.9, 48.2, 44.0, 42.1};
    private static final double[] B = {36.5, 40.1, 35.2, 41.9, 38.0};
    private static final double[] C = {43.0, 43.5, 30.2};

    /** By SciPy's ttest_ind with equal_var=False. */
    @Test
    void isWelchsTestWithHolmsCorrection() {
        var pairs = Difference.among(List.of(A, B, C));
        double[] p = {0.0354753485979312, 0.42634759164921665, 0.9112818603624983};
        for (int i = 0; i < p.length; i++) {
            assertEquals(p[i], pairs.get(i).p(), 1e-9);
        }
        assertEquals(4.92, pairs.get(0).means(), 1e-9);
        assertEquals(3 * p[0], pairs.get(0).holm(), 1e-9);
        assertEquals(2 * p[1], pairs.get(1).holm(), 1e-9);
        assertEquals(Math.max(2 * p[1], p[2]), pairs.get(2).holm(), 1e-9);
        assertFalse(pairs.get(0).isTold());
    }

    @Test
    void oneOfAPairThatChanceWouldHardlyPartIsToldApart() {
        var pair =
                Difference.among(List.of(A, new double[] {20, 21, 19, 20, 22})).get(0);
        assertTrue(pair.isTold());
        assertEquals(pair.p(), pair.holm());
    }

    @Test
    void aSingleRunSaysNothingAndCountsForNoOtherPair() {
        var pairs = Difference.among(List.of(A, new double[] {1}, B, new double[0]));
        assertEquals(6, pairs.size());
        for (var pair : pairs) {
            boolean both = pair.first() == 0 && pair.second() == 2;
            assertEquals(!both, Double.isNaN(pair.holm()), pair::toString);
        }
        assertEquals(Difference.among(List.of(A, B)).get(0).holm(), pairs.get(1).holm());
    }

    @Test
    void runsWithoutASpread() {
        double[] ones = {1, 1, 1};
        assertEquals(1, Difference.among(List.of(ones, ones)).get(0).holm());
        assertEquals(
                0, Difference.among(List.of(ones, new double[] {2, 2})).get(0).holm());
    }
}
