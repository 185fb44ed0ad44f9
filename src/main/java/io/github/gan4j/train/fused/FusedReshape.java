package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Rows of units as an image's pixels, or an image as rows; DL4J counts units channel after channel. */
final class FusedReshape implements FusedLayer {
    private static final int IMAGES_OF_TASK = 8;

    private final boolean toImage;
    private final int channels;
    private final int[] places; // in the plane, row after row
    private final NativeMatrix output;
    private final NativeMatrix delta; // the gradient at the output

    FusedReshape(boolean toImage, Plane plane, int channels, Rows most) {
        this.toImage = toImage;
        this.channels = channels;
        this.places = plane.indices();
        this.output = matrix(toImage, most.count());
        this.delta = matrix(toImage, Math.max(1, most.training()));
    }

    private NativeMatrix matrix(boolean image, int images) {
        return image ? new NativeMatrix(images * places.length, channels) : new NativeMatrix(images, units());
    }

    @Override
    public int units() {
        return channels * places.length;
    }

    @Override
    public RowRange last(int images) {
        int all = output.rows() / (toImage ? places.length : 1);
        return new RowRange(output, all - images, images);
    }

    @Override
    public Phases forward(RowRange from, RowRange to, Rows rows) {
        return turn(rows.inference(from), rows.inference(to), toImage).beside(turn(from, to, rows, toImage));
    }

    /** Copies those that train. */
    private Phases turn(RowRange from, RowRange to, Rows rows, boolean rowsToImage) {
        return turn(rows.penalised(from), rows.penalised(to), rowsToImage)
                .beside(turn(rows.learning(from), rows.learning(to), rowsToImage));
    }

    @Override
    public Phases change(RowRange from, RowRange to) {
        return turn(from, to, toImage);
    }

    /** Copies images from rows to pixels or back, some at a time: their pixels at one position are neighbours. */
    private Phases turn(RowRange from, RowRange to, boolean rowsToImage) {
        return Phases.of(IntStream.iterate(0, first -> first < from.count(), first -> first + IMAGES_OF_TASK)
                .mapToObj(first -> {
                    int images = Math.min(IMAGES_OF_TASK, from.count() - first);
                    return rowsToImage
                            ? () -> turnRows(from, to, first, images)
                            : () -> turnPixels(from, to, first, images);
                }));
    }

    private void turnRows(RowRange rows, RowRange pixels, int first, int images) {
        var row = new float[units()];
        var turned = new float[units() * images];
        var strip = Strip.columns(rows, 0);
        for (int image = 0; image < images; image++) {
            strip.get(first + image, row);
            for (int position = 0; position < places.length; position++) {
                for (int c = 0; c < channels; c++) {
                    turned[(position * images + image) * channels + c] = row[c * places.length + position];
                }
            }
        }
        for (int position = 0; position < places.length; position++) {
            int length = images * channels;
            pixels.matrix().put(pixel(pixels, position, first), turned, position * length, length);
        }
    }

    private void turnPixels(RowRange pixels, RowRange rows, int first, int images) {
        var row = new float[units()];
        var turned = new float[units() * images];
        for (int position = 0; position < places.length; position++) {
            int length = images * channels;
            pixels.matrix().get(pixel(pixels, position, first), turned, position * length, length);
        }
        var strip = Strip.columns(rows, 0);
        for (int image = 0; image < images; image++) {
            for (int position = 0; position < places.length; position++) {
                for (int c = 0; c < channels; c++) {
                    row[c * places.length + position] = turned[(position * images + image) * channels + c];
                }
            }
            strip.put(first + image, row);
        }
    }

    /** Where a pixel's channels begin. */
    private int pixel(RowRange pixels, int position, int image) {
        return (pixels.from() * places.length + places[position] * pixels.count() + image) * channels;
    }

    @Override
    public RowRange gradient(int training) {
        return new RowRange(delta, 0, training);
    }

    @Override
    public Phases backward(Rows rows) {
        return Phases.NONE;
    }

    @Override
    public Phases inputGradient(RowRange target, Rows rows) {
        return turn(gradient(rows.training()), target, rows, !toImage);
    }

    @Override
    public Phases update(RowRange input, Rows rows, Supplier<Adam> adam) {
        return Phases.NONE;
    }
}
