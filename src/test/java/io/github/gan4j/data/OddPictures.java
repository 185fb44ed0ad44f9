package io.github.gan4j.data;

import io.github.gan4j.internal.SeededRandom;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What strangers' folders hold, made here byte by byte. */
final class OddPictures {
    private OddPictures() {}

    /** 8 rows of 8 pixels, the left half 64 and the right half 192 in each of three channels, the first row white. */
    static BufferedImage picture(int type) {
        return picture(type, 8, 8);
    }

    static BufferedImage picture(int type, int width, int height) {
        var picture = new BufferedImage(width, height, type);
        paint(picture);
        return picture;
    }

    private static void paint(BufferedImage picture) {
        var raster = picture.getRaster();
        int bands = raster.getNumBands();
        int alpha = picture.getColorModel().hasAlpha() ? bands - 1 : -1;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int band = 0; band < bands; band++) {
                    int bits = picture.getColorModel().getComponentSize(band);
                    int value = band == alpha ? 255 : y == 0 ? 255 : x < picture.getWidth() / 2 ? 64 : 192;
                    raster.setSample(x, y, band, bits == 16 ? value * 257 : value >> (8 - bits));
                }
            }
        }
    }

    static BufferedImage palette() {
        var levels = new byte[] {0, 64, (byte) 192, (byte) 255};
        var red = new byte[] {(byte) 200, 64, (byte) 192, (byte) 255};
        var picture = new BufferedImage(
                8, 8, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(2, 4, red, levels, levels));
        for (int i = 0; i < 64; i++) {
            picture.getRaster().setSample(i % 8, i / 8, 0, i < 8 ? 3 : i % 8 < 4 ? 1 : 2);
        }
        return picture;
    }

    /** Black below a white row, one bit a pixel. */
    static BufferedImage black() {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < 8; x++) {
            picture.getRaster().setSample(x, 0, 0, 1);
        }
        return picture;
    }

    /** 64x64 pixels that no format packs well. */
    static BufferedImage random() {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        var random = new SeededRandom(1);
        for (int i = 0; i < 64 * 64; i++) {
            picture.setRGB(i % 64, i / 64, random.nextInt());
        }
        return picture;
    }

    /** Red with half opacity. */
    static BufferedImage translucent() {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 64; i++) {
            picture.setRGB(i % 8, i / 8, new Color(255, 0, 0, 128).getRGB());
        }
        return picture;
    }

    /** Components of 8 or 16 bits. */
    static BufferedImage components(int colorSpace, boolean alpha, int transferType) {
        var model =
                new ComponentColorModel(ColorSpace.getInstance(colorSpace), alpha, false, alpha ? 3 : 1, transferType);
        var picture = new BufferedImage(model, model.createCompatibleWritableRaster(8, 8), false, null);
        paint(picture);
        return picture;
    }

    static byte[] bytes(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, bytes)) {
            throw new IOException("no " + format + " of " + picture);
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg(BufferedImage picture, boolean progressive) throws IOException {
        return jpeg(new IIOImage(picture, null, null), progressive);
    }

    /** A JPEG of four inks, which are stored inverted: less cyan is more red. */
    static byte[] cmyk() throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);
        for (int i = 0; i < 64; i++) {
            raster.setPixel(i % 8, i / 8, new int[] {i < 8 ? 255 : i % 8 < 4 ? 64 : 192, 255, 255, 255});
        }
        return jpeg(new IIOImage(raster, null, null), false);
    }

    private static byte[] jpeg(IIOImage picture, boolean progressive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(1);
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, picture, how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same JPEG with EXIF's orientation in front. */
    static byte[] turned(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        exif.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return inserted(jpeg, 2, exif.array());
    }

    static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }

    /** The first half of a file. */
    static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    /** With 20 other bytes in the middle. */
    static byte[] garbled(byte[] file) {
        var garbled = file.clone();
        Arrays.fill(garbled, file.length / 2, file.length / 2 + 20, (byte) 0x5a);
        return garbled;
    }

    /** A PNG whose header is right, of any size and colour type; what is packed in it may be something else. */
    static byte[] png(int width, int height, int bits, int colorType, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {(byte) bits, (byte) colorType, 0, 0, 0});
        out.write(chunk("IHDR", header.array()));
        out.write(chunk("IDAT", deflated(content)));
        out.write(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] deflated(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** A progressive JPEG whose last scan comes again and again. */
    static byte[] manyScans(int count) throws IOException {
        var jpeg = jpeg(picture(BufferedImage.TYPE_3BYTE_BGR), true);
        int last = jpeg.length - 2;
        int start = last;
        while ((jpeg[start] & 0xff) != 0xff || (jpeg[start + 1] & 0xff) != 0xda) {
            start--;
        }
        var scan = Arrays.copyOfRange(jpeg, start, last);
        var all = ByteBuffer.allocate(scan.length * count);
        for (int i = 0; i < count; i++) {
            all.put(scan);
        }
        return inserted(jpeg, last, all.array());
    }
}
