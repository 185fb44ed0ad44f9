package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
