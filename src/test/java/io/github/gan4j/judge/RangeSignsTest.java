package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Greys;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RangeSignsTest {
    private static final DiscriminatorSigns HEALTHY = new DiscriminatorSigns(0.5, 0.8, 0, 0, 0.6, 0);

    @Test
    void mnistIsInRange() {
        assertEquals(Optional.empty(), evidence(new Greys(-1, -0.74, 1)));
    }

    @Test
    void otherRangesAreNamed() {
        assertSays("greys of 0..1", new Greys(0, 0.13, 1));
        assertSays("black on white", new Greys(-1, 0.74, 1));
        assertSays("scaled twice", new Greys(-1, -0.999, -0.992));
        assertSays("too dark", new Greys(-0.5, -0.37, 0.5));
    }

    @Test
    void aDiscriminatorThatLikesOtherGreysGivesThemAway() {
        assertSays("in the range 0..1", new DiscriminatorSigns(0.2, 0, 0.1, 0.9, 0, 0));
        assertSays("black on white", new DiscriminatorSigns(0.2, 0, 0.9, 0.1, 0, 0));
        assertSays("almost black", new DiscriminatorSigns(0.2, 0, 0, 0.1, 0.9, 0));
    }

    @Test
    void aDiscriminatorThatLikesFakesAsMuchWasTaughtSwappedLabels() {
        assertEquals(
                Optional.empty(),
                RangeSigns.evidence(Optional.empty(), new DiscriminatorSigns(0.97, 0, 0.99, 0.6, 0, 0.5), 1));
    }

    private static Optional<String> evidence(Greys greys) {
        return RangeSigns.evidence(Optional.of(greys), HEALTHY, 0.7);
    }

    private static void assertSays(String words, Greys greys) {
        assertTrue(evidence(greys).orElse("").contains(words), () -> greys + ": " + evidence(greys));
    }

    private static void assertSays(String words, DiscriminatorSigns signs) {
        var evidence = RangeSigns.evidence(Optional.empty(), signs, 0.7);
        assertTrue(evidence.orElse("").contains(words), () -> signs + ": " + evidence);
    }
}
