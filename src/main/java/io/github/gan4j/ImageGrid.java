package io.github.gan4j;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Images side by side as one grey picture of 28 * columns by 28 * rows pixels, row by row, with no gap and no text.
 *
 * <p>The range is fixed: -1 is black, 1 is white, whatever else is in the picture (tutorial slip E12).
 */
public final class ImageGrid extends BufferedImage {
    private static final int SIDE = Images.SIDE;
    private static final int STRIP = 10;

    private final String caption;

    private ImageGrid(int rows, int columns, String caption) {
        super(columns * SIDE, rows * SIDE, TYPE_INT_RGB); // AWT gives its grey type another gamma than screens have
        this.caption = caption;
    }

    /**
     * The first images of an array; where there are fewer than the grid has places, rows are left out and places stay
     * black.
     *
     * @param images [n, 784] in -1..1, not changed
     * @param rows at most so many, at least 1
     * @param columns at least 1
     * @param caption what {@link #toString()} says of the images; may be empty
     * @throws IllegalArgumentException if shape or range are other ones
     */
    public static ImageGrid of(INDArray images, int rows, int columns, String caption) {
        Check.argument(
                rows >= 1 && columns >= 1,
                "plotGrid: there must be at least 1 row and 1 column, but got %d and %d.",
                rows,
                columns);
        int count = (int) Math.min(images.size(0), (long) rows * columns);
        var values = pixels(ArrayChecks.images("plotGrid", "images", images), count); // [count * 784]
        var grid = new ImageGrid((count + columns - 1) / columns, columns, caption);
        for (int i = 0; i < count; i++) {
            grid.paint(i / columns, i % columns, values, i * Images.PIXELS);
        }
        return grid;
    }

    /** What a generator draws from noise with these options, with its distance where it has just been evaluated. */
    static ImageGrid of(Gan gan, GridOptions options) {
        var noise = options.noise() == null ? gan.options().noise() : options.noise();
        var images =
                gan.sample(noise.draw(options.rows() * options.columns(), options.seed())); // [rows * columns, 784]
        var distance = gan.latestEvaluation()
                .map(found -> String.format(Locale.ROOT, ", Fréchet %.1f", found.frechetDistance()))
                .orElse("");
        var caption = String.format(Locale.ROOT, "step %,d, %s%s", gan.step(), noise, distance);
        return of(images, options.rows(), options.columns(), caption);
    }

    /** Ten images on the straight way between two noise vectors [1, 100]; the pair is not changed. */
    static ImageGrid between(Gan gan, INDArray from, INDArray to) {
        var start = oneVector(from);
        var way = oneVector(to).sub(start);
        var shares = Nd4j.linspace(DataType.FLOAT, 0, 1.0 / (STRIP - 1), STRIP).reshape(STRIP, 1);
        var noise = shares.mmul(way).addRowVector(start); // [10, 100]
        return of(gan.sample(noise), 1, STRIP, String.format(Locale.ROOT, "between two noises, step %,d", gan.step()));
    }

    /** The number of rows. */
    public int rows() {
        return getHeight() / SIDE;
    }

    /** The number of columns. */
    public int columns() {
        return getWidth() / SIDE;
    }

    /** What the images are; empty when nobody said. */
    public String caption() {
        return caption;
    }

    @Override
    public String toString() {
        return OneLine.of("%dx%d grid of 28x28 images%s", rows(), columns(), caption.isEmpty() ? "" : ", " + caption);
    }

    private void paint(int row, int column, float[] values, int from) {
        var colors = new int[Images.PIXELS];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = grey(values[from + i]) * 0x010101;
        }
        setRGB(column * SIDE, row * SIDE, SIDE, SIDE, colors, 0, SIDE);
    }

    private static int grey(float value) {
        return Math.min(255, Math.max(0, Math.round((value + 1) * 127.5f)));
    }

    private static INDArray oneVector(INDArray noise) {
        var checked = ArrayChecks.noise("plotInterpolation", noise);
        Check.argument(
                checked.size(0) == 1,
                "plotInterpolation: each end must be one noise vector [1, 100], but got %d.%n"
                        + "Take it from Noise.TRAINING.draw(1, 7).",
                checked.size(0));
        return checked;
    }

    private static float[] pixels(INDArray images, int count) {
        var first = images.get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
        return first.castTo(DataType.FLOAT).dup('c').data().asFloat();
    }
}
