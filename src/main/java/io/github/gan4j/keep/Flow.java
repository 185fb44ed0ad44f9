package io.github.gan4j.keep;

import io.github.gan4j.internal.Check;

/**
 * What one layer hands on to the next for each row: plain numbers, or an image.
 *
 * @param channels of the image, or how many numbers
 * @param height of the image, or 0
 * @param width of the image, or 0
 */
record Flow(int channels, int height, int width) {
    private static final long MAX_NUMBERS = 4_000_000; // the greatest images have 3,145,728

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if it is too large
     */
    Flow {
        Check.argument((long) channels * height * width <= MAX_NUMBERS, "an image must have at most 4,000,000 numbers");
    }

    /** Plain numbers. */
    static Flow of(int numbers) {
        return new Flow(numbers, 0, 0);
    }

    boolean isImage() {
        return height > 0;
    }

    /** How many numbers a row has. */
    int numbers() {
        return isImage() ? channels * height * width : channels;
    }

    /**
     * Throws unless a layer for so many channels of an image, or so many plain numbers, can come next.
     *
     * @throws IllegalArgumentException if it cannot
     */
    void require(int expected, boolean image) {
        Check.argument(channels == expected && isImage() == image, "layers must fit each other");
    }
}
