package io.github.gan4j.train.fused;

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

    /** c [m, n] = a [m, k] * b [n, k] transposed; each stride is the distance of two rows. */
    static void timesTransposed(
            int m,
            int n,
            int k,
            FloatPointer a,
            int strideA,
            FloatPointer b,
            int strideB,
            FloatPointer c,
            int strideC) {
        multiply(openblas.CblasNoTrans, openblas.CblasTrans, m, n, k, a, strideA, b, strideB, c, strideC);
    }

    /** c [m, n] = a [m, k] * b [k, n]. */
    static void times(
            int m,
            int n,
            int k,
            FloatPointer a,
            int strideA,
            FloatPointer b,
            int strideB,
            FloatPointer c,
            int strideC) {
        multiply(openblas.CblasNoTrans, openblas.CblasNoTrans, m, n, k, a, strideA, b, strideB, c, strideC);
    }

    /** c [m, n] = a [k, m] transposed * b [k, n]. */
    static void transposedTimes(
            int m,
            int n,
            int k,
            FloatPointer a,
            int strideA,
            FloatPointer b,
            int strideB,
            FloatPointer c,
            int strideC) {
        multiply(openblas.CblasTrans, openblas.CblasNoTrans, m, n, k, a, strideA, b, strideB, c, strideC);
    }

    private static void multiply(
            int transA,
            int transB,
            int m,
            int n,
            int k,
            FloatPointer a,
            int strideA,
            FloatPointer b,
            int strideB,
            FloatPointer c,
            int strideC) {
        openblas.cblas_sgemm(openblas.CblasRowMajor, transA, transB, m, n, k, 1, a, strideA, b, strideB, 0, c, strideC);
    }
}
