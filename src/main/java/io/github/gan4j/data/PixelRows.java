package io.github.gan4j.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The pixels of a picture, row by row, as numbers of 0..255 on a black ground.
 *
 * <p>Greys and colours are taken as they are stored: AWT would give linear greys another gamma. A profile of colours is left
 * aside, as most loaders do.
 */
final class PixelRows {
    private final BufferedImage picture;
    private final ColorModel model;
    private final Raster raster;
    private final boolean stored; // whether the samples are greys or colours as they stand
    private final boolean inks; // cyan, magenta, yellow and black
    private final int colours; // 1 or 3
    private final int bands;
    private final float[] scales; // [bands]: from samples to 0..255
    private int[] row = {};

    PixelRows(BufferedImage picture) {
        this.picture = picture;
        this.model = picture.getColorModel();
        this.raster = picture.getRaster();
        this.stored = isStored(model);
        this.inks = model.getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        this.colours = channels(model);
        this.bands = raster.getNumBands();
        this.scales = new float[bands];
        for (int band = 0; stored && band < bands; band++) {
            scales[band] = 255f / ((1L << model.getComponentSize(band)) - 1);
        }
    }

    /** 1 where a colour model can only say greys, 3 for any other. */
    static int channels(ColorModel model) {
        return model instanceof IndexColorModel palette
                ? isGrey(palette) ? 1 : 3
                : model.getColorSpace().getType() == ColorSpace.TYPE_GRAY ? 1 : 3;
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            int color = palette.getRGB(i);
            if ((color >> 16 & 255) != (color & 255) || (color >> 8 & 255) != (color & 255)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStored(ColorModel model) {
        int type = model.getColorSpace().getType();
        int transfer = model.getTransferType();
        return !(model instanceof IndexColorModel)
                && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_CMYK)
                && (transfer == DataBuffer.TYPE_BYTE
                        || transfer == DataBuffer.TYPE_USHORT
                        || transfer == DataBuffer.TYPE_INT);
    }

    /**
     * One row.
     *
     * @param channels for 1, greys by luminance; for 3, red, then green, then blue
     * @param target [channels * width]
     */
    void read(int y, int channels, float[] target) {
        if (stored) {
            readSamples(y, channels, target);
        } else {
            readColors(y, channels, target);
        }
    }

    private void readSamples(int y, int channels, float[] target) {
        int width = picture.getWidth();
        row = raster.getPixels(0, y, width, 1, row.length == 0 ? new int[width * bands] : row);
        boolean shaded = model.hasAlpha() && !model.isAlphaPremultiplied();
        for (int x = 0; x < width; x++) {
            int at = x * bands;
            float opacity = shaded ? row[at + bands - 1] * scales[bands - 1] / 255 : 1;
            if (inks) {
                opacity *= 1 - row[at + 3] * scales[3] / 255; // less black is more light
            }
            float red = light(row[at] * scales[0]) * opacity;
            float green = colours == 1 ? red : light(row[at + 1] * scales[1]) * opacity;
            float blue = colours == 1 ? red : light(row[at + 2] * scales[2]) * opacity;
            put(target, x, channels, red, green, blue);
        }
    }

    private float light(float sample) {
        return inks ? 255 - sample : sample;
    }

    private void readColors(int y, int channels, float[] target) {
        int width = picture.getWidth();
        row = picture.getRGB(0, y, width, 1, row.length == 0 ? new int[width] : row, 0, width);
        for (int x = 0; x < width; x++) {
            int color = row[x];
            float opacity = (color >>> 24) / 255f;
            put(
                    target,
                    x,
                    channels,
                    (color >> 16 & 255) * opacity,
                    (color >> 8 & 255) * opacity,
                    (color & 255) * opacity);
        }
    }

    /** Luminance as ITU-R BT.601 weighs colours, which leaves greys what they are. */
    private void put(float[] target, int x, int channels, float red, float green, float blue) {
        if (channels == 1) {
            target[x] = (299 * red + 587 * green + 114 * blue) / 1000;
        } else {
            int width = target.length / 3;
            target[x] = red;
            target[width + x] = green;
            target[2 * width + x] = blue;
        }
    }
}
