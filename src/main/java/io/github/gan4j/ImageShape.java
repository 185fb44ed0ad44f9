package io.github.gan4j;

import io.github.gan4j.internal.Check;

/**
 * The size of an image and its colours. Arrays of images stay flat, [n, features]: row by row, and where there is more than
 * one channel, all pixels of the first before those of the next.
 *
 * @param height rows of pixels, 1 to 1,024
 * @param width pixels in a row, 1 to 1,024
 * @param channels 1 for grey, 3 for red, green and blue
 */
public record ImageShape(int height, int width, int channels) {
    /** Rows, and columns, of the greatest images. */
    public static final int MAX_SIDE = 1_024;

    /** Grey images of 28x28 pixels. */
    public static final ImageShape MNIST = new ImageShape(28, 28, 1);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public ImageShape {
        Check.argument(
                isSide(height) && isSide(width) && (channels == 1 || channels == 3),
                "ImageShape: height and width must be 1 to %,d and channels 1 or 3, but got %dx%dx%d.%n"
                        + "MNIST's is new ImageShape(28, 28, 1).",
                MAX_SIDE,
                height,
                width,
                channels);
    }

    private static boolean isSide(int side) {
        return side >= 1 && side <= MAX_SIDE;
    }

    /** Pixels of an image, whatever their colour. */
    public int pixels() {
        return height * width;
    }

    /** Numbers of an image: its pixels times its channels. */
    public int features() {
        return pixels() * channels;
    }

    /** For example {@code 28x28}, or {@code 32x32x3}. */
    @Override
    public String toString() {
        return height + "x" + width + (channels == 1 ? "" : "x" + channels);
    }
}
