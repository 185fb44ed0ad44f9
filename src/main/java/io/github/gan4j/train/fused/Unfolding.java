package io.github.gan4j.train.fused;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of pixels beside a convolution: every pixel that a tap meets is copied to, or added up from, a matrix that has a row for
 * each tap and channel. One or three channels are too few to multiply for each tap by itself.
 */
final class Unfolding {
    private static final int COLUMNS_OF_TASK = 56;

    private final TapList taps;
    private final int channels;
    private final int images;
    private final int[] places; // of the pixels in the large plane, row after row
    private final List<List<TapList.Piece>> meetings; // of each place
    private final NativeMatrix matrix; // [taps * channels, positions * images]
    private final float[] planes; // [channels * pixels, images], in the plane's order

    Unfolding(TapList taps, Plane small, Plane large, int channels, int images) {
        this.taps = taps;
        this.channels = channels;
        this.images = images;
        this.places = large.indices();
        this.meetings = IntStream.range(0, large.size())
                .mapToObj(place -> taps.atLarge(place, 1))
                .toList();
        this.matrix = new NativeMatrix(taps.taps() * channels, small.size() * images);
        this.planes = new float[channels * large.size() * images];
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
            int plane = row % channels * places.length;
            var pieces = taps.ofTap(row / channels);
            return () -> {
                matrix.clear(row * matrix.columns(), matrix.columns()); // taps on padding meet nothing
                for (var piece : pieces) {
                    int at = row * matrix.columns() + piece.small() * images;
                    matrix.put(at, planes, (plane + piece.large()) * images, piece.run() * images);
                }
            };
        }));
    }

    /** From the matrix to sums for each pixel. */
    Phases fold() {
        return tasks((from, count) -> {
            var sum = new float[images];
            var part = new float[images];
            for (int column = from; column < from + count; column++) {
                fold(column, sum, part);
                System.arraycopy(sum, 0, planes, at(column), images);
            }
        });
    }

    private void fold(int column, float[] sum, float[] part) {
        Arrays.fill(sum, 0);
        for (var piece : meetings.get(places[column % places.length])) {
            int row = piece.tap() * channels + column / places.length;
            matrix.get(row * matrix.columns() + piece.small() * images, part, images);
            Vectors.add(sum, part);
        }
    }

    /** Where the planes have the images' numbers of a column of the rows of pixels. */
    private int at(int column) {
        return (column / places.length * places.length + places[column % places.length]) * images;
    }

    private int[] at(int from, int count) {
        return IntStream.range(from, from + count).map(this::at).toArray();
    }

    private void read(RowRange rows, int from, int count) {
        var part = new float[count];
        var at = at(from, count);
        var strip = Strip.columns(rows, from);
        for (int image = 0; image < images; image++) {
            strip.get(image, part);
            for (int i = 0; i < count; i++) {
                planes[at[i] + image] = part[i];
            }
        }
    }

    /** Copies the sums to rows of pixels. */
    Phases write(RowRange rows) {
        return tasks((from, count) -> write(rows, from, count));
    }

    /** Copies the sums to some columns of rows of pixels. */
    void write(RowRange rows, int from, int count) {
        var part = new float[count];
        var at = at(from, count);
        var strip = Strip.columns(rows, from);
        for (int image = 0; image < images; image++) {
            for (int i = 0; i < count; i++) {
                part[i] = planes[at[i] + image];
            }
            strip.put(image, part);
        }
    }

    private interface Work {
        void on(int from, int count);
    }

    private Phases tasks(Work work) {
        int columns = channels * places.length;
        return Phases.of(IntStream.iterate(0, from -> from < columns, from -> from + COLUMNS_OF_TASK)
                .mapToObj(from -> () -> work.on(from, Math.min(COLUMNS_OF_TASK, columns - from))));
    }
}
