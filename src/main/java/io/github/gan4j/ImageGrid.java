package io.github.gan4j;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Grey;
import io.github.gan4j.internal.OneLine;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Images side by side as one picture, row by row, with no gap and no text.
 *
 * <p>The range is fixed: -1 is black, 1 is white, whatever else is in the picture (tutorial slip E12). A grid never changes: what draws
 * on it is refused with an {@link IllegalStateException}, and rasters are copies.
 */
public final class ImageGrid extends BufferedImage {
    private final ImageShape shape;
    private final String caption;

    private ImageGrid(ImageShape shape, int rows, int columns, String caption) {
        // AWT gives its grey type another gamma than screens have
        super(columns * shape.width(), rows * shape.height(), TYPE_INT_RGB);
        this.shape = shape;
        this.caption = caption;
    }

    /** The first images of an array of 28x28 grey ones; see {@link #of(INDArray, ImageShape, int, int, String)}. */
    public static ImageGrid of(INDArray images, int rows, int columns, String caption) {
        return of(images, ImageShape.MNIST, rows, columns, caption);
    }

    /**
     * The first images of an array. Where there are fewer than the grid has places, rows are left out, and columns if there
     * is one row alone; places that are left in the last of several rows stay black.
     *
     * @param images [n, features] in -1..1, not changed
     * @param shape of each image
     * @param rows at most so many, at least 1
     * @param columns at most so many, at least 1
     * @param caption what {@link #toString()} says of the images; may be empty
     * @throws IllegalArgumentException if shape or range are other ones
     */
    public static ImageGrid of(INDArray images, ImageShape shape, int rows, int columns, String caption) {
        Check.argument(
                rows >= 1 && columns >= 1,
                "plotGrid: there must be at least 1 row and 1 column, but got %d and %d.",
                rows,
                columns);
        var checked = ArrayChecks.images("plotGrid", "images", images, shape.features());
        int count = (int) Math.min(checked.size(0), (long) rows * columns);
        int width = Math.min(count, columns);
        var values = pixels(checked, count);
        var grid = new ImageGrid(shape, (count + width - 1) / width, width, caption);
        for (int i = 0; i < count; i++) {
            grid.paint(i / width, i % width, values, i * shape.features());
        }
        return grid;
    }

    /** The number of rows. */
    public int rows() {
        return getHeight() / shape.height();
    }

    /** The number of columns. */
    public int columns() {
        return getWidth() / shape.width();
    }

    /** The shape of each image. */
    public ImageShape shape() {
        return shape;
    }

    /**
     * One image alone, for example to save it: {@code saveImage(grid.image(0, 3), Path.of("seven.png"))}.
     *
     * @param row counted from 0
     * @param column counted from 0
     * @throws IllegalArgumentException if the grid has no such place
     */
    public ImageGrid image(int row, int column) {
        Check.argument(
                row >= 0 && row < rows() && column >= 0 && column < columns(),
                "image: row must be 0 to %d and column 0 to %d, but got %d and %d.",
                rows() - 1,
                columns() - 1,
                row,
                column);
        var image = new ImageGrid(shape, 1, 1, caption);
        image.setColors(
                0,
                0,
                getRGB(
                        column * shape.width(),
                        row * shape.height(),
                        shape.width(),
                        shape.height(),
                        null,
                        0,
                        shape.width()));
        return image;
    }

    /** What the images are; empty when nobody said. */
    public String caption() {
        return caption;
    }

    @Override
    public String toString() {
        return OneLine.of(
                "%dx%d grid of %s images%s", rows(), columns(), shape, caption.isEmpty() ? "" : ", " + caption);
    }

    /** Always refused, as all that would draw on a grid. */
    @Override
    public Graphics2D createGraphics() {
        throw refused();
    }

    /** Always refused. */
    @Override
    public void setRGB(int x, int y, int rgb) {
        throw refused();
    }

    /** Always refused. */
    @Override
    public void setRGB(int x, int y, int width, int height, int[] rgb, int offset, int scan) {
        throw refused();
    }

    /** Always refused. */
    @Override
    public void setData(Raster raster) {
        throw refused();
    }

    /** Always refused. */
    @Override
    public WritableRaster getWritableTile(int x, int y) {
        throw refused();
    }

    /** A copy of the pixels. */
    @Override
    public WritableRaster getRaster() {
        return copyData(null);
    }

    /** A copy of the pixels. */
    @Override
    public Raster getTile(int x, int y) {
        return getRaster();
    }

    /** A copy of a part. */
    @Override
    public BufferedImage getSubimage(int x, int y, int width, int height) {
        return new BufferedImage(getColorModel(), getRaster(), false, null).getSubimage(x, y, width, height);
    }

    private static IllegalStateException refused() {
        return new IllegalStateException("grid: a grid is a value and is not drawn on.\n"
                + "Draw on a copy: grid.getSubimage(0, 0, grid.getWidth(), grid.getHeight()).createGraphics()");
    }

    private void paint(int row, int column, float[] values, int from) {
        var colors = new int[shape.pixels()];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = color(values, from + i);
        }
        setColors(row, column, colors);
    }

    private void setColors(int row, int column, int[] colors) {
        super.setRGB(
                column * shape.width(), row * shape.height(), shape.width(), shape.height(), colors, 0, shape.width());
    }

    /** Red, green and blue lie a whole image apart; grey is all three. */
    private int color(float[] values, int at) {
        int step = shape.channels() == 1 ? 0 : shape.pixels();
        return Grey.of(values[at]) << 16 | Grey.of(values[at + step]) << 8 | Grey.of(values[at + 2 * step]);
    }

    private static float[] pixels(INDArray images, int count) {
        var first = images.get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
        return first.castTo(DataType.FLOAT).dup('c').data().asFloat();
    }
}
