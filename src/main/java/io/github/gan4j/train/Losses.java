package io.github.gan4j.train;

import java.util.OptionalDouble;

/**
 * What one step measured before its updates.
 *
 * @param discriminator the discriminator's whole loss in the loss's own units, that of its last update
 * @param generator the generator's loss likewise
 * @param accuracy the share of the mixed batch told right at threshold 0.5; NaN of scores
 * @param estimate of scores how far apart reals and fakes are, without the penalty; else empty
 */
public record Losses(double discriminator, double generator, double accuracy, OptionalDouble estimate) {
    /** Of the discriminator's last update and the generator's. */
    public static Losses of(Measured discriminator, Measured generator) {
        return new Losses(discriminator.loss(), generator.loss(), discriminator.accuracy(), discriminator.estimate());
    }
}
