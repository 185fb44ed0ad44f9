package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.plotInterpolation;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.show.Png;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferInt;
import java.awt.image.RescaleOp;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ImageGridTest {
    /** Images of one value each, [values, 784]. */
    private static INDArray uniform(double... values) {
        var pixels = new double[values.length * 784];
        Arrays.setAll(pixels, i -> values[i / 784]);
        return Nd4j.createFromArray(pixels).reshape(values.length, 784).castTo(DataType.FLOAT);
    }

    private static int[] samples(ImageGrid grid) {
        return grid.getRaster().getSamples(0, 0, grid.getWidth(), grid.getHeight(), 0, (int[]) null);
    }

    private static int grey(ImageGrid grid, int x, int y) {
        return grid.getRaster().getSample(x, y, 0);
    }

    @Test
    void drawsSixteenImagesFourByFour() {
        var grid = plotGrid(Nd4j.zeros(DataType.FLOAT, 20, 784));
        assertEquals(112, grid.getWidth());
        assertEquals(112, grid.getHeight());
    }

    @Test
    void rangeIsFixedAndNotStretchedToTheImage() { // tutorial slip E12
        var grid = plotGrid(uniform(-1, -0.5, 0, 1));
        assertEquals(0, grey(grid, 0, 0));
        assertEquals(64, grey(grid, 28, 0));
        assertEquals(128, grey(grid, 56, 0));
        assertEquals(255, grey(grid, 84, 0));
    }

    @Test
    void everyPixelOfImagesComesBack() {
        var pixels = new byte[3 * 784];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) (i * 31));
        var grid = plotGrid(Images.of("ramps", pixels, new int[0]));
        for (int i = 0; i < pixels.length; i++) {
            int x = i / 784 * 28 + i % 28;
            int y = i % 784 / 28;
            assertEquals(pixels[i] & 0xff, grey(grid, x, y), "pixel " + i);
        }
    }

    @Test
    void givesOneImageAlone() {
        var image = plotGrid(uniform(1, -1, 1, -1, 0)).image(1, 0);
        assertEquals(1, image.rows() * image.columns());
        assertEquals(128, grey(image, 27, 27));
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> plotGrid(uniform(1)).image(0, 1));
        assertEquals("image: row must be 0 to 0 and column 0 to 0, but got 0 and 1.", thrown.getMessage());
    }

    @Test
    void fillsRowByRowAndLeavesTheRestBlack() {
        var grid = plotGrid(uniform(1, 1, 1, 1, 1));
        assertEquals(2, grid.rows());
        assertEquals(255, grey(grid, 27, 55));
        assertEquals(0, grey(grid, 28, 28));
    }

    @Test
    void fewerImagesThanARowLeaveNoBlackSquares() {
        for (int count = 1; count <= 3; count++) {
            var grid = plotGrid(Nd4j.ones(DataType.FLOAT, count, 784));
            assertEquals(count, grid.columns());
            assertEquals(1, grid.rows());
        }
        assertEquals(2, ImageGrid.of(uniform(1, 1), 3, 10, "").columns());
    }

    @Test
    void acceptsViewsAndDoubles() {
        var wide = Nd4j.ones(DataType.DOUBLE, 784, 3);
        assertEquals(255, grey(plotGrid(wide.transpose()), 60, 20));
    }

    @Test
    void leavesTheArrayAlone() {
        var images = uniform(0.25, -0.25);
        var before = images.dup();
        plotGrid(images);
        assertEquals(before, images);
    }

    static Stream<Consumer<ImageGrid>> waysToDraw() {
        int[] white = {255, 255, 255};
        var other = new BufferedImage(112, 28, BufferedImage.TYPE_INT_RGB);
        other.setRGB(1, 1, 0xffffff);
        return Stream.of(
                grid -> grid.createGraphics().fillRect(0, 0, 9, 9),
                grid -> grid.getGraphics().fillRect(0, 0, 9, 9),
                grid -> grid.setRGB(1, 1, 0xffffff),
                grid -> grid.setRGB(1, 1, 1, 1, new int[] {0xffffff}, 0, 1),
                grid -> grid.setData(other.getData()),
                grid -> grid.getRaster().setPixel(1, 1, white),
                grid -> Arrays.fill(((DataBufferInt) grid.getRaster().getDataBuffer()).getData(), 0xffffff),
                grid -> ((WritableRaster) grid.getTile(0, 0)).setPixel(1, 1, white),
                grid -> grid.getWritableTile(0, 0).setPixel(1, 1, white),
                grid -> ((WritableRaster) grid.getData()).setPixel(1, 1, white),
                grid -> grid.copyData(null).setPixel(1, 1, white),
                grid -> grid.getSubimage(0, 0, 2, 2).setRGB(1, 1, 0xffffff),
                grid -> new RescaleOp(0, 255, null).filter(other, grid),
                grid -> new ColorConvertOp(null).filter(other, grid));
    }

    @ParameterizedTest
    @MethodSource("waysToDraw")
    void cannotBeDrawnOn(Consumer<ImageGrid> way) {
        var grid = plotGrid(uniform(-1, -1, -1, -1));
        var before = Png.encode(grid);
        try {
            way.accept(grid);
        } catch (IllegalStateException refused) {
            assertTrue(refused.getMessage().startsWith("grid: a grid is a value and is not drawn on"));
        }
        assertArrayEquals(new int[112 * 28], samples(grid));
        assertEquals(0xff000000, grid.getRGB(1, 1));
        assertArrayEquals(before, Png.encode(grid));
    }

    @Test
    void isReadAsAnyPictureIs() {
        var grid = plotGrid(uniform(-1, 1));
        assertEquals(BufferedImage.TYPE_INT_RGB, grid.getType());
        assertEquals(0xffffffff, grid.getRGB(30, 1));
        assertEquals(0xffffffff, grid.getSubimage(28, 0, 28, 28).getRGB(27, 27));
        var copy = new BufferedImage(112, 28, BufferedImage.TYPE_INT_RGB);
        copy.createGraphics().drawImage(grid, 0, 0, null);
        assertEquals(0xffffffff, copy.getRGB(30, 1));
        assertEquals(0xff000000, copy.getRGB(1, 1));
    }

    @Test
    void refusesBytesInsteadOfTheRange() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> plotGrid(uniform(0, 255)));
        assertTrue(
                thrown.getMessage().startsWith("plotGrid: images must be in -1..1, but got values from 0.0 to 255.0."));
    }

    @Test
    void refusesNotANumber() {
        assertThrows(IllegalArgumentException.class, () -> plotGrid(uniform(Double.NaN)));
    }

    @Test
    void refusesImagesThatAreNotFlat() {
        var images = Nd4j.zeros(DataType.FLOAT, 2, 28, 28);
        var thrown = assertThrows(IllegalArgumentException.class, () -> plotGrid(images));
        assertTrue(
                thrown.getMessage().contains("[n, 784]") && thrown.getMessage().contains("[2, 28, 28]"));
    }

    @Test
    void generatorsGridIsTheSameEachTimeAndFollowsTheTrainingNoise() { // tutorial slips E4 and E10
        var gan = buildGan(buildGenerator(), buildDiscriminator());
        var bytes = samples(plotGrid(gan));
        assertArrayEquals(bytes, samples(plotGrid(gan)));
        assertArrayEquals(
                bytes,
                samples(plotGrid(
                        gan, GridOptions.defaults().withNoise(gan.options().noise()))));
        assertFalse(Arrays.equals(
                bytes, samples(plotGrid(gan, GridOptions.defaults().withNoise(Noise.STANDARD)))));
        assertFalse(Arrays.equals(
                bytes, samples(plotGrid(gan, GridOptions.defaults().withSeed(7)))));
    }

    @Test
    void gridOfAGanSaysStepAndNoise() {
        var gan = buildGan(buildGenerator(), buildDiscriminator());
        var grid = plotGrid(gan, GridOptions.defaults().withSize(2, 3));
        assertEquals("2x3 grid of 28x28 images, step 0, noise N(-0.5, 0.5^2)", grid.toString());
    }

    @Test
    void interpolationStartsAndEndsAtItsNoises() {
        var gan = buildGan(buildGenerator(), buildDiscriminator());
        var from = Noise.TRAINING.draw(1, 1);
        var to = Noise.TRAINING.draw(1, 2);
        var strip = plotInterpolation(gan, from, to);
        assertEquals(10, strip.columns());
        var first = plotGrid(gan.sample(from));
        var last = plotGrid(gan.sample(to));
        for (int x = 0; x < 28; x++) { // a matrix product of other size may round otherwise
            assertEquals(grey(first, x, 14), grey(strip, x, 14), 1);
            assertEquals(grey(last, x, 14), grey(strip, 252 + x, 14), 1);
        }
    }

    @Test
    void interpolationRefusesTwoNoisesAtOneEnd() {
        var gan = buildGan(buildGenerator(), buildDiscriminator());
        var two = Noise.TRAINING.draw(2, 1);
        assertThrows(IllegalArgumentException.class, () -> plotInterpolation(gan, two, two));
    }

    @Test
    void saysWhatItIs() {
        var digits = Images.of("synthetic digits", new byte[784 * 16], new int[0]);
        assertEquals(
                "4x4 grid of 28x28 images, synthetic digits", plotGrid(digits).toString());
    }

    @Test
    void optionsRefuseAnEmptyGrid() {
        var options = GridOptions.defaults();
        assertThrows(IllegalArgumentException.class, () -> options.withSize(0, 4));
        assertThrows(IllegalArgumentException.class, () -> options.withSize(100_000, 100_000));
    }
}
