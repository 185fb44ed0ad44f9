package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.PixelStatistics;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RangeCheckTest {
    private static final DiscriminatorStatistics HEALTHY = new DiscriminatorStatistics(0.5, 0.8, 0, 0, 0.6, 0);

    @Test
    void mnistIsInRange() {
        assertEquals(Optional.empty(), evidence(new PixelStatistics(-1, -0.74, 1)));
    }

    @Test
    void otherRangesAreNamed() {
        assertSays("greys of 0..1", new PixelStatistics(0, 0.13, 1));
        assertSays("black on white", new PixelStatistics(-1, 0.74, 1));
        assertSays("scaled twice", new PixelStatistics(-1, -0.999, -0.992));
        assertSays("too dark", new PixelStatistics(-0.5, -0.37, 0.5));
    }

    @Test
    void aDiscriminatorThatLikesOtherGreysGivesThemAway() {
        assertSays("in the range 0..1", new DiscriminatorStatistics(0.2, 0, 0.1, 0.9, 0, 0));
        assertSays("black on white", new DiscriminatorStatistics(0.2, 0, 0.9, 0.1, 0, 0));
        assertSays("almost black", new DiscriminatorStatistics(0.2, 0, 0, 0.1, 0.9, 0));
    }

    @Test
    void aDiscriminatorThatLikesFakesAsMuchWasTaughtSwappedLabels() {
        assertEquals(
                Optional.empty(),
                RangeCheck.evidence(Optional.empty(), new DiscriminatorStatistics(0.97, 0, 0.99, 0.6, 0, 0.5), 1));
    }

    private static Optional<String> evidence(PixelStatistics greys) {
        return RangeCheck.evidence(Optional.of(greys), HEALTHY, 0.7);
    }

    private static void assertSays(String words, PixelStatistics greys) {
        assertTrue(evidence(greys).orElse("").contains(words), () -> greys + ": " + evidence(greys));
    }

    private static void assertSays(String words, DiscriminatorStatistics statistics) {
        var evidence = RangeCheck.evidence(Optional.empty(), statistics, 0.7);
        assertTrue(evidence.orElse("").contains(words), () -> statistics + ": " + evidence);
    }
}
