package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Rows of units as an image's pixels, or an image as rows; DL4J counts units channel after channel. */
final class FusedReshape implements FusedLayer {
    private static final int IMAGES_OF_TASK = 8;

    private final boolean toImage;
    private final int channels;
    private final int[] places; // in the plane, row after row
    private final int parts; // of rows
    private final NativeMatrix output;
    private final NativeMatrix delta; // the gradient at the output
    private final NativeMatrix inputDelta; // the gradient at the input

    FusedReshape(boolean toImage, Plane plane, int channels, int images, int trainingImages, int threads) {
        this.toImage = toImage;
        this.channels = channels;
        this.places = plane.indices();
        this.parts = FusedDense.parts(units(), threads);
        int learning = Math.max(1, trainingImages);
        this.output = matrix(toImage, images);
        this.delta = matrix(toImage, learning);
        this.inputDelta = matrix(!toImage, learning);
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
    public Phases forward(RowRange from, RowRange to, int training) {
        int others = from.count() - training;
        return turn(from.part(0, others), to.part(0, others), toImage)
                .beside(turn(from.part(others, training), to.part(others, training), toImage));
    }

    /** Copies images from rows to pixels or back. */
    private Phases turn(RowRange from, RowRange to, boolean rowsToImage) {
        return Phases.of(IntStream.iterate(0, first -> first < from.count(), first -> first + IMAGES_OF_TASK)
                .mapToObj(first -> () -> {
                    for (int i = first; i < Math.min(first + IMAGES_OF_TASK, from.count()); i++) {
                        if (rowsToImage) {
                            turnRow(from, to, i);
                        } else {
                            turnImage(from, to, i);
                        }
                    }
                }));
    }

    private void turnRow(RowRange rows, RowRange pixels, int image) {
        var row = new float[units()];
        var pixel = new float[channels];
        Strip.columns(rows, 0).get(image, row);
        for (int position = 0; position < places.length; position++) {
            for (int c = 0; c < channels; c++) {
                pixel[c] = row[c * places.length + position];
            }
            pixels.matrix().put(pixel(pixels, position, image), pixel, channels);
        }
    }

    private void turnImage(RowRange pixels, RowRange rows, int image) {
        var row = new float[units()];
        var pixel = new float[channels];
        for (int position = 0; position < places.length; position++) {
            pixels.matrix().get(pixel(pixels, position, image), pixel, channels);
            for (int c = 0; c < channels; c++) {
                row[c * places.length + position] = pixel[c];
            }
        }
        Strip.columns(rows, 0).put(image, row);
    }

    /** Where a pixel's channels begin. */
    private int pixel(RowRange pixels, int position, int image) {
        return (pixels.from() * places.length + places[position] * pixels.count() + image) * channels;
    }

    @Override
    public Phases backward(FusedLayer next, int training) {
        var target = new RowRange(delta, 0, training);
        int all = toImage ? places.length : units();
        var gradients = Phases.of(IntStream.range(0, parts).mapToObj(part -> {
            int from = all * part / parts;
            return next.inputGradient(target, from, all * (part + 1) / parts - from);
        }));
        return gradients.then(turn(target, new RowRange(inputDelta, 0, training), !toImage));
    }

    @Override
    public Runnable inputGradient(RowRange target, int from, int count) {
        if (!toImage) {
            return () -> target.matrix()
                    .copy(inputDelta, from * target.count() * channels, count * target.count() * channels);
        }
        return () -> {
            var part = new float[count];
            var source = Strip.columns(new RowRange(inputDelta, 0, target.count()), from);
            var rows = Strip.columns(target, from);
            for (int image = 0; image < target.count(); image++) {
                source.get(image, part);
                rows.put(image, part);
            }
        };
    }

    @Override
    public Phases update(RowRange input, Supplier<Adam> adam) {
        return Phases.NONE;
    }
}
