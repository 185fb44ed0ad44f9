package io.github.gan4j;

import io.github.gan4j.internal.OneLine;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What one training step measured.
 *
 * @param step the number of the step, counted from 1
 * @param discriminator the discriminator's whole loss on the mixed batch before its update, in nats with the tutorial's loss (0.693 is a
 *     coin toss); where it is updated several times a step, that of the last
 * @param generator the generator's loss before its update, in the same units
 * @param accuracy the share of the mixed batch that the discriminator told right at threshold 0.5, before its update (tutorial step 4);
 *     NaN where it gives scores, which have no threshold
 * @param millis what the step took, in milliseconds
 * @param estimate with {@link Loss#WASSERSTEIN} mean(score(real)) - mean(score(fake)), without the gradient penalty: how far apart the
 *     critic finds them, which falls as the samples get better; else empty
 */
public record StepLoss(
        int step, double discriminator, double generator, double accuracy, double millis, OptionalDouble estimate) {
    /** Without an estimate. */
    public StepLoss(int step, double discriminator, double generator, double accuracy, double millis) {
        this(step, discriminator, generator, accuracy, millis, OptionalDouble.empty());
    }

    /** The tutorial's line (tutorial step 8); its "epoch" is a step counted from 0 (tutorial slip E7). */
    public String tutorialLine() {
        return String.format(
                Locale.ROOT, "epoch: %d, [Discriminator: %s], [Generator: %s]", step - 1, discriminator, generator);
    }

    @Override
    public String toString() {
        var apart = estimate.isPresent() ? OneLine.of(", estimate %.3f", estimate.getAsDouble()) : "";
        return OneLine.of(
                "step %,d: discriminator loss %.3f, generator loss %.3f%s, %.0f ms",
                step, discriminator, generator, apart, millis);
    }
}
