package io.github.gan4j.train;

import io.github.gan4j.Loss;
import java.util.OptionalDouble;

/**
 * What one update measured before it changed anything.
 *
 * @param loss the whole loss, in its own units: the mean over the images judged, and of a discriminator a gradient penalty
 * @param accuracy the share of them told right at threshold 0.5; NaN of scores
 * @param estimate of a discriminator's scores how far apart reals and fakes are, without the penalty; else empty
 */
public record Measured(double loss, double accuracy, OptionalDouble estimate) {
    /** Of so many images' logits or scores and labels, whose losses are divided by a number. */
    public static Measured of(Loss loss, double[] logits, double[] labels, int divisor) {
        double sum = 0;
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += loss.loss(logits[i], labels[i]) / divisor;
            right += logits[i] > 0 == labels[i] > 0.5 ? 1 : 0;
        }
        return loss.isScore()
                ? new Measured(sum, Double.NaN, OptionalDouble.of(-sum))
                : new Measured(sum, (double) right / labels.length, OptionalDouble.empty());
    }

    /** The same with a gradient penalty on top of the loss. */
    public Measured plus(double penalty) {
        return new Measured(loss + penalty, accuracy, estimate);
    }
}
