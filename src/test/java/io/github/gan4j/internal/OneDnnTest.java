package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OneDnnTest {
    @BeforeEach
    void needsIt() {
        Backend.ensure();
        assumeTrue(
                OneDnn.isUsable(),
                "oneDNN multiplies on Linux with AVX-512 alone, where OPENBLAS_CORETYPE names no other");
    }

    @Test
    void multipliesAsAPlainLoopDoes() {
        for (boolean transposeA : new boolean[] {false, true}) {
            for (boolean transposeB : new boolean[] {false, true}) {
                for (boolean added : new boolean[] {false, true}) {
                    compare(transposeA, transposeB, added, 3, 5, 7);
                    compare(transposeA, transposeB, added, 64, 1, 256);
                    compare(transposeA, transposeB, added, 33, 100, 1024);
                    compare(transposeA, transposeB, added, 1, 1, 1);
                }
            }
        }
    }

    /** More shapes than it keeps prepared, there and back. */
    @Test
    void preparesAnyNumberOfShapes() {
        for (int round = 0; round < 2; round++) {
            for (int m = 1; m <= 100; m++) {
                compare(false, true, false, m, 4, 9);
            }
        }
    }

    @Test
    void givesEveryThreadTheSameBits() throws Exception {
        var a = Nd4j.rand(64, 784);
        var b = Nd4j.rand(256, 784);
        var expected = product(false, true, false, a, b, 64, 256, 784);
        var thread = Executors.newSingleThreadExecutor();
        var actual = thread.submit(() -> product(false, true, false, a, b, 64, 256, 784))
                .get();
        thread.shutdown();
        assertArrayEquals(expected, actual);
    }

    /** On parts of wider matrices, of which the rest stays as it is. */
    private static void compare(boolean transposeA, boolean transposeB, boolean added, int m, int n, int k) {
        var a = transposeA ? Nd4j.rand(k, m + 3) : Nd4j.rand(m, k + 3);
        var b = transposeB ? Nd4j.rand(n, k + 2) : Nd4j.rand(k, n + 2);
        var actual = product(transposeA, transposeB, added, a, b, m, n, k);
        var expected = new float[actual.length];
        Arrays.fill(expected, added ? 2 : 0);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = added ? 2 : 0;
                for (int l = 0; l < k; l++) {
                    sum += 1.0
                            * (transposeA ? a.getFloat(l, i) : a.getFloat(i, l))
                            * (transposeB ? b.getFloat(j, l) : b.getFloat(l, j));
                }
                expected[i * (n + 1) + j] = (float) sum;
            }
        }
        assertArrayEquals(expected, actual, 1e-5f * k);
    }

    /** [m, n + 1], where there was 2, or nothing, before; the last column stays so. */
    private static float[] product(
            boolean transposeA, boolean transposeB, boolean added, INDArray a, INDArray b, int m, int n, int k) {
        var c = Nd4j.zeros(m, n + 1).addi(added ? 2 : 0);
        var shape = new OneDnn.Shape(transposeA, transposeB, m, n, k, a.columns(), b.columns(), n + 1, added);
        OneDnn.multiply(shape, address(a), address(b), address(c));
        assertEquals('c', a.ordering());
        return c.data().asFloat();
    }

    private static long address(INDArray array) {
        return array.data().addressPointer().address();
    }
}
