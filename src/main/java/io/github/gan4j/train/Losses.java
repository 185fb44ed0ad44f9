package io.github.gan4j.train;

/**
 * What one step measured before its two updates.
 *
 * @param discriminator the discriminator's loss in nats
 * @param generator the generator's loss in nats
 * @param accuracy the share of the mixed batch told right at threshold 0.5
 */
public record Losses(double discriminator, double generator, double accuracy) {
    /** Of the discriminator's update and the generator's. */
    public static Losses of(Measured discriminator, Measured generator) {
        return new Losses(discriminator.loss(), generator.loss(), discriminator.accuracy());
    }
}
