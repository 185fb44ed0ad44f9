package io.github.gan4j;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which values the pixels of some images have, -1 for black to 1 for white.
 *
 * @param min the darkest pixel: -1 in MNIST
 * @param mean the mean pixel: -0.74 in MNIST
 * @param max the brightest pixel: 1 in MNIST
 */
public record PixelStatistics(double min, double mean, double max) {
    /** Those of images of any shape, which are not changed. */
    public static PixelStatistics of(INDArray images) {
        return new PixelStatistics(
                images.minNumber().doubleValue(),
                images.meanNumber().doubleValue(),
                images.maxNumber().doubleValue());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "greys from %.2f to %.2f, mean %.2f", min, max, mean);
    }
}
