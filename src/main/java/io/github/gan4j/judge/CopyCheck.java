package io.github.gan4j.judge;

import io.github.gan4j.Images;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How near samples are to the training images: a generator that copies is nearer than unseen real images are. */
final class CopyCheck {
    static final int SAMPLES = 1_000;
    private static final int BLOCK = 4_000; // training images at a time: 16 MB of products

    private CopyCheck() {}

    /**
     * The distance of each sample to its nearest training image, ascending.
     *
     * @param samples [n, 784] in -1..1
     */
    static double[] nearestDistances(INDArray samples, Images training) {
        var own = squares(samples);
        var nearest = new double[own.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int from = 0; from < training.size(); from += BLOCK) {
            keepNearer(nearest, own, samples, training.batch(from, Math.min(BLOCK, training.size() - from)));
        }
        return Arrays.stream(nearest)
                .map(square -> Math.sqrt(Math.max(0, square)))
                .sorted()
                .toArray();
    }

    /** |a - b|^2 = |a|^2 + |b|^2 - 2 ab for all pairs by one matrix product. */
    private static void keepNearer(double[] nearest, double[] own, INDArray samples, INDArray images) {
        var others = squares(images);
        var products = images.mmul(samples.transpose()).dup('f').data().asFloat(); // [block, n], column by column
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < others.length; j++) {
                nearest[i] = Math.min(nearest[i], own[i] + others[j] - 2.0 * products[i * others.length + j]);
            }
        }
    }

    private static double[] squares(INDArray rows) {
        return rows.mul(rows).sum(1).toDoubleVector();
    }
}
