package io.github.gan4j;

import io.github.gan4j.internal.OneLine;
import java.util.Locale;

/**
 * What one training step measured.
 *
 * @param step the number of the step, counted from 1
 * @param discriminator the discriminator's loss on the mixed batch before its update, in nats (0.693 is a coin toss)
 * @param generator the generator's loss before its update, in nats
 * @param accuracy the share of the mixed batch that the discriminator told right at threshold 0.5, before its update (tutorial step 4)
 * @param millis what the step took, in milliseconds
 */
public record StepLoss(int step, double discriminator, double generator, double accuracy, double millis) {
    /** The tutorial's line (tutorial step 8); its "epoch" is a step counted from 0 (tutorial slip E7). */
    public String tutorialLine() {
        return String.format(
                Locale.ROOT, "epoch: %d, [Discriminator: %s], [Generator: %s]", step - 1, discriminator, generator);
    }

    @Override
    public String toString() {
        return OneLine.of(
                "step %,d: discriminator loss %.3f, generator loss %.3f, %.0f ms",
                step, discriminator, generator, millis);
    }
}
