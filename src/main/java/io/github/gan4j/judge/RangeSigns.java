package io.github.gan4j.judge;

import io.github.gan4j.Greys;
import java.util.Locale;
import java.util.Optional;

/** Whether a pair learns from pictures in another range or with other greys than white digits on black in -1..1. */
final class RangeSigns {
    private static final double HALF_WAY = 0.5;
    private static final double BRIGHT = 0.2; // MNIST's mean is -0.74, that of its opposite 0.74

    private RangeSigns() {}

    /** What is wrong with the range, if something is: first what was trained on, else what the discriminator likes. */
    static Optional<String> evidence(Optional<Greys> trained, DiscriminatorSigns discriminator, double accuracy) {
        return trained.filter(RangeSigns::isWrong)
                .map(greys -> "the real images of the last step have " + greys
                        + "; MNIST: from -1 to 1, mean -0.74. They look " + likeness(greys) + ".")
                .or(() -> liked(discriminator, accuracy));
    }

    private static boolean isWrong(Greys greys) {
        return greys.least() > -HALF_WAY || greys.greatest() <= HALF_WAY || greys.mean() > BRIGHT;
    }

    private static String likeness(Greys greys) {
        if (greys.least() > -HALF_WAY) {
            return "like greys of 0..1";
        }
        return greys.mean() > BRIGHT ? "black on white" : "too dark, as greys that are scaled twice";
    }

    private static Optional<String> liked(DiscriminatorSigns signs, double accuracy) {
        boolean unlikeDigits = signs.digits() < 0.2 && signs.wrong() > signs.digits() + 0.4;
        boolean wrong =
                accuracy > 0.55 && unlikeDigits && signs.wrong() > signs.fakes() + 0.2; // else labels are swapped
        return wrong
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the discriminator takes pictures %s for real (%.2f) and white digits on black in -1..1 for fake (%.2f).",
                        likeness(signs),
                        signs.wrong(),
                        signs.digits()))
                : Optional.empty();
    }

    private static String likeness(DiscriminatorSigns signs) {
        if (signs.wrong() == signs.inverted()) {
            return "black on white";
        }
        return signs.wrong() == signs.brightened() ? "in the range 0..1" : "almost black all over";
    }
}
