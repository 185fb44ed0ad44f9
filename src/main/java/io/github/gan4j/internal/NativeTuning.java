package io.github.gan4j.internal;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What OpenBLAS and OpenMP must find in the environment before ND4J loads them.
 *
 * <p>The OpenBLAS of ND4J 1.0.0-M2.1 does not know newer CPUs and falls back to kernels that are three times slower, and
 * the two thread pools (OpenMP's and OpenBLAS's) spin against each other unless the waiting is passive. Only Linux is
 * tuned, and a value that the user set is never replaced.
 */
public final class NativeTuning {
    private static final String THREADS = "OMP_NUM_THREADS";
    private static final String KERNELS = "OPENBLAS_CORETYPE";
    private static final String AVX512 = "SkylakeX"; // OpenBLAS's name for its kernels
    private static final int MAX_THREADS = 1_024;
    private static final Map<String, String> CHOSEN = apply();

    private NativeTuning() {}

    /** Call before the first use of ND4J; later calls cost little. Throws nothing, so that a class can begin with it. */
    public static void ensure() {
        choices();
    }

    /** What was set here, by the name of the environment variable; what the user had set is not in it. */
    public static Map<String, String> choices() {
        return CHOSEN;
    }

    /** Whether the CPU has AVX-512, and the user has not named other kernels; a process may have these from its parent. */
    static boolean usesAvx512() {
        return coreType(cpuFlags()).equals(AVX512)
                && System.getenv().getOrDefault(KERNELS, AVX512).equals(AVX512);
    }

    /** What the user had set for OpenBLAS and OpenMP, by the name of the environment variable. */
    public static Map<String, String> presets() {
        var presets = new TreeMap<>(System.getenv());
        presets.keySet().removeIf(name -> !name.startsWith("OPENBLAS_") && !name.startsWith("OMP_"));
        return presets;
    }

    /** The threads that ND4J, BLAS and the training step use: {@code OMP_NUM_THREADS}, or else one for each processor. */
    public static int threads() {
        return threads(System.getenv().getOrDefault(THREADS, ""));
    }

    /**
     * The threads for a value of {@code OMP_NUM_THREADS}, which ND4J reads too: with 0 it computes nothing, and words or a
     * list end it without a message.
     *
     * @throws IllegalArgumentException if the value is neither empty nor a number of threads
     */
    static int threads(String value) {
        if (value.isEmpty()) {
            return Runtime.getRuntime().availableProcessors();
        }
        int threads = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
        Check.argument(
                threads >= 1 && threads <= MAX_THREADS,
                "OMP_NUM_THREADS: must be a whole number from 1 to %,d, but got %s.%n"
                        + "Set it before Java starts, for example OMP_NUM_THREADS=2, or leave it out.",
                MAX_THREADS,
                value);
        return threads;
    }

    private static Map<String, String> apply() {
        var chosen = new LinkedHashMap<String, String>();
        if (System.getProperty("os.name").equals("Linux")) {
            try {
                tune(chosen);
            } catch (LinkageError e) {
                // JNA cannot load its library, for example where temporary files must not run: slower, but all works
            }
        }
        return Collections.unmodifiableMap(chosen);
    }

    private static void tune(Map<String, String> chosen) {
        var core = coreType(cpuFlags());
        if (!core.isEmpty()) {
            set(KERNELS, core, chosen);
        }
        set("OMP_WAIT_POLICY", "passive", chosen);
    }

    /** The OpenBLAS kernels for a CPU: empty where OpenBLAS's own choice is left alone. */
    static String coreType(Set<String> cpuFlags) {
        if (cpuFlags.containsAll(Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl"))) {
            return AVX512;
        }
        return cpuFlags.containsAll(Set.of("avx2", "fma")) ? "Haswell" : "";
    }

    private static Set<String> cpuFlags() {
        try {
            var flags = Files.readString(Path.of("/proc/cpuinfo")).split("\nflags[^:]*:", 2);
            return flags.length < 2
                    ? Set.of()
                    : Set.copyOf(List.of(
                            flags[1].lines().findFirst().orElse("").strip().split(" ")));
        } catch (IOException e) {
            return Set.of();
        }
    }

    /** In the C library's own environment, which native code reads; Java's {@code System.getenv} is a copy of it. */
    private static void set(String variable, String value, Map<String, String> chosen) {
        if (System.getenv(variable) == null) {
            NativeLibrary.getInstance("c").getFunction("setenv").invokeInt(new Object[] {variable, value, 0});
            chosen.put(variable, value);
        }
    }
}
