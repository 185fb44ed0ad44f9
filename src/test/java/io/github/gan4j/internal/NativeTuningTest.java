package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeTuningTest {
    @Test
    void newCpusGetTheKernelsThatOpenBlasHasForThem() {
        assertEquals("SkylakeX", NativeTuning.coreType(Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl", "avx2")));
        assertEquals("Haswell", NativeTuning.coreType(Set.of("avx2", "fma", "avx512f")));
        assertEquals("", NativeTuning.coreType(Set.of("avx2")), "left to OpenBLAS");
    }

    @Test
    void takesANumberOfThreads() {
        assertEquals(1, NativeTuning.threads("1"));
        assertEquals(300, NativeTuning.threads("300"));
        assertEquals(Runtime.getRuntime().availableProcessors(), NativeTuning.threads(""));
    }

    /** ND4J takes them too: with 0 it computes nothing, with the others it or the process ends. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "abc", "4,2", " 2", "1025", "2147483647", "99999999999"})
    void refusesWhatIsNoNumberOfThreads(String value) {
        var message = assertThrows(IllegalArgumentException.class, () -> NativeTuning.threads(value))
                .getMessage();
        assertTrue(
                message.startsWith("OMP_NUM_THREADS: must be a whole number from 1 to 1,024, but got " + value + "."),
                message);
    }

    @Test
    void whatTheUserSetIsNotReplaced() {
        for (var variable : NativeTuning.choices().keySet()) {
            assertFalse(System.getenv().containsKey(variable), variable);
        }
        assertTrue(NativeTuning.threads() >= 1);
    }
}
