package io.github.gan4j.internal;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * What ND4J computes on: the CPU, or an NVIDIA GPU where {@code -Pcuda} puts nd4j-cuda on the class path.
 *
 * <p>ND4J prefers the GPU; where it cannot have one it takes the CPU and tells only its log, which is off. So it is told
 * here, once.
 */
public final class Backend {
    private static final Nd4jBackend LOADED = Nd4j.getBackend();
    private static final Optional<String> MISSED = missed(LOADED, ND4JClassLoading.loadService(Nd4jBackend.class));

    static {
        MISSED.map(Backend::warning).ifPresent(System.err::println);
    }

    private Backend() {}

    /** Whether arrays lie in memory that the CPU works on. */
    public static boolean isCpu() {
        return LOADED instanceof CpuBackend;
    }

    /** For example {@code CpuBackend}, and why not a better one where the class path has one. */
    public static String text() {
        return name(LOADED)
                + MISSED.map(missed -> " since " + missed + " cannot be used").orElse("");
    }

    /** The name of a backend that ND4J would rather have loaded, if there is one. */
    static Optional<String> missed(Nd4jBackend loaded, Iterable<Nd4jBackend> onClassPath) {
        return StreamSupport.stream(onClassPath.spliterator(), false)
                .filter(backend -> backend.getPriority() > loaded.getPriority())
                .map(Backend::name)
                .findFirst();
    }

    /** What is said of a backend that is on the class path in vain. */
    static String warning(String missed) {
        return "gan4j: " + missed + " is on the class path but cannot be used; the CPU computes instead.\n"
                + "It needs an NVIDIA GPU with its driver, and CUDA 11.6. To go without, build without -Pcuda.";
    }

    private static String name(Nd4jBackend backend) {
        return backend.getClass().getSimpleName();
    }
}
