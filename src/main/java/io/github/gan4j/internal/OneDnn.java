package io.github.gan4j.internal;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.net.URL;
import org.bytedeco.javacpp.Loader;

/**
 * Matrix products by oneDNN, which has faster ones for AVX-512 than ND4J's OpenBLAS. It is used where the CPU has AVX-512
 * and nobody has set {@code OPENBLAS_CORETYPE}; where it is missing or cannot be loaded, OpenBLAS multiplies.
 *
 * <p>Called through JNA, because its Java classes want another JavaCPP than ND4J's.
 */
public final class OneDnn {
    private static final String LIBRARY = "/org/bytedeco/dnnl/linux-x86_64/libdnnl.so.3";
    private static final boolean USABLE = load();

    /** A thread that multiplies does so alone: the cores are given to {@link Workers}. */
    private static final ThreadLocal<Boolean> ALONE = ThreadLocal.withInitial(() -> {
        Functions.omp_set_num_threads(1);
        return true;
    });

    private OneDnn() {}

    /** Whether products go through oneDNN. */
    public static boolean isUsable() {
        return USABLE;
    }

    /** Who multiplies matrices, for example {@code oneDNN 3.13} or {@code OpenBLAS}. */
    public static String product() {
        return USABLE ? "oneDNN " + Versions.version("dnnl").replaceFirst("-.*", "") : "OpenBLAS";
    }

    /**
     * c [m, n] = a [m, k] * b [k, n], row after row, each of the two transposed where asked for.
     *
     * @param a address of its first float, as those of b and c
     * @param strideA floats from row to row as they lie in memory
     */
    public static void multiply(
            boolean transposeA,
            boolean transposeB,
            long m,
            long n,
            long k,
            long a,
            long strideA,
            long b,
            long strideB,
            long c,
            long strideC) {
        ALONE.get();
        int status = Functions.dnnl_sgemm(
                letter(transposeA), letter(transposeB), m, n, k, 1, a, strideA, b, strideB, 0, c, strideC);
        Check.state(
                status == 0,
                "trainStep: oneDNN must take a product, but refused it with status %d.%nSet OPENBLAS_CORETYPE=SkylakeX "
                        + "before Java starts, and OpenBLAS multiplies.",
                status);
    }

    private static byte letter(boolean transpose) {
        return (byte) (transpose ? 'T' : 'N');
    }

    private static boolean load() {
        var file = OneDnn.class.getResource(LIBRARY);
        if (!NativeTuning.choosesAvx512() || file == null) {
            return false;
        }
        try {
            Native.register(Functions.class, NativeLibrary.getInstance(path(file)));
            return true;
        } catch (IOException | LinkageError e) {
            return false; // slower, but all works
        }
    }

    private static String path(URL file) throws IOException {
        return Loader.cacheResource(file).getPath();
    }

    /** Found through oneDNN's own library, so that it is the same copy of OpenMP that this one asks. */
    private static final class Functions {
        static native int dnnl_sgemm(
                byte transposeA,
                byte transposeB,
                long m,
                long n,
                long k,
                float alpha,
                long a,
                long strideA,
                long b,
                long strideB,
                float beta,
                long c,
                long strideC);

        static native void omp_set_num_threads(int threads);
    }
}
