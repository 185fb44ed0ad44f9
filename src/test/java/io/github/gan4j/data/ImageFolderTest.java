package io.github.gan4j.data;

import static io.github.gan4j.data.OddPictures.bytes;
import static io.github.gan4j.data.OddPictures.jpeg;
import static io.github.gan4j.data.OddPictures.picture;
import static io.github.gan4j.data.OddPictures.png;
import static io.github.gan4j.data.OddPictures.turned;
import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path temp;

    private Images load() {
        return load(Optional.empty());
    }

    private Images load(int height, int width, int channels) {
        return load(Optional.of(new ImageShape(height, width, channels)));
    }

    private Images load(Optional<ImageShape> shape) {
        return ImageFolder.load(temp, shape, new PrintStream(out, true));
    }

    private String refusal(Optional<ImageShape> shape) {
        return assertThrows(UncheckedIOException.class, () -> load(shape))
                .getMessage()
                .replace(temp.toString(), "photos");
    }

    private void put(String name, byte[] file) throws IOException {
        Files.createDirectories(temp.resolve(name).getParent());
        Files.write(temp.resolve(name), file);
    }

    /** 2x2 pixels of one grey. */
    private static byte[] grey(int level) throws IOException {
        var picture = new BufferedImage(2, 2, TYPE_BYTE_GRAY);
        picture.getRaster().setSamples(0, 0, 2, 2, 0, new int[] {level, level, level, level});
        return bytes(picture, "png");
    }

    /** The first pixel of each image, 0..255. */
    private static int[] first(Images images) {
        return images.batch(0, images.size()).add(1.001).mul(127.5).getColumn(0).toIntVector();
    }

    private static int[] pixels(Images images) {
        var values = images.batch(0, 1).toFloatVector();
        var pixels = new int[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.round((values[i] + 1) * 127.5f);
        }
        return pixels;
    }

    @Test
    void sortsByNameAndNamesItselfAfterTheFolder() throws IOException {
        put("b.png", grey(2));
        put("\u0436.png", grey(4));
        put("a.png", grey(1));
        put("c d.png", grey(3));
        var images = load();
        assertArrayEquals(new int[] {1, 2, 3, 4}, first(images));
        assertEquals(temp.getFileName().toString(), images.name());
        assertEquals(0, images.labels().length);
        assertEquals(List.of(), images.labelNames());
        assertEquals("", out.toString());
    }

    @Test
    void subFoldersAreClassesInSortedOrder() throws IOException {
        put("cat-big/1.png", grey(3));
        put("cat/deeper/2.png", grey(2));
        put("cat/1.png", grey(1));
        put("dog/1.png", grey(4));
        Files.createDirectories(temp.resolve("empty"));
        put("readme-only/readme.txt", new byte[] {'a'});
        var images = load();
        assertArrayEquals(new int[] {1, 2, 3, 4}, first(images));
        assertArrayEquals(new int[] {0, 0, 1, 2}, images.labels());
        assertEquals(List.of("cat", "cat-big", "dog"), images.labelNames());
    }

    @Test
    void picturesBesideTheClassesAreSkipped() throws IOException {
        put("cat/1.png", grey(1));
        put("z.png", grey(2));
        assertEquals(1, load().size());
        assertEquals(
                "Skipped 1 of 2 files in " + temp.getFileName()
                        + ": z.png lies beside the sub-folders, which are the classes.\n",
                out.toString().replace("\r", ""));
    }

    @Test
    void aFolderOfNoPicturesMakesNoClasses() throws IOException {
        put("notes/readme.txt", new byte[] {'a'});
        put("z.png", grey(2));
        assertEquals(List.of(), load().labelNames());
    }

    @Test
    void namesTheFirstThreeThatItSkipped() throws IOException {
        put("a.txt", new byte[] {'a'});
        put("b.png", new byte[0]);
        put("c\u001b[31m.png", png(8, 8, 8, 2, new byte[0]));
        put("d.txt", new byte[] {'a'});
        put("e.txt", new byte[] {'a'});
        put("f.png", grey(7));
        put("g.txt", new byte[] {'a'});
        assertArrayEquals(new int[] {7}, first(load()));
        assertEquals(
                "Skipped 6 of 7 files in " + temp.getFileName()
                        + ": a.txt is text; b.png is empty; c [31m.png is cut short; and 3 more.\n",
                out.toString().replace("\r", ""));
    }

    @Test
    void saysWhenNothingIsLeft() throws IOException {
        assertEquals(
                "loadImages: photos must hold pictures that can be read, but is empty.\n"
                        + "PNG, JPEG, GIF, BMP and TIFF can be.",
                refusal(Optional.empty()));
        put("a.txt", new byte[] {'a'});
        assertEquals(
                "loadImages: photos must hold pictures that can be read, but none of 1 files is one: a.txt is text.\n"
                        + "PNG, JPEG, GIF, BMP and TIFF can be.",
                refusal(Optional.of(ImageShape.MNIST)));
    }

    @Test
    void namesTheSizesAndALineToPaste() throws IOException {
        put("a.png", grey(1));
        put("b.png", grey(1));
        put("c.png", bytes(picture(TYPE_3BYTE_BGR), "png"));
        put("d.jpg", turned(jpeg(picture(TYPE_3BYTE_BGR, 16, 8), false), 6));
        put("e.png", bytes(picture(TYPE_BYTE_GRAY), "png"));
        assertEquals(
                "loadImages: the pictures of photos must have one size of at most 1,024 pixels a side,"
                        + " but have 2x2 (2), 16x8x3 (1), 8x8 (1) and 1 other sizes.\n"
                        + "Say to what they are scaled: loadImages(Path.of(\"photos\"), new ImageShape(64, 64, 3))",
                refusal(Optional.empty()));
        assertEquals(5, load(64, 64, 3).size());
    }

    @Test
    void aSideOfMoreThan1024NeedsAShape() throws IOException {
        put("a.png", bytes(picture(TYPE_BYTE_GRAY, 1_025, 4), "png"));
        assertTrue(refusal(Optional.empty()).contains("but have 4x1025 (1)."));
        assertEquals(1, load(4, 4, 1).size());
    }

    @Test
    void coversTheShapeAndCutsTheMiddle() throws IOException {
        put("a.png", bytes(picture(TYPE_BYTE_GRAY, 12, 8), "png")); // a white row, then 6 columns of 64 and 6 of 192
        assertArrayEquals(new int[] {112, 208, 64, 192}, pixels(load(2, 2, 1))); // (255 + 3 * 64) / 4, ...
    }

    @Test
    void averagesOverTheAreaOfEachPixel() throws IOException {
        var stripes = new BufferedImage(100, 100, TYPE_BYTE_GRAY);
        for (int i = 0; i < 10_000; i += 2) {
            stripes.getRaster().setSample(i % 100, i / 100, 0, 255);
        }
        put("a.png", bytes(stripes, "png"));
        for (int pixel : pixels(load(7, 7, 1))) {
            assertEquals(127.5, pixel, 6); // 14.3 columns, of which 7 or 8 are white
        }
    }

    @Test
    void enlargesSmoothly() throws IOException {
        var two = new BufferedImage(2, 1, TYPE_BYTE_GRAY);
        two.getRaster().setSample(1, 0, 0, 200);
        put("a.png", bytes(two, "png"));
        assertArrayEquals(new int[] {0, 50, 150, 200}, Arrays.copyOf(pixels(load(2, 4, 1)), 4));
    }

    @Test
    void coloursBecomeGreysByLuminanceAndGreysColours() throws IOException {
        var red = new BufferedImage(2, 2, TYPE_3BYTE_BGR);
        for (int i = 0; i < 4; i++) {
            red.setRGB(i % 2, i / 2, 0xff0000);
        }
        put("a.png", bytes(red, "png"));
        put("b.png", grey(100));
        assertArrayEquals(new int[] {76, 100}, first(load(2, 2, 1)));
        assertArrayEquals(new int[] {255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0}, pixels(load(2, 2, 3)));
    }

    @Test
    void turnsBeforeItScales() throws IOException {
        put(
                "a.jpg",
                turned(jpeg(picture(TYPE_BYTE_GRAY, 16, 8), false), 6)); // 16 rows of 8 columns, the right one white
        var pixels = pixels(load(4, 2, 1));
        assertArrayEquals(new int[] {64, 112, 64, 112, 192, 208, 192, 208}, pixels);
    }

    @Test
    void theSameFolderIsTheSameDataAgain() throws IOException {
        for (int i = 0; i < 40; i++) {
            put(i % 3 + "/" + i + ".png", grey(i));
        }
        assertEquals(load().sha256(), load().sha256());
    }

    @Test
    void more2GibThanAnArrayHoldsIsSaidBeforeAnythingIsDecoded() throws IOException {
        for (int i = 0; i < 700; i++) {
            put(i + ".png", new byte[] {1});
        }
        var message = refusal(Optional.of(new ImageShape(1_024, 1_024, 3)));
        assertTrue(
                message.startsWith("loadImages: 700 pictures of 3,145,728 bytes must fit into one array of Java"),
                message);
    }

    @Test
    void namesTheFolderThatIsNotThere() {
        var folder = temp.resolve("nowhere");
        var message = assertThrows(UncheckedIOException.class, () -> ImageFolder.load(folder))
                .getMessage();
        assertTrue(message.startsWith("loadImages: the folder must hold pictures, but there is no folder " + folder));
    }

    @Test
    void countsUpWhereThereAreMany() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            put(i + ".png", new byte[] {1});
        }
        refusal(Optional.empty());
        assertEquals(
                "Reading 5,000 files of " + temp.getFileName()
                        + " ... 10 % 20 % 30 % 40 % 50 % 60 % 70 % 80 % 90 % 100 %\n",
                out.toString().replace("\r", ""));
    }
}
