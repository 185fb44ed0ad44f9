package io.github.gan4j.judge;

import io.github.gan4j.Images;
import io.github.gan4j.internal.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How near samples are to the training images: a generator that copies is nearer than unseen real images are. */
final class CopyCheck {
    static final int SAMPLES = 1_000;
    private static final int BLOCK = 2_000; // training images at a time: 8 MB of products

    private CopyCheck() {}

    /**
     * The distance of each sample to its nearest training image, ascending.
     *
     * @param samples [n, 784] in -1..1
     */
    static double[] nearestDistances(INDArray samples, Images training) {
        var own = squares(samples);
        var nearest = new double[(training.size() + BLOCK - 1) / BLOCK][];
        Workers.shared().forEach(nearest.length, block -> {
            int from = block * BLOCK;
            nearest[block] = nearest(own, samples, training.batch(from, Math.min(BLOCK, training.size() - from)));
        });
        return IntStream.range(0, own.length)
                .mapToDouble(i -> Math.sqrt(Math.max(0, least(nearest, i))))
                .sorted()
                .toArray();
    }

    /** |a - b|^2 = |a|^2 + |b|^2 - 2 ab for all pairs by one matrix product; the least of each sample. */
    private static double[] nearest(double[] own, INDArray samples, INDArray images) {
        var others = squares(images);
        var products = samples.mmul(images.transpose()).data().asFloat(); // [n, block], row by row
        var nearest = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            nearest[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < others.length; j++) {
                nearest[i] = Math.min(nearest[i], own[i] + others[j] - 2.0 * products[i * others.length + j]);
            }
        }
        return nearest;
    }

    private static double least(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).min().orElseThrow();
    }

    private static double[] squares(INDArray rows) {
        return rows.mul(rows).sum(1).toDoubleVector();
    }
}
