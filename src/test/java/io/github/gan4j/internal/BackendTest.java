package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4jBackend;

class BackendTest {
    private static final Nd4jBackend CPU = new CpuBackend();

    @Test
    void missesNothingWhereTheBestOneIsLoaded() {
        assertEquals(Optional.empty(), Backend.missed(CPU, List.of(CPU)));
        assertEquals(Optional.empty(), Backend.missed(new GpuBackend(), List.of(CPU, new GpuBackend())));
    }

    @Test
    void namesTheGpuThatCannotBeUsed() {
        assertEquals(Optional.of("GpuBackend"), Backend.missed(CPU, List.of(CPU, new GpuBackend())));
        assertTrue(Backend.warning("GpuBackend")
                .startsWith("gan4j: GpuBackend is on the class path but cannot be used; the CPU computes instead."));
    }

    @Test
    void isTheCpuHere() {
        assertTrue(Backend.isCpu());
        assertFalse(Backend.text().contains("cannot"), Backend.text());
    }

    /** As nd4j-cuda's, on a machine without a GPU. */
    private static final class GpuBackend extends Nd4jBackend {
        @Override
        public boolean allowsOrder() {
            return false;
        }

        @Override
        public int getPriority() {
            return BACKEND_PRIORITY_GPU;
        }

        @Override
        public boolean isAvailable() {
            return false;
        }

        @Override
        public boolean canRun() {
            return false;
        }

        @Override
        public Resource getConfigurationResource() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Class<?> getNDArrayClass() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Environment getEnvironment() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String buildInfo() {
            return "";
        }

        @Override
        public void logBackendInit() {}
    }
}
