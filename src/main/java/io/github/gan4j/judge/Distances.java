package io.github.gan4j.judge;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Euclidean distances, squared. */
final class Distances {
    private Distances() {}

    /** Of each row of a [n, features] to each row of b [m, features]: [n][m], by one matrix product. */
    static double[][] squared(INDArray a, INDArray b) {
        var ofA = squares(a);
        var ofB = squares(b);
        var products = a.mmul(b.transpose()).dup('c').data().asFloat(); // whatever order ND4J took
        var distances = new double[ofA.length][ofB.length];
        for (int i = 0; i < ofA.length; i++) {
            for (int j = 0; j < ofB.length; j++) {
                distances[i][j] = ofA[i] + ofB[j] - 2.0 * products[i * ofB.length + j]; // |a|^2 + |b|^2 - 2 ab
            }
        }
        return distances;
    }

    /** Of two vectors; or something above the limit as soon as it is known to be above. */
    static double squared(float[] a, float[] b, double limit) {
        double sum = 0;
        for (int i = 0; i < a.length && sum <= limit; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static double[] squares(INDArray rows) {
        return rows.mul(rows).sum(1).toDoubleVector();
    }
}
