package io.github.gan4j;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one step is given. Nothing in it is changed.
 *
 * @param real real images [h, features] in -1..1
 * @param discriminatorNoise noise [h, 100] for the fakes that the discriminator sees
 * @param generatorNoise noise [b, 100] for the generator's own update
 */
public record Batch(INDArray real, INDArray discriminatorNoise, INDArray generatorNoise) {
    /** Checks that there is a row of noise for each real image. */
    public Batch {
        Check.argument(
                real.size(0) == discriminatorNoise.size(0),
                "trainStep: there must be as many real images as rows of discriminator noise, but got %d and %d.%n"
                        + "Draw the noise with Noise.TRAINING.draw(%d, 1).",
                real.size(0),
                discriminatorNoise.size(0),
                real.size(0));
    }

    /**
     * Checks the arrays, and casts them to float32 where they are not.
     *
     * @throws IllegalArgumentException if a shape or a range is another
     */
    public static Batch of(INDArray real, INDArray discriminatorNoise, INDArray generatorNoise) {
        return new Batch(
                ArrayChecks.images("trainStep", "real images", real),
                ArrayChecks.noise("trainStep", discriminatorNoise, Noise.SIZE),
                ArrayChecks.noise("trainStep", generatorNoise, Noise.SIZE));
    }
}
