package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class LossHistoryTest {
    private final LossHistory losses = LossHistory.of(Collections.nCopies(3, new StepLoss(1, 0.7, 0.7, 0.5, 1)));

    @Test
    void lastStepsAreAtMostAllThatThereAre() {
        assertEquals(2, losses.last(2).size());
        assertEquals(3, losses.last(9).size());
        assertEquals(0, losses.last(0).size());
    }

    @Test
    void fewerThanNoStepsAreRefusedInPlainWords() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> losses.last(-1));
        assertEquals("last: the count must be at least 0, but got -1.\nWrite losses.last(100).", thrown.getMessage());
    }
}
