package io.github.gan4j.judge;

import io.github.gan4j.Images;
import io.github.gan4j.internal.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How near samples are to the training images: a generator that copies is nearer than unseen real images are. */
final class CopyCheck {
    static final int SAMPLES = 1_000;
    private static final int BLOCK = 2_000; // training images at a time: 16 MB of distances

    private CopyCheck() {}

    /**
     * The distance of each sample to its nearest training image, ascending.
     *
     * @param samples [n, 784] in -1..1
     */
    static double[] nearestDistances(INDArray samples, Images training) {
        var nearest = new double[(training.size() + BLOCK - 1) / BLOCK][];
        Workers.shared().forEach(nearest.length, block -> {
            int from = block * BLOCK;
            var images = training.batch(from, Math.min(BLOCK, training.size() - from));
            nearest[block] = Arrays.stream(Distances.squared(samples, images))
                    .mapToDouble(distances -> Arrays.stream(distances).min().orElseThrow())
                    .toArray();
        });
        return IntStream.range(0, nearest[0].length)
                .mapToDouble(i -> Math.sqrt(Math.max(0, least(nearest, i))))
                .sorted()
                .toArray();
    }

    private static double least(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).min().orElseThrow();
    }
}
