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

    /** c [m, n] = a [m, k] * b [k, n]. */
    static void multiply(int m, int n, int k, Operand a, Operand b, Operand c) {
        new Product(m, n, k, a, b, c, false).run();
    }

    /**
     * A product to be computed, once or many times.
     *
     * @param m rows of c
     * @param n columns of c
     * @param k numbers in each of its sums
     * @param a what is multiplied, [m, k]
     * @param b with this, [k, n]
     * @param c what comes out, [m, n]
     * @param added whether it is added to what c holds
     */
    record Product(int m, int n, int k, Operand a, Operand b, Operand c, boolean added) implements Runnable {
        @Override
        public void run() {
            if (c.transposed) {
                new Product(n, m, k, b.turned(), a.turned(), c.turned(), added).run();
            } else if (OneDnn.isUsable()) {
                var shape = new OneDnn.Shape(a.transposed, b.transposed, m, n, k, a.stride, b.stride, c.stride, added);
                OneDnn.multiply(shape, a.address.address(), b.address.address(), c.address.address());
            } else {
                openblas.cblas_sgemm(
                        openblas.CblasRowMajor,
                        a.transposed ? openblas.CblasTrans : openblas.CblasNoTrans,
                        b.transposed ? openblas.CblasTrans : openblas.CblasNoTrans,
                        m,
                        n,
                        k,
                        1,
                        a.address,
                        a.stride,
                        b.address,
                        b.stride,
                        added ? 1 : 0,
                        c.address,
                        c.stride);
            }
        }
    }

    /**
     * A part of a matrix.
     *
     * @param address of its first element
     * @param stride the distance of two rows in memory
     * @param transposed whether memory has its columns where a matrix has rows
     */
    record Operand(FloatPointer address, int stride, boolean transposed) {
        Operand turned() {
            return new Operand(address, stride, !transposed);
        }
    }
}
