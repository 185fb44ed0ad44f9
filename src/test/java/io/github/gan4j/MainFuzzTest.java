package io.github.gan4j;

import org.junit.jupiter.api.Test;

class MainFuzzTest {
    private final Fuzz fuzz = new Fuzz();

    @Test
    void takesOptionsOrRefusesThem() {
        fuzz.run(
                "options of the main job",
                1_000,
                100_000,
                () -> reads(fuzz.mutated("--steps 100", "--out target/x", "--out a --steps 5", "--steps 1 --out b")
                        .split(" ")));
    }

    private static boolean reads(String... arguments) {
        try {
            return Main.Arguments.of(arguments).steps() >= 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
