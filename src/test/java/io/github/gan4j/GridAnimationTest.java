package io.github.gan4j;

import static io.github.gan4j.Gan4j.plotGrid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridAnimationTest {
    private static ImageGrid noise(int images, long seed) {
        var pixels = new byte[images * ImageShape.MNIST.pixels()];
        new Random(seed).nextBytes(pixels);
        return plotGrid(Images.of("noise", pixels, new int[0]));
    }

    private static int[] colors(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @Test
    void everyFrameIsItsGrid() throws IOException {
        var grids = List.of(noise(16, 1), noise(16, 2), noise(16, 3));
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(new GridAnimation(grids).gif())));
        assertEquals(3, reader.getNumImages(true));
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(colors(grids.get(i)), colors(reader.read(i)), "frame " + i);
        }
    }

    @Test
    void coloursComeNearTheirOwn() throws IOException {
        var shape = new ImageShape(16, 16, 3);
        var pixels = new byte[4 * shape.features()];
        for (int i = 0; i < pixels.length; i++) { // 1,024 colours
            int pixel = i % shape.pixels();
            pixels[i] =
                    (byte) (i / shape.pixels() % 3 == 0 ? pixel : i / shape.pixels() % 3 == 1 ? 255 - pixel : i / 12);
        }
        var grid = plotGrid(Images.of("ramps", shape, pixels, new int[0]));
        var frame = ImageIO.read(new ByteArrayInputStream(new GridAnimation(List.of(grid)).gif()));
        var expected = colors(grid);
        var found = colors(frame);
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(expected[i] >> shift & 255, found[i] >> shift & 255, 12, "pixel " + i);
            }
        }
    }

    @Test
    void repeatsForEver() {
        var bytes = new String(new GridAnimation(List.of(noise(4, 1))).gif(), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("NETSCAPE2.0\u0003\u0001\u0000\u0000"));
    }

    @Test
    void savesItself(@TempDir Path folder) throws IOException {
        var animation = new GridAnimation(List.of(noise(4, 1)));
        animation.save(folder.resolve("new/run.gif"));
        assertArrayEquals(animation.gif(), Files.readAllBytes(folder.resolve("new/run.gif")));
    }

    @Test
    void refusesGridsOfDifferentSizes() {
        var grids = List.of(noise(4, 1), noise(16, 1));
        assertThrows(IllegalArgumentException.class, () -> new GridAnimation(grids));
    }

    @Test
    void refusesNoGrid() {
        assertThrows(IllegalArgumentException.class, () -> new GridAnimation(List.of()));
    }
}
