package io.github.gan4j.train;

import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;

/**
 * What a step trains towards.
 *
 * @param loss of one image
 * @param realLabel the discriminator's label for real images
 * @param fakes how the discriminator's fakes are drawn
 */
public record Objective(Loss loss, double realLabel, Fakes fakes) {
    /** The tutorial's (tutorial steps 4 and 8). */
    public static final Objective TUTORIAL = of(GanOptions.defaults());

    /** The one of a pair with these options. */
    public static Objective of(GanOptions options) {
        return new Objective(options.loss(), options.realLabel(), options.fakes());
    }
}
