package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not fit into memory is refused in plain words before any of it is taken. */
class MemoryTest {
    private static final Gan GAN = SmallPair.of(8, GanOptions.defaults());

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                arguments("sample: 21,000,000 images", () -> Gan4j.sample(GAN, 21_000_000)),
                arguments("sample: 21,000,000 images", () -> GAN.sample(21_000_000)),
                arguments("draw: 21,000,000 noise vectors", () -> Noise.TRAINING.draw(21_000_000, 1)),
                arguments("syntheticDigits: 2,739,137 digits", () -> Gan4j.syntheticDigits(2_739_137, 1)),
                arguments(
                        "batch: 600,000 images in -1..1",
                        () -> Images.of("black", new byte[600_000 * 784], new int[0])
                                .batch(0, 600_000)),
                arguments(
                        "evaluate: 20,000,000 samples",
                        () -> Gan4j.evaluate(GAN, EvaluationOptions.defaults().withCount(20_000_000))));
    }

    private static Arguments arguments(String start, Executable verb) {
        return Arguments.of(start, verb);
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void everyVerbSaysWhatItNeedsBeforeItTakesIt(String start, Executable verb) {
        var message = assertThrows(IllegalArgumentException.class, verb).getMessage();
        assertTrue(message.startsWith(start + " must fit into memory, but need "), message);
        assertTrue(
                message.matches("(?s).* MB of .* where [\\d,]+ MB are free\\.\n.*, or start Java with more: -.*"),
                message);
    }

    @Test
    void whatFitsIsGiven() {
        assertTrue(Gan4j.sample(GAN, 30_000).size(0) == 30_000); // 94 MB, which is looked at
    }
}
