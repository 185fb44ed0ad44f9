package io.github.gan4j.judge;

import io.github.gan4j.internal.Check;
import java.util.Arrays;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The normal distribution that fits a set of features: all that a Fréchet distance looks at.
 *
 * @param mean [features]
 * @param covariance [features, features], the unbiased estimate
 */
public record Gaussian(double[] mean, double[][] covariance) {

    /**
     * Fits rows of features.
     *
     * @param rows [n, features], at least two rows
     * @throws IllegalArgumentException if there are fewer
     */
    public static Gaussian fit(float[][] rows) {
        Check.argument(
                rows.length >= 2,
                "fit: a covariance needs at least 2 rows, but got %d.%nEvaluate more samples.",
                rows.length);
        var mean = mean(rows);
        return new Gaussian(mean, covariance(rows, mean));
    }

    /**
     * The squared Fréchet distance of two normal distributions, |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)), at least 0.
     *
     * <p>The trace of the root is taken from the eigenvalues of the symmetric C1^(1/2) C2 C1^(1/2), which are those of
     * C1 C2. Source: Heusel et al., "GANs trained by a two time-scale update rule", 2017, equation 6.
     */
    public double frechetDistance(Gaussian other) {
        var own = symmetric(covariance);
        var others = symmetric(other.covariance);
        var root = root(own);
        double crossTrace = rootTrace(root.multiply(others).multiply(root));
        return Math.max(0, squaredShift(other) + own.getTrace() + others.getTrace() - 2 * crossTrace);
    }

    private double squaredShift(Gaussian other) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            double shift = mean[i] - other.mean[i];
            sum += shift * shift;
        }
        return sum;
    }

    private static RealMatrix root(RealMatrix matrix) {
        try {
            var parts = new EigenDecomposition(matrix);
            return root(parts.getV(), parts.getRealEigenvalues());
        } catch (MaxCountExceededException e) {
            var parts = new SingularValueDecomposition(matrix);
            return root(parts.getU(), parts.getSingularValues());
        }
    }

    private static RealMatrix root(RealMatrix vectors, double[] eigenvalues) {
        var roots = Arrays.stream(eigenvalues).map(Gaussian::rootOrZero).toArray();
        return vectors.multiply(MatrixUtils.createRealDiagonalMatrix(roots)).multiply(vectors.transpose());
    }

    private static double rootTrace(RealMatrix product) {
        return Arrays.stream(eigenvalues(symmetric(product.getData())))
                .map(Gaussian::rootOrZero)
                .sum();
    }

    /** The library's way to them may not end where many are almost 0, as for a few images again and again. */
    private static double[] eigenvalues(RealMatrix matrix) {
        try {
            return new EigenDecomposition(matrix).getRealEigenvalues();
        } catch (MaxCountExceededException e) {
            return new SingularValueDecomposition(matrix).getSingularValues();
        }
    }

    /** Rounding takes an eigenvalue of zero a little below zero. */
    private static double rootOrZero(double eigenvalue) {
        return Math.sqrt(Math.max(0, eigenvalue));
    }

    /** The exactly symmetric part: the library takes another, complex way for anything less. */
    private static RealMatrix symmetric(double[][] values) {
        var matrix = MatrixUtils.createRealMatrix(values);
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    private static double[] mean(float[][] rows) {
        var mean = new double[rows[0].length];
        for (var row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / (double) rows.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(float[][] rows, double[] mean) {
        var sums = new double[mean.length][mean.length];
        for (var row : rows) {
            for (int i = 0; i < mean.length; i++) {
                double deviation = (row[i] - mean[i]) / (rows.length - 1);
                for (int j = 0; j < mean.length; j++) {
                    sums[i][j] += deviation * (row[j] - mean[j]);
                }
            }
        }
        return sums;
    }
}
