package io.github.gan4j.internal;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * What ND4J computes on: the CPU, or an NVIDIA GPU where {@code -Pcuda} puts nd4j-cuda on the class path.
 *
 * <p>ND4J prefers the GPU; where it cannot have one it takes the CPU and tells only its log, which is off. So it is told
 * here, once. Whatever makes an array out of nothing calls {@link #ensure} before, for where ND4J cannot be loaded its own
 * errors do not say why, and the second is another than the first.
 */
public final class Backend {
    private static volatile @Nullable Nd4jBackend loaded;
    private static @Nullable LoadProblem problem; // no second try can succeed in this process

    private Backend() {}

    /**
     * Loads ND4J with its native library, if that was not done yet.
     *
     * @throws IllegalStateException if they cannot be loaded, with the reason and a repair, the same at every call
     * @throws IllegalArgumentException if {@code OMP_NUM_THREADS} is no number of threads
     */
    public static void ensure() {
        loaded();
    }

    /** Whether arrays lie in memory that the CPU works on. */
    public static boolean isCpu() {
        return loaded() instanceof CpuBackend;
    }

    /** For example {@code CpuBackend}, and why not a better one where the class path has one. */
    public static String text() {
        return name(loaded())
                + missed(loaded())
                        .map(missed -> " since " + missed + " cannot be used")
                        .orElse("");
    }

    private static Nd4jBackend loaded() {
        var backend = loaded;
        return backend != null ? backend : load();
    }

    private static synchronized Nd4jBackend load() {
        JavaModules.require();
        NativeTuning.threads();
        if (loaded == null) {
            loaded = tryToLoad();
            missed(loaded).map(Backend::warning).ifPresent(System.err::println);
        }
        return loaded;
    }

    private static Nd4jBackend tryToLoad() {
        try {
            // ND4J looks for its parts where the calling thread does: in a jar of jars, a pool's thread finds none
            ND4JClassLoading.setNd4jClassloader(Nd4jBackend.class.getClassLoader());
            return Nd4j.getBackend();
        } catch (LinkageError | RuntimeException e) {
            problem = problem == null ? LoadProblem.of(e) : problem;
            throw problem.exception();
        }
    }

    private static Optional<String> missed(Nd4jBackend backend) {
        return missed(backend, ND4JClassLoading.loadService(Nd4jBackend.class));
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
