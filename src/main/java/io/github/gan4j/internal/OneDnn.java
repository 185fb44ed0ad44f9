package io.github.gan4j.internal;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.Loader;

/**
 * Matrix products by oneDNN, which has faster ones for AVX-512 than ND4J's OpenBLAS. It is used where the CPU has AVX-512
 * and {@code OPENBLAS_CORETYPE} names no other kernels; where it is missing or cannot be loaded, OpenBLAS multiplies.
 *
 * <p>Called through JNA, because its Java classes want another JavaCPP than ND4J's.
 */
public final class OneDnn {
    private static final String LIBRARY = "/org/bytedeco/dnnl/linux-x86_64/libdnnl.so.3";
    private static final boolean USABLE = load();
    private static final ThreadLocal<Multiplier> MULTIPLIER = ThreadLocal.withInitial(Multiplier::new);

    private OneDnn() {}

    /** Whether products go through oneDNN. */
    public static boolean isUsable() {
        return USABLE;
    }

    /** Who multiplies matrices, for example {@code oneDNN 3.13} or {@code OpenBLAS}. */
    public static String product() {
        return USABLE ? "oneDNN " + Versions.version("dnnl").replaceFirst("-.*", "") : "OpenBLAS";
    }

    /** The same, and for which processor: between these the last bits of a result differ. */
    public static String kernels() {
        return product() + (NativeTuning.usesAvx512() ? " for AVX-512" : "");
    }

    /**
     * What a product is about, row after row as BLAS has it.
     *
     * @param transposeA whether a lies in memory as [k, m]
     * @param transposeB whether b lies in memory as [n, k]
     * @param m rows of the product
     * @param n columns of the product
     * @param k numbers in each of its sums
     * @param strideA floats from row to row of a, as it lies in memory
     * @param strideB likewise
     * @param strideC likewise
     * @param added whether the product is added to what c holds
     */
    public record Shape(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            int strideA,
            int strideB,
            int strideC,
            boolean added) {}

    /** c [m, n] = a [m, k] * b [k, n], or added to it, each given by the address of its first float. */
    public static void multiply(Shape shape, long a, long b, long c) {
        MULTIPLIER.get().multiply(shape, a, b, c);
    }

    private static boolean load() {
        var file = OneDnn.class.getResource(LIBRARY);
        if (!NativeTuning.usesAvx512() || file == null) {
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

    private static void check(int status) {
        Check.state(
                status == 0,
                "oneDNN: a product must be computed, but it ended with status %d.%n"
                        + "Set OPENBLAS_CORETYPE=Haswell before Java starts, and OpenBLAS multiplies.",
                status);
    }

    /** One for the whole process, begun with the first product. */
    private static final class Engine {
        static final long CPU = made(at -> Functions.dnnl_engine_create(at, Functions.CPU, 0));
    }

    /** One thread's products. */
    private static final class Multiplier {
        private static final int MAX_PREPARED = 64;

        private final long stream = made(at -> Functions.dnnl_stream_create(at, Engine.CPU, Functions.IN_ORDER));
        private final Map<Shape, Prepared> prepared = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Shape, Prepared> eldest) {
                return size() > MAX_PREPARED;
            }
        };

        /** A thread multiplies alone: the cores are given to {@link Workers}. */
        Multiplier() {
            Functions.omp_set_num_threads(1);
        }

        /** oneDNN's plain function is slow for a transposed b, most of all with 1,024 floats from row to row. */
        void multiply(Shape shape, long a, long b, long c) {
            if (shape.transposeB && !shape.transposeA && !shape.added) {
                prepared.computeIfAbsent(shape, Prepared::new).multiply(stream, a, b, c);
            } else {
                check(Functions.dnnl_sgemm(
                        (byte) (shape.transposeA ? 'T' : 'N'),
                        (byte) (shape.transposeB ? 'T' : 'N'),
                        shape.m,
                        shape.n,
                        shape.k,
                        1,
                        a,
                        shape.strideA,
                        b,
                        shape.strideB,
                        shape.added ? 1 : 0,
                        c,
                        shape.strideC));
            }
        }
    }

    /** A product a [m, k] * b [n, k] transposed that oneDNN has compiled for its shape. */
    private static final class Prepared {
        private static final Cleaner CLEANER = Cleaner.create();
        private static final int ARGUMENT = 16; // bytes: which one, and its matrix

        private final long primitive;
        private final long a;
        private final long b;
        private final long c;
        private final Memory arguments = new Memory(3 * ARGUMENT);

        Prepared(Shape shape) {
            long ofA = layout(shape.m, shape.k, shape.strideA, 1);
            long ofB = layout(shape.k, shape.n, 1, shape.strideB);
            long ofC = layout(shape.m, shape.n, shape.strideC, 1);
            long description =
                    made(at -> Functions.dnnl_matmul_primitive_desc_create(at, Engine.CPU, ofA, ofB, 0, ofC, 0));
            primitive = made(at -> Functions.dnnl_primitive_create(at, description));
            a = argument(0, Functions.SOURCE, ofA);
            b = argument(1, Functions.WEIGHTS, ofB);
            c = argument(2, Functions.DESTINATION, ofC);
            Functions.dnnl_primitive_desc_destroy(description);
            CLEANER.register(this, destruction(primitive, a, b, c));
        }

        /** Without a reference to the product itself, which must become garbage with its thread. */
        private static Runnable destruction(long primitive, long a, long b, long c) {
            return () -> {
                Functions.dnnl_memory_destroy(a);
                Functions.dnnl_memory_destroy(b);
                Functions.dnnl_memory_destroy(c);
                Functions.dnnl_primitive_destroy(primitive);
            };
        }

        private static long layout(long rows, long columns, long strideOfRows, long strideOfColumns) {
            var sizes = new long[] {rows, columns};
            var strides = new long[] {strideOfRows, strideOfColumns};
            return made(at -> Functions.dnnl_memory_desc_create_with_strides(at, 2, sizes, Functions.FLOAT32, strides));
        }

        /** Its layout is copied into the matrix. */
        private long argument(int place, int which, long layout) {
            long matrix = made(at -> Functions.dnnl_memory_create(at, layout, Engine.CPU, 0));
            Functions.dnnl_memory_desc_destroy(layout);
            arguments.setLong((long) place * ARGUMENT, which);
            arguments.setLong((long) place * ARGUMENT + Long.BYTES, matrix);
            return matrix;
        }

        void multiply(long stream, long atA, long atB, long atC) {
            check(Functions.dnnl_memory_set_data_handle(a, atA));
            check(Functions.dnnl_memory_set_data_handle(b, atB));
            check(Functions.dnnl_memory_set_data_handle(c, atC));
            check(Functions.dnnl_primitive_execute(primitive, stream, 3, arguments));
        }
    }

    private interface Maker {
        int make(PointerByReference at);
    }

    /** The address of what oneDNN makes. */
    private static long made(Maker maker) {
        var at = new PointerByReference();
        check(maker.make(at));
        return Pointer.nativeValue(at.getValue());
    }

    /** oneDNN's own names and numbers; OpenMP's function is found through it, so that it is the copy that oneDNN asks. */
    private static final class Functions {
        static final int CPU = 1;
        static final int IN_ORDER = 1;
        static final int FLOAT32 = 3;
        static final int SOURCE = 1;
        static final int DESTINATION = 17;
        static final int WEIGHTS = 33;

        static native void omp_set_num_threads(int threads);

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

        static native int dnnl_engine_create(PointerByReference engine, int kind, long index);

        static native int dnnl_stream_create(PointerByReference stream, long engine, int flags);

        static native int dnnl_memory_desc_create_with_strides(
                PointerByReference layout, int dimensions, long[] sizes, int type, long[] strides);

        static native int dnnl_memory_desc_destroy(long layout);

        static native int dnnl_memory_create(PointerByReference memory, long layout, long engine, long address);

        static native int dnnl_memory_set_data_handle(long memory, long address);

        static native int dnnl_memory_destroy(long memory);

        static native int dnnl_matmul_primitive_desc_create(
                PointerByReference description, long engine, long a, long b, long bias, long c, long attributes);

        static native int dnnl_primitive_desc_destroy(long description);

        static native int dnnl_primitive_create(PointerByReference primitive, long description);

        static native int dnnl_primitive_execute(long primitive, long stream, int count, Pointer arguments);

        static native int dnnl_primitive_destroy(long primitive);
    }
}
