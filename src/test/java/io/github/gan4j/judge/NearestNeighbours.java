package io.github.gan4j.judge;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.Check;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
            var block = new Block(from, Math.min(BLOCK, references.size() - from));
            for (int first = 0; first < n; first += CHUNK) {
                block.compare(queries, first, Math.min(first + CHUNK, n), nearest);
            }
        }
        return nearest.votes(labels);
    }

    /** Some neighbouring references, with black as 0 so that float32 loses little in the products. */
    private final class Block {
        private final int from;
        private final int size;
        private final float[] squares; // squared length of each
        private final INDArray pixels; // [size, 784] in 0..2

        Block(int from, int size) {
            Backend.ensure();
            this.from = from;
            this.size = size;
            squares = new float[size];
            var values = new float[size * ImageShape.MNIST.pixels()];
            for (int i = 0; i < size; i++) {
                references.copyTo(from + i, values, i * ImageShape.MNIST.pixels());
                squares[i] = lift(values, i * ImageShape.MNIST.pixels());
            }
            pixels = Nd4j.createFromArray(values).reshape(size, ImageShape.MNIST.pixels());
        }

        /** Adds 1 to an image and gives its squared length. */
        private static float lift(float[] values, int offset) {
            double sum = 0;
            for (int i = offset; i < offset + ImageShape.MNIST.pixels(); i++) {
                values[i] += 1;
                sum += values[i] * values[i];
            }
            return (float) sum;
        }

        /** |r - q|² = |r|² - 2 r·q + |q|², whose last term does not matter for who is nearest. */
        void compare(INDArray queries, int first, int end, Nearest nearest) {
            var chunk = queries.get(NDArrayIndex.interval(first, end), NDArrayIndex.all());
            var products = Nd4j.createUninitialized(DataType.FLOAT, new long[] {size, end - first}, 'f');
            Nd4j.gemm(pixels, chunk.add(1), products, false, true, 1, 0); // [size, end - first], a query a column
            var product = new float[size * (end - first)];
            products.data().asNioFloat().get(product);
            for (int query = first; query < end; query++) {
                int column = (query - first) * size;
                for (int i = 0; i < size; i++) {
                    nearest.offer(query, from + i, squares[i] - 2 * product[column + i]);
                }
            }
        }
    }
}
