package io.github.gan4j.judge;

import io.github.gan4j.Images;
import java.util.Optional;

/**
 * What can be counted in the images that a pair was trained on, or in MNIST where those are not at hand: what is a fault of one
 * generator's pictures may be how another's images are.
 *
 * @param name of the images
 * @param middle the share of pixels between -0.5 and 0.5
 * @param smoothness the correlation of pixels that are side by side
 * @param distance the mean distance between two pictures, for 784 features
 */
record RealPictures(String name, double middle, double smoothness, double distance) {
    private static final RealPictures MNIST = new RealPictures("MNIST", 0.05, 0.9, 20);
    private static final int MOST = 500;
    private static final int FEWEST = 20; // fewer say little of all

    static RealPictures of(Optional<Images> trainedOn) {
        return trainedOn
                .filter(images -> images.size() >= FEWEST)
                .map(RealPictures::of)
                .orElse(MNIST);
    }

    private static RealPictures of(Images images) {
        var first = images.batch(0, Math.min(MOST, images.size()));
        var counted = PictureStatistics.withoutDigits(first, images.shape());
        return new RealPictures(images.name(), counted.middle(), counted.smoothness(), counted.distance());
    }

    /** A threshold that was set for MNIST, for images that have fewer greys. */
    double scaledMiddle(double ofMnist) {
        return ofMnist * Math.min(1, middle / MNIST.middle);
    }

    /** The same for images that are less smooth. */
    double scaledSmoothness(double ofMnist) {
        return ofMnist * Math.min(1, Math.max(0, smoothness / MNIST.smoothness));
    }

    /** The same for images that are more alike. */
    double scaledDistance(double ofMnist) {
        return ofMnist * Math.min(1, distance / MNIST.distance);
    }

    /** Whether pictures with such a share of greys have far more of them. */
    boolean areGreyer(double than) {
        return than > Math.max(0.9, (1 + middle) / 2);
    }
}
