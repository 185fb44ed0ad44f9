package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NativeTuningTest {
    @Test
    void newCpusGetTheKernelsThatOpenBlasHasForThem() {
        assertEquals("SkylakeX", NativeTuning.coreType(Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl", "avx2")));
        assertEquals("Haswell", NativeTuning.coreType(Set.of("avx2", "fma", "avx512f")));
        assertEquals("", NativeTuning.coreType(Set.of("avx2")), "left to OpenBLAS");
    }

    @Test
    void whatTheUserSetIsNotReplaced() {
        for (var variable : NativeTuning.choices().keySet()) {
            assertFalse(System.getenv().containsKey(variable), variable);
        }
        assertTrue(NativeTuning.threads() >= 1);
    }
}
