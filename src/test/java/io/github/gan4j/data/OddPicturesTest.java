package io.github.gan4j.data;

import static io.github.gan4j.data.OddPictures.black;
import static io.github.gan4j.data.OddPictures.bytes;
import static io.github.gan4j.data.OddPictures.chunk;
import static io.github.gan4j.data.OddPictures.cmyk;
import static io.github.gan4j.data.OddPictures.components;
import static io.github.gan4j.data.OddPictures.cut;
import static io.github.gan4j.data.OddPictures.deflated;
import static io.github.gan4j.data.OddPictures.garbled;
import static io.github.gan4j.data.OddPictures.inserted;
import static io.github.gan4j.data.OddPictures.jpeg;
import static io.github.gan4j.data.OddPictures.manyScans;
import static io.github.gan4j.data.OddPictures.palette;
import static io.github.gan4j.data.OddPictures.picture;
import static io.github.gan4j.data.OddPictures.png;
import static io.github.gan4j.data.OddPictures.random;
import static io.github.gan4j.data.OddPictures.translucent;
import static io.github.gan4j.data.OddPictures.turned;
import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_USHORT_565_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import java.awt.color.ColorSpace;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What each odd or hostile file gives: docs/own-pictures.md has the same table. */
@Timeout(120)
class OddPicturesTest {
    private static final Path PAGE = Path.of("docs", "own-pictures.md");
    private static final String WHOLE = "8x8x3: 255 64 192";
    private static final String GREY = "8x8: 255 64 192";

    @TempDir
    Path temp;

    private interface Making {
        void in(Path folder) throws IOException, InterruptedException;
    }

    /** A file, and what it gives: its shape with three of its pixels, or why it was skipped. */
    private record Odd(String what, Making making, String gives) {}

    private final List<Odd> all = new ArrayList<>();

    private void add(String what, byte[] file, String gives) {
        link(what, folder -> Files.write(folder.resolve("a"), file), gives);
    }

    private void link(String what, Making making, String gives) {
        all.add(new Odd(what, making, gives));
    }

    @Test
    void eachGivesWhatTheTableSays() throws Exception {
        pictures();
        turnedPictures();
        damaged();
        hostile();
        noPictures();
        notEvenFiles();
        var wrong = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            var odd = all.get(i);
            var found = found(temp.resolve("folder" + i), odd);
            if (!found.equals(odd.gives)) {
                wrong.add(odd.what + ": " + found + " instead of " + odd.gives);
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(all.size() >= 40, all.size() + " files");
        assertTrue(Files.readString(PAGE).contains(table()), () -> "the table of " + PAGE + " must be\n" + table());
    }

    private String table() {
        return all.stream()
                .map(odd -> "| " + odd.what + " | " + odd.gives + " |")
                .collect(Collectors.joining("\n", "| file | gives |\n|---|---|\n", "\n"));
    }

    /** What a folder with this file alone gives; with a good picture beside, all must be well. */
    private static String found(Path folder, Odd odd) throws IOException, InterruptedException {
        odd.making.in(Files.createDirectory(folder));
        var alone = load(folder, Optional.empty());
        Files.write(folder.resolve("z.png"), bytes(picture(TYPE_3BYTE_BGR), "png"));
        var beside = load(folder, Optional.of(new ImageShape(8, 8, 3)));
        assertTrue(beside.startsWith("8x8x3: "), () -> odd.what + " beside a good one: " + beside);
        return alone;
    }

    private static String load(Path folder, Optional<ImageShape> shape) {
        try {
            return told(ImageFolder.load(folder, shape, new PrintStream(new ByteArrayOutputStream())));
        } catch (UncheckedIOException e) {
            return e.getMessage()
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("^.*(files is one: a?|a side, but have )|\\.$|(?<=decoded) \\(.*", "")
                    .strip();
        }
    }

    /** The upper left, the lower left and the lower right pixel of the first channel. */
    private static String told(Images images) {
        var pixels = images.batch(0, 1).add(1).mul(127.5).toFloatVector();
        int last = images.shape().pixels() - 1;
        int left = last + 1 - images.shape().width();
        return images.shape() + ": " + Math.round(pixels[0]) + " " + Math.round(pixels[left]) + " "
                + Math.round(pixels[last]);
    }

    private void pictures() throws IOException {
        add("PNG, 24 bits", bytes(picture(TYPE_3BYTE_BGR), "png"), WHOLE);
        add("PNG, 48 bits", bytes(components(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_USHORT), "png"), WHOLE);
        add("PNG, 8 bits grey", bytes(picture(TYPE_BYTE_GRAY), "png"), GREY);
        add("PNG, 16 bits grey", bytes(picture(TYPE_USHORT_GRAY), "png"), GREY);
        add("PNG, grey and alpha", bytes(components(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE), "png"), GREY);
        add(
                "PNG, grey and alpha of 16 bits",
                bytes(components(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_USHORT), "png"),
                GREY);
        add("PNG, black and white", bytes(black(), "png"), "8x8: 255 0 0");
        add("PNG, palette of colours", bytes(palette(), "png"), WHOLE);
        add("PNG, red of half opacity", bytes(translucent(), "png"), "8x8x3: 128 128 128");
        add("JPEG", jpeg(picture(TYPE_3BYTE_BGR), false), WHOLE);
        add("JPEG, progressive", jpeg(picture(TYPE_3BYTE_BGR), true), WHOLE);
        add("JPEG, grey", jpeg(picture(TYPE_BYTE_GRAY), false), GREY);
        if (readsFourInks()) {
            add("JPEG of four inks (CMYK)", cmyk(), WHOLE);
        }
        add("GIF, a palette of greys", bytes(picture(TYPE_3BYTE_BGR), "gif"), GREY);
        add("GIF, palette of colours", bytes(palette(), "gif"), WHOLE);
        add("BMP, 24 bits", bytes(picture(TYPE_3BYTE_BGR), "bmp"), WHOLE);
        add("BMP, 16 bits of colours", bytes(picture(TYPE_USHORT_565_RGB), "bmp"), "8x8x3: 255 66 197");
        add("BMP, black and white", bytes(black(), "bmp"), "8x8: 255 0 0");
        add("TIFF, 24 bits", bytes(picture(TYPE_3BYTE_BGR), "tiff"), WHOLE);
        add("TIFF, 16 bits grey", bytes(picture(TYPE_USHORT_GRAY), "tiff"), GREY);
        add("TIFF, red of half opacity", bytes(translucent(), "tiff"), "8x8x3: 128 128 128");
        add("one pixel", bytes(picture(TYPE_3BYTE_BGR, 1, 1), "png"), "1x1x3: 255 255 255");
        add("1 x 3,000 pixels", bytes(picture(TYPE_3BYTE_BGR, 3_000, 1), "png"), "1x3000x3 (1)");
    }

    private void turnedPictures() throws IOException {
        var upright = jpeg(picture(TYPE_3BYTE_BGR), false);
        var held = List.of(
                "255 64 192",
                "255 192 64",
                "192 255 255",
                "64 255 255",
                "255 255 192",
                "64 192 255",
                "192 64 255",
                "255 255 64");
        for (int i = 1; i <= 8; i++) {
            add("JPEG, EXIF orientation " + i, turned(upright, i), "8x8x3: " + held.get(i - 1));
        }
        add("JPEG, EXIF orientation 9, which there is not", turned(upright, 9), WHOLE);
    }

    private void damaged() throws IOException {
        var picture = random();
        add("PNG, the first half", cut(bytes(picture, "png")), "is cut short");
        add("JPEG, the first half", cut(jpeg(picture, false)), "is cut short");
        add("JPEG, progressive, the first half", cut(jpeg(picture, true)), "is cut short");
        add("GIF, the first half", cut(bytes(picture, "gif")), "cannot be decoded");
        add("BMP, the first half", cut(bytes(picture, "bmp")), "is cut short");
        add("TIFF, the first half", cut(bytes(picture, "tiff")), "cannot be decoded");
        add("PNG, garbled in the middle", garbled(bytes(picture, "png")), "cannot be decoded");
        add("PNG, its first bytes alone", cut(cut(cut(png(1, 1, 8, 2, new byte[0])))), "is cut short");
        add("JPEG, its first bytes alone", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, "cannot be decoded");
        add("GIF, its first bytes alone", ascii("GIF89a"), "is cut short");
        add("BMP, its first bytes alone", ascii("BM"), "is cut short");
        add("TIFF whose directory lies behind the end", ascii("II*\0\77\77\0\0"), "is cut short");
        add("PNG with no pixels", png(8, 8, 8, 2, new byte[0]), "is cut short");
        add("PNG with too many pixels", png(8, 8, 8, 2, new byte[100_000]), "8x8x3: 0 0 0");
        add("PNG of 7 bits", png(8, 8, 7, 2, new byte[1_000]), "cannot be decoded");
        add("PNG of a palette that is missing", png(8, 8, 8, 3, new byte[1_000]), "cannot be decoded");
    }

    private void hostile() throws IOException {
        var whole = bytes(picture(TYPE_3BYTE_BGR), "png");
        var bomb = inserted(deflated(new byte[200 << 20]), 0, ascii("a\0\0"));
        add(
                "PNG of 60,000 x 60,000 in its header",
                png(60_000, 60_000, 8, 2, new byte[9]),
                "has 60,000x60,000 pixels, more than 100,000,000");
        add(
                "PNG of 2,147,483,647 x 2,147,483,647",
                png(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 2, new byte[9]),
                "has 2,147,483,647x2,147,483,647 pixels, more than 100,000,000");
        add("PNG of -1 x 8", png(-1, 8, 8, 2, new byte[9]), "cannot be decoded");
        add("PNG of 0 x 8", png(0, 8, 8, 2, new byte[9]), "cannot be decoded");
        add("PNG with 200 MB of text packed in it", inserted(whole, 33, chunk("zTXt", bomb)), WHOLE);
        add("PNG with a profile of 200 MB packed in it", inserted(whole, 33, chunk("iCCP", bomb)), WHOLE);
        add("JPEG of 1,010 scans", manyScans(1_000), "is a JPEG picture of 1,010 scans, more than 100");
    }

    private void noPictures() {
        add("text", ascii("no picture"), "is text");
        add("a web page", ascii("<html><body>404</body></html>"), "is a web page (HTML)");
        add("SVG", ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"), "is XML");
        add("PDF", ascii("%PDF-1.4"), "is a PDF document");
        add("a zip archive", ascii("PK\3\4"), "is a zip archive");
        add("WebP", ascii("RIFF0000WEBPVP8 "), "is a WebP picture");
        add("HEIC, as phones have it", ascii("\0\0\0\30ftypheic0000"), "is a HEIC or AVIF picture");
        add("zeros", new byte[1_000], "is zeros alone");
        add("other bytes", new byte[] {1, 2, 3}, "is no picture in a format that is known here");
        add("0 bytes", new byte[0], "is empty");
    }

    private void notEvenFiles() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        link("a hidden file", folder -> Files.write(folder.resolve(".a"), new byte[1]), ".a is hidden");
        link("a hidden folder", folder -> Files.createDirectory(folder.resolve(".git")), ".git is hidden");
        link(
                "a link to nothing",
                folder -> Files.createSymbolicLink(folder.resolve("a"), Path.of("nothing")),
                "is a link that leads nowhere");
        link(
                "a link to itself",
                folder -> Files.createSymbolicLink(folder.resolve("a"), Path.of("a")),
                "is a link that leads nowhere");
        link(
                "a link to the folder it lies in",
                folder -> Files.createSymbolicLink(folder.resolve("a"), folder),
                "is a link in a circle");
        link(
                "a link to a device",
                folder -> Files.createSymbolicLink(folder.resolve("a"), Path.of("/dev/zero")),
                "is no file");
        link(
                "a pipe that nobody writes to",
                folder -> new ProcessBuilder("mkfifo", folder.resolve("a").toString())
                        .start()
                        .waitFor(),
                "is no file");
        link(
                "31 folders in each other",
                folder -> Files.createDirectories(folder.resolve("a/".repeat(32))),
                "/a".repeat(31) + " lies too deep");
    }

    /** Java does from its versions 17.0.3 and 19 on. */
    private static boolean readsFourInks() throws IOException {
        try {
            return ImageIO.read(new ByteArrayInputStream(cmyk())) != null;
        } catch (IIOException e) {
            return false;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
