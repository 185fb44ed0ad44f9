package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Planes behind the pixels of a convolution, each with one number for all of an image: the one-hot labels of a conditional pair. Such a
 * plane gives every position the same, but for those at the border, where some taps fall on padding. So there is nothing to
 * multiply: it is a bias of the image for each kind of position.
 */
final class PixelPlanes {
    private static final int IMAGES_OF_TASK = 8;

    private final TapWeights weights;
    private final int[] kinds; // of each position of the small side
    private final List<int[]> taps; // of each kind
    private final int firstColumn;
    private final int images;
    private final int channels;
    private final float[][] numbers; // [images][planes], of the last pass
    private final float[][] sums; // [kinds][images * channels], the gradients of all positions of a kind

    /**
     * @param positions of the small side
     * @param firstColumn where a row of pixels has the planes' numbers
     */
    PixelPlanes(TapWeights weights, TapList list, int positions, int firstColumn, int images) {
        this.weights = weights;
        this.firstColumn = firstColumn;
        this.images = images;
        this.channels = weights.small();
        this.kinds = new int[positions];
        var found = new ArrayList<List<Integer>>();
        for (int position = 0; position < positions; position++) {
            var met = list.atSmall(position, 1).stream()
                    .map(TapList.Piece::tap)
                    .sorted()
                    .toList();
            if (!found.contains(met)) {
                found.add(met);
            }
            kinds[position] = found.indexOf(met);
        }
        this.taps = found.stream()
                .map(met -> met.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        this.numbers = new float[images][weights.planes()];
        this.sums = new float[taps.size()][images * channels];
    }

    /** Writes what the planes of the rows of pixels give, for the products to be added to. */
    Phases begin(RowRange rows, Signal small) {
        return tasks(first -> {
            int count = Math.min(IMAGES_OF_TASK, images - first);
            var strip = Strip.columns(rows, firstColumn);
            IntStream.range(first, first + count).forEach(image -> strip.get(image, numbers[image]));
            var given = given(first, count);
            for (int position = 0; position < kinds.length; position++) {
                small.matrix().put(small.element(position, first), given[kinds[position]], count * channels);
            }
        });
    }

    /** What positions of each kind are given, [kinds][count * channels]. */
    private float[][] given(int first, int count) {
        var given = new float[taps.size()][count * channels];
        var plane = new float[weights.taps() * channels];
        for (int p = 0; p < weights.planes(); p++) {
            if (isBlank(p, first, count)) {
                continue;
            }
            weights.getPlane(p, plane);
            for (int kind = 0; kind < given.length; kind++) {
                var bias = sum(plane, taps.get(kind));
                for (int i = 0; i < count; i++) {
                    add(given[kind], i * channels, bias, 0, numbers[first + i][p]);
                }
            }
        }
        return given;
    }

    private boolean isBlank(int plane, int first, int count) {
        return IntStream.range(first, first + count).allMatch(image -> numbers[image][plane] == 0);
    }

    /** Some rows [channels] of a plane's weights together. */
    private float[] sum(float[] plane, int[] rows) {
        var sum = new float[channels];
        for (int row : rows) {
            add(sum, 0, plane, row * channels, 1);
        }
        return sum;
    }

    private void add(float[] target, int at, float[] source, int from, float factor) {
        if (factor != 0) {
            for (int c = 0; c < channels; c++) {
                target[at + c] += factor * source[from + c];
            }
        }
    }

    /** Writes the gradient of the planes' weights, from the one behind the products. */
    Phases gradient(Signal delta) {
        return tasks(first -> addUp(delta, first, Math.min(IMAGES_OF_TASK, images - first)))
                .then(Phases.of(IntStream.range(0, weights.planes()).mapToObj(plane -> () -> writeGradient(plane))));
    }

    private void addUp(Signal delta, int first, int count) {
        var part = new float[count * channels];
        var ofKinds = new float[taps.size()][part.length];
        for (int position = 0; position < kinds.length; position++) {
            delta.matrix().get(delta.element(position, first), part, part.length);
            Vectors.add(ofKinds[kinds[position]], part);
        }
        for (int kind = 0; kind < sums.length; kind++) {
            System.arraycopy(ofKinds[kind], 0, sums[kind], first * channels, part.length);
        }
    }

    private void writeGradient(int plane) {
        var gradient = new float[weights.taps() * channels];
        for (int kind = 0; kind < sums.length; kind++) {
            var ofKind = new float[channels];
            for (int image = 0; image < images; image++) {
                add(ofKind, 0, sums[kind], image * channels, numbers[image][plane]);
            }
            for (int tap : taps.get(kind)) {
                add(gradient, tap * channels, ofKind, 0, 1);
            }
        }
        weights.putPlaneGradient(plane, gradient);
    }

    /** A task for some of the images, which is told the first one. */
    private Phases tasks(IntConsumer work) {
        return Phases.of(IntStream.iterate(0, first -> first < images, first -> first + IMAGES_OF_TASK)
                .mapToObj(first -> () -> work.accept(first)));
    }
}
