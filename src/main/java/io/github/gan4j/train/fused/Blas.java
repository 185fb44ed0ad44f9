package io.github.gan4j.train.fused;

import io.github.gan4j.internal.Workers;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Matrix products in float32, row after row, by the copy of OpenBLAS that ND4J has loaded.
 *
 * <p>OpenBLAS computes each product on the calling thread: the cores are given to {@link Workers}, because its own pool
 * spins and collapses when another process is busy.
 */
final class Blas {
    static {
        openblas.blas_set_num_threads(1);
    }

    private Blas() {}

    /** c [m, n] = a [m, k] * b [n, k] transposed. */
    static void timesTransposed(int m, int n, int k, Operand a, Operand b, Operand c) {
        multiply(openblas.CblasNoTrans, openblas.CblasTrans, m, n, k, a, b, c);
    }

    /** c [m, n] = a [m, k] * b [k, n]. */
    static void times(int m, int n, int k, Operand a, Operand b, Operand c) {
        multiply(openblas.CblasNoTrans, openblas.CblasNoTrans, m, n, k, a, b, c);
    }

    /** c [m, n] = a [k, m] transposed * b [k, n]. */
    static void transposedTimes(int m, int n, int k, Operand a, Operand b, Operand c) {
        multiply(openblas.CblasTrans, openblas.CblasNoTrans, m, n, k, a, b, c);
    }

    private static void multiply(int transA, int transB, int m, int n, int k, Operand a, Operand b, Operand c) {
        var order = openblas.CblasRowMajor;
        openblas.cblas_sgemm(
                order, transA, transB, m, n, k, 1, a.address, a.stride, b.address, b.stride, 0, c.address, c.stride);
    }

    /**
     * Where a part of a matrix begins.
     *
     * @param address of its first element
     * @param stride the distance of two rows
     */
    record Operand(FloatPointer address, int stride) {}
}
