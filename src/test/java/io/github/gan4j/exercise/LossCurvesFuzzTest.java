package io.github.gan4j.exercise;

import io.github.gan4j.Fuzz;
import org.junit.jupiter.api.Test;

class LossCurvesFuzzTest {
    private final Fuzz fuzz = new Fuzz();

    @Test
    void readsALineOfCsvOrRefusesIt() {
        fuzz.run(
                "CSV of losses",
                1_000,
                100_000,
                () -> reads(fuzz.mutated("A,1,0.86,0.82,0.5,700.1", "B,200,1e-3,0,1,2")));
    }

    private static boolean reads(String line) {
        try {
            return LossCurves.step(line) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
