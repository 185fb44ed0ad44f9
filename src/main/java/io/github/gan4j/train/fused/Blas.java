package io.github.gan4j.train.fused;

import io.github.gan4j.internal.OneDnn;
import io.github.gan4j.internal.Workers;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Matrix products in float32, row after row, by oneDNN where it is faster, else by the copy of OpenBLAS that ND4J has loaded.
 *
 * <p>Each product is computed on the calling thread: the cores are given to {@link Workers}, because OpenBLAS's own pool spins
 * and collapses when another process is busy.
 */
final class Blas {
    static {
        openblas.blas_set_num_threads(1);
    }

    private Blas() {}

    /** c [m, n] = a [m, k] * b [n, k] transposed. */
    static void timesTransposed(int m, int n, int k, Operand a, Operand b, Operand c) {
        multiply(false, true, m, n, k, a, b, c);
    }

    /** c [m, n] = a [m, k] * b [k, n]. */
    static void times(int m, int n, int k, Operand a, Operand b, Operand c) {
        multiply(false, false, m, n, k, a, b, c);
    }

    /** c [m, n] = a [k, m] transposed * b [k, n]. */
    static void transposedTimes(int m, int n, int k, Operand a, Operand b, Operand c) {
        multiply(true, false, m, n, k, a, b, c);
    }

    private static void multiply(
            boolean transposeA, boolean transposeB, int m, int n, int k, Operand a, Operand b, Operand c) {
        if (OneDnn.isUsable()) {
            var shape = new OneDnn.Shape(transposeA, transposeB, m, n, k, a.stride, b.stride, c.stride);
            OneDnn.multiply(shape, a.address.address(), b.address.address(), c.address.address());
        } else {
            openblas.cblas_sgemm(
                    openblas.CblasRowMajor,
                    transposeA ? openblas.CblasTrans : openblas.CblasNoTrans,
                    transposeB ? openblas.CblasTrans : openblas.CblasNoTrans,
                    m,
                    n,
                    k,
                    1,
                    a.address,
                    a.stride,
                    b.address,
                    b.stride,
                    0,
                    c.address,
                    c.stride);
        }
    }

    /**
     * Where a part of a matrix begins.
     *
     * @param address of its first element
     * @param stride the distance of two rows
     */
    record Operand(FloatPointer address, int stride) {}
}
