package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private final float[][] line = {{0}, {1}, {2}, {3}, {100}}; // second neighbours at 2, 1, 1, 2, 98

    @Test
    void referencesCoverThemselves() {
        assertEquals(1, new Coverage(line).of(line));
    }

    @Test
    void aSampleCoversReferencesWhoseSecondNeighbourIsFarther() {
        assertEquals(0.6, new Coverage(line).of(new float[][] {{2.5f}, {-50}})); // 2, 3 and 100
    }

    @Test
    void farSamplesCoverNothing() {
        assertEquals(0, new Coverage(line).of(new float[][] {{-1000}}));
    }

    @Test
    void doesNotDependOnTheOrderOfSamples() {
        var samples = new float[][] {{1.2f}, {50}, {3.9f}};
        var turned = new float[][] {{3.9f}, {1.2f}, {50}};
        assertEquals(new Coverage(line).of(samples), new Coverage(line).of(turned));
    }

    @Test
    void isWhatComparingAllWithAllGives() {
        var random = new Random(1);
        var references = vectors(random, 60);
        var samples = vectors(random, 60);
        double covered = Arrays.stream(references)
                .filter(reference -> distances(reference, samples)[0] <= distances(reference, references)[2])
                .count();
        assertTrue(covered > 10 && covered < 50, () -> covered + " of 60");
        assertEquals(covered / 60, new Coverage(references).of(samples));
    }

    private static float[][] vectors(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()})
                .toArray(float[][]::new);
    }

    /** From a vector to the others, the nearest first. */
    private static double[] distances(float[] from, float[][] to) {
        return Arrays.stream(to)
                .mapToDouble(
                        other -> Math.hypot(Math.hypot(from[0] - other[0], from[1] - other[1]), from[2] - other[2]))
                .sorted()
                .toArray();
    }
}
