package io.github.gan4j.train;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one step needs from outside.
 *
 * @param real real images [h, 784] in -1..1
 * @param discriminatorNoise noise [h, 100] for the fakes that the discriminator sees
 * @param generatorNoise noise [b, 100] for the generator's own update
 */
public record Batch(INDArray real, INDArray discriminatorNoise, INDArray generatorNoise) implements AutoCloseable {
    /**
     * Checks what a user brings, and casts it to float32 where it is not.
     *
     * @throws IllegalArgumentException if a shape or a range is another
     */
    public static Batch checked(INDArray real, INDArray discriminatorNoise, INDArray generatorNoise) {
        var batch = new Batch(
                ArrayChecks.images("trainStep", "real images", real),
                ArrayChecks.noise("trainStep", discriminatorNoise),
                ArrayChecks.noise("trainStep", generatorNoise));
        Check.argument(
                real.size(0) == discriminatorNoise.size(0),
                "trainStep: there must be as many real images as rows of discriminator noise, but got %d and %d.%n"
                        + "Draw the noise with Noise.TRAINING.draw(%d, 1).",
                real.size(0),
                discriminatorNoise.size(0),
                real.size(0));
        return batch;
    }

    /** Frees the arrays' native memory at once, which the garbage collector would do late. */
    @Override
    public void close() {
        real.close();
        discriminatorNoise.close();
        generatorNoise.close();
    }
}
