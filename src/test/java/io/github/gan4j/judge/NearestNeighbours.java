package io.github.gan4j.judge;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Tells what images show by the labelled images that are nearest to them, pixel by pixel.
 *
 * <p>Every distance is computed; blocks keep the memory at some 40 MB, however many images there are.
 */
public final class NearestNeighbours {
    private static final int BLOCK = 4096; // labelled images at a time
    private static final int CHUNK = 512; // judged images at a time
    private static final int CLASSES = 10;

    private final Images references;
    private final int[] labels;
    private final int neighbours;

    /**
     * A judge with some knowledge.
     *
     * @param references images with labels 0..9
     * @param neighbours how many of them have a vote on each image, for example 5
     * @throws IllegalArgumentException if the references are not so labelled, or fewer than the neighbours
     */
    public NearestNeighbours(Images references, int neighbours) {
        this.references = references;
        this.neighbours = neighbours;
        labels = references.labels();
        Check.argument(
                labels.length > 0 && Arrays.stream(labels).allMatch(label -> label < CLASSES),
                "NearestNeighbours: references must have labels 0 to 9, but %s have none or others.%n"
                        + "Take loadMnist() or syntheticDigits(10_000, 42).",
                references.name());
        Check.argument(
                neighbours >= 1 && neighbours <= references.size(),
                "NearestNeighbours: neighbours must be 1 to %,d, but got %,d.%nUsual are 5.",
                references.size(),
                neighbours);
    }

    /**
     * What the neighbours of each image say.
     *
     * @param images [n, 784] in -1..1, not changed
     * @throws IllegalArgumentException if the shape or the range is another
     */
    public NeighbourLabels labels(INDArray images) {
        var queries = ArrayChecks.images("labels", "images", images, ImageShape.MNIST.features());
        int n = (int) queries.size(0);
        var nearest = new Nearest(n, neighbours);
        for (int from = 0; from < references.size(); from += BLOCK) {
            var block = references.batch(from, Math.min(BLOCK, references.size() - from));
            for (int first = 0; first < n; first += CHUNK) {
                compare(queries, first, Math.min(first + CHUNK, n), block, from, nearest);
            }
        }
        return nearest.votes(labels);
    }

    private static void compare(INDArray queries, int first, int end, INDArray block, int from, Nearest nearest) {
        var distances = Distances.squared(queries.get(NDArrayIndex.interval(first, end), NDArrayIndex.all()), block);
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < distances[i].length; j++) {
                nearest.offer(first + i, from + j, (float) distances[i][j]);
            }
        }
    }
}
