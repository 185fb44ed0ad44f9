package io.github.gan4j.judge;

import io.github.gan4j.ImageShape;
import io.github.gan4j.PixelStatistics;
import java.util.Locale;
import java.util.Optional;

/** Whether a pair learns from pictures in another range or with other greys than white digits on black in -1..1. */
final class RangeCheck {
    private static final double HALF_WAY = 0.5;
    private static final double BRIGHT = 0.2; // MNIST's mean is -0.74, that of its opposite 0.74

    private RangeCheck() {}

    /** Of a pair: only of digits it is known how bright they are, and bytes of other images are in the right range. */
    static Optional<String> evidence(TrainedPair pair, DiscriminatorStatistics discriminator, double accuracy) {
        if (pair.generator().shape().equals(ImageShape.MNIST)) {
            return evidence(pair.pixels(), discriminator, accuracy);
        }
        return pair.images().isPresent()
                ? Optional.empty()
                : pair.pixels().filter(RangeCheck::isOutside).map(RangeCheck::words);
    }

    /** What is wrong with the range, if something is: first what was trained on, else what the discriminator likes. */
    static Optional<String> evidence(
            Optional<PixelStatistics> trained, DiscriminatorStatistics discriminator, double accuracy) {
        return trained.filter(greys -> isOutside(greys) || greys.mean() > BRIGHT)
                .map(RangeCheck::words)
                .or(() -> liked(discriminator, accuracy));
    }

    private static String words(PixelStatistics greys) {
        return "the real images of the last step have " + greys + "; MNIST: from -1 to 1, mean -0.74. They look "
                + likeness(greys) + ".";
    }

    private static boolean isOutside(PixelStatistics greys) {
        return greys.min() > -HALF_WAY || greys.max() <= HALF_WAY;
    }

    private static String likeness(PixelStatistics greys) {
        if (greys.min() > -HALF_WAY) {
            return "like greys of 0..1";
        }
        return greys.mean() > BRIGHT ? "black on white" : "too dark, as greys that are scaled twice";
    }

    private static Optional<String> liked(DiscriminatorStatistics statistics, double accuracy) {
        boolean unlikeDigits = statistics.digits() < 0.2 && statistics.wrong() > statistics.digits() + 0.4;
        boolean wrong = accuracy > 0.55
                && unlikeDigits
                && statistics.wrong() > statistics.fakes() + 0.2; // else labels are swapped
        return wrong
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the discriminator takes pictures %s for real (%.2f) and white digits on black in -1..1 for fake (%.2f).",
                        likeness(statistics),
                        statistics.wrong(),
                        statistics.digits()))
                : Optional.empty();
    }

    private static String likeness(DiscriminatorStatistics statistics) {
        if (statistics.wrong() == statistics.inverted()) {
            return "black on white";
        }
        return statistics.wrong() == statistics.brightened() ? "in the range 0..1" : "almost black all over";
    }
}
