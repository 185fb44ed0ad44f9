package io.github.gan4j.show;

import java.awt.image.BufferedImage;

/** Pictures made larger or smaller, with no help from AWT's drawing, which some machines lack. */
final class Pixels {
    private static final int SCREEN_HEIGHT = 448; // what a grid of 4 x 28 is enlarged to
    private static final int SCREEN_WIDTH = 900; // what a chart has

    private Pixels() {}

    /** Small pictures with every pixel repeated, up to 900 x 448 pixels. */
    static BufferedImage forScreen(BufferedImage picture) {
        int factor = Math.max(1, Math.min(SCREEN_HEIGHT / picture.getHeight(), SCREEN_WIDTH / picture.getWidth()));
        if (factor == 1) {
            return picture;
        }
        var pixels = picture.getRaster(); // a copy, when it is a grid's
        var larger = picture.getColorModel()
                .createCompatibleWritableRaster(picture.getWidth() * factor, picture.getHeight() * factor);
        for (int y = 0; y < larger.getHeight(); y++) {
            for (int x = 0; x < larger.getWidth(); x++) {
                larger.setDataElements(x, y, pixels.getDataElements(x / factor, y / factor, null));
            }
        }
        return new BufferedImage(picture.getColorModel(), larger, picture.isAlphaPremultiplied(), null);
    }

    /** The red, green and blue [height][width] of a picture no wider than this: every pixel the mean of what it covers. */
    static int[][] atMost(BufferedImage picture, int width) {
        double scale = Math.max(1, picture.getWidth() / (double) width);
        var colors = new int[(int) Math.ceil(picture.getHeight() / scale)][(int) Math.ceil(picture.getWidth() / scale)];
        for (int y = 0; y < colors.length; y++) {
            for (int x = 0; x < colors[y].length; x++) {
                colors[y][x] = mean(picture, x * scale, y * scale, scale);
            }
        }
        return colors;
    }

    /** The lightness of a colour, 0 to 255. */
    static int grey(int color) {
        return ((color >> 16 & 255) * 299 + (color >> 8 & 255) * 587 + (color & 255) * 114) / 1000;
    }

    private static int mean(BufferedImage picture, double left, double top, double size) {
        int right = Math.min(picture.getWidth(), (int) Math.ceil(left + size));
        int bottom = Math.min(picture.getHeight(), (int) Math.ceil(top + size));
        double red = 0, green = 0, blue = 0, total = 0;
        for (int y = (int) top; y < bottom; y++) {
            for (int x = (int) left; x < right; x++) {
                double weight = overlap(x, left, size) * overlap(y, top, size);
                int color = color(picture, x, y);
                red += weight * (color >> 16 & 255);
                green += weight * (color >> 8 & 255);
                blue += weight * (color & 255);
                total += weight;
            }
        }
        return (int) Math.round(red / total) << 16
                | (int) Math.round(green / total) << 8
                | (int) Math.round(blue / total);
    }

    /** How much of the pixel lies within the span, 0 to 1. */
    private static double overlap(int pixel, double from, double size) {
        return Math.min(pixel + 1, from + size) - Math.max(pixel, from);
    }

    /** Java's grey pictures have another gamma than sRGB; their samples are what the eye should get. */
    private static int color(BufferedImage picture, int x, int y) {
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return picture.getRaster().getSample(x, y, 0) * 0x010101;
        }
        return picture.getRGB(x, y) & 0xffffff;
    }
}
