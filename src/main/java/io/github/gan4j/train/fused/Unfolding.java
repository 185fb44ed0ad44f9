package io.github.gan4j.train.fused;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of pixels beside a convolution: every pixel that a tap meets is copied to, or added up from, a matrix that has a row for
 * each channel and tap. One or three channels are too few to multiply for each tap by itself.
 */
final class Unfolding {
    private static final int COLUMNS_OF_TASK = 56;

    private final TapList taps;
    private final int images;
    private final int[] places; // of the pixels in the large plane, row after row
    private final List<List<TapList.Piece>> meetings; // of each place
    private final NativeMatrix matrix; // [channels * taps, positions * images]
    private final float[][] planes; // [channels * pixels][images], in the plane's order

    Unfolding(TapList taps, Plane small, Plane large, int channels, int images) {
        this.taps = taps;
        this.images = images;
        this.places = large.indices();
        this.meetings = IntStream.range(0, large.size())
                .mapToObj(place -> taps.atLarge(place, 1))
                .toList();
        this.matrix = new NativeMatrix(channels * taps.taps(), small.size() * images);
        this.planes = new float[channels * large.size()][images];
    }

    /** The unfolded images. */
    Signal signal() {
        return new Signal(matrix, 0, images, true);
    }

    /** From rows of pixels to the matrix. */
    Phases unfold(RowRange rows) {
        return tasks((from, count) -> read(rows, from, count)).then(gather());
    }

    private Phases gather() {
        return Phases.of(IntStream.range(0, matrix.rows()).mapToObj(row -> {
            int plane = row / taps.taps() * places.length;
            var pieces = taps.ofTap(row % taps.taps());
            return () -> {
                matrix.clear(row * matrix.columns(), matrix.columns()); // taps on padding meet nothing
                for (var piece : pieces) {
                    for (int i = 0; i < piece.run(); i++) {
                        int at = row * matrix.columns() + (piece.small() + i) * images;
                        matrix.put(at, planes[plane + piece.large() + i], images);
                    }
                }
            };
        }));
    }

    /** From the matrix to sums for each pixel. */
    Phases fold() {
        return tasks((from, count) -> {
            var part = new float[images];
            for (int column = from; column < from + count; column++) {
                fold(column, part);
            }
        });
    }

    private void fold(int column, float[] part) {
        int channel = column / places.length;
        int place = places[column % places.length];
        var sum = planes[channel * places.length + place];
        Arrays.fill(sum, 0);
        for (var piece : meetings.get(place)) {
            int row = channel * taps.taps() + piece.tap();
            matrix.get(row * matrix.columns() + piece.small() * images, part, images);
            Vectors.add(sum, part);
        }
    }

    private float[] plane(int column) {
        return planes[column / places.length * places.length + places[column % places.length]];
    }

    private void read(RowRange rows, int from, int count) {
        var part = new float[count];
        var strip = Strip.columns(rows, from);
        for (int image = 0; image < images; image++) {
            strip.get(image, part);
            for (int i = 0; i < count; i++) {
                plane(from + i)[image] = part[i];
            }
        }
    }

    /** Copies the sums to some columns of rows of pixels. */
    void write(RowRange rows, int from, int count) {
        var part = new float[count];
        var strip = Strip.columns(rows, from);
        for (int image = 0; image < images; image++) {
            for (int i = 0; i < count; i++) {
                part[i] = plane(from + i)[image];
            }
            strip.put(image, part);
        }
    }

    private interface Work {
        void on(int from, int count);
    }

    private Phases tasks(Work work) {
        return Phases.of(IntStream.iterate(0, from -> from < planes.length, from -> from + COLUMNS_OF_TASK)
                .mapToObj(from -> () -> work.on(from, Math.min(COLUMNS_OF_TASK, planes.length - from))));
    }
}
