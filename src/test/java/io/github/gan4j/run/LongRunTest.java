package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.Test;

class LongRunTest {
    @Test
    void failsWhenMemoryGrows() {
        assertDoesNotThrow(() -> LongRun.requireFlat(300, 330));
        var message = assertThrows(IllegalStateException.class, () -> LongRun.requireFlat(300, 400))
                .getMessage();
        assertTrue(message.contains("from 300 MB to 400 MB"), message);
    }
}
