package io.github.gan4j.train.fused;

import io.github.gan4j.internal.OneDnn;
import io.github.gan4j.internal.Workers;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Matrix products in float32, row after row, by oneDNN where it is faster, else by the copy of OpenBLAS that ND4J has loaded,
 * which has special ways for small matrices.
 *
 * <p>Each product is computed on the calling thread: the cores are given to {@link Workers}, because OpenBLAS's own pool spins
 * and collapses when another process is busy.
 */
final class Blas {
    private static final int SMALL =
            1_000_000; // products of numbers, up to which OpenBLAS does not copy its operands first
    private static final int VECTOR = 8; // so few rows or columns are no matrix

    static {
        openblas.blas_set_num_threads(1);
    }

    private Blas() {}

    /** c [m, n] = a [m, k] * b [k, n]. */
    static void multiply(int m, int n, int k, Operand a, Operand b, Operand c) {
        product(m, n, k, a, b, c, false).run();
    }

    /** A product to be computed, once or many times; it may be added to what c holds. */
    static Runnable product(int m, int n, int k, Operand a, Operand b, Operand c, boolean added) {
        return c.transposed
                ? new Product(n, m, k, b.turned(), a.turned(), c.turned(), added)
                : new Product(m, n, k, a, b, c, added);
    }

    /** c [m, n] = a [m, k] * b [k, n], or c + a * b. */
    private record Product(int m, int n, int k, Operand a, Operand b, Operand c, boolean added) implements Runnable {
        @Override
        public void run() {
            if (OneDnn.isUsable() && !isSmall()) {
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

        private boolean isSmall() {
            return (long) m * n * k <= SMALL && Math.min(n, k) >= VECTOR && !b.transposed;
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
