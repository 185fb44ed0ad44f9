package io.github.gan4j.judge;

import io.github.gan4j.Images;
import io.github.gan4j.internal.Workers;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How near samples are to the training images: a generator that copies is nearer than unseen real images are. */
final class CopyCheck {
    static final int SAMPLES = 1_000;
    private static final int BLOCK =
            2_000 * 784; // numbers of training images at a time: 2,000 digits, 16 MB of distances

    private CopyCheck() {}

    /**
     * The distance of each sample to its nearest training image, ascending.
     *
     * @param samples [n, features] in -1..1
     */
    static double[] nearestDistances(INDArray samples, Images training) {
        return nearestDistances(samples, training, i -> -1);
    }

    /** The same of the training images at these places, each to the nearest of the others. */
    static double[] distancesAmong(Images training, int[] places) {
        var some = Nd4j.vstack(
                IntStream.of(places).mapToObj(place -> training.batch(place, 1)).toList());
        return nearestDistances(some, training, i -> places[i]);
    }

    private static double[] nearestDistances(INDArray samples, Images training, IntUnaryOperator self) {
        int size = Math.max(1, BLOCK / training.shape().features());
        var nearest = new double[(training.size() + size - 1) / size][];
        Workers.current().forEach(nearest.length, block -> {
            int from = block * size;
            var images = training.batch(from, Math.min(size, training.size() - from));
            var distances = Distances.squared(samples, images);
            for (int i = 0; i < distances.length; i++) {
                int own = self.applyAsInt(i) - from;
                if (own >= 0 && own < distances[i].length) {
                    distances[i][own] = Double.POSITIVE_INFINITY;
                }
            }
            nearest[block] = Arrays.stream(distances)
                    .mapToDouble(row -> Arrays.stream(row).min().orElseThrow())
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
