package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.Check;
import java.util.Optional;

/**
 * Options of {@code evaluate}.
 *
 * @param count how many samples are drawn and judged; the baselines are of 10,000, and fewer give a greater distance
 * @param seed where the samples' noise comes from; the pair's own random source does not move
 * @param reference the real images that samples are compared with; empty for MNIST's, as the digit classifier reads them
 */
public record EvaluationOptions(int count, long seed, Optional<Images> reference) {
    private static final int MIN = 100; // a covariance of 32 features from fewer says nothing

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the count is below 100
     */
    public EvaluationOptions {
        Check.argument(
                count >= MIN,
                "EvaluationOptions: the count must be at least %d, but got %d.%n"
                        + "Published numbers take 10,000: EvaluationOptions.defaults().",
                MIN,
                count);
    }

    /** 10,000 samples with seed 42. */
    public static EvaluationOptions defaults() {
        return new EvaluationOptions(10_000, 42, Optional.empty());
    }

    /** The same with another number of samples. */
    public EvaluationOptions withCount(int newCount) {
        return new EvaluationOptions(newCount, seed, reference);
    }

    /** The same with other noise. */
    public EvaluationOptions withSeed(long newSeed) {
        return new EvaluationOptions(count, newSeed, reference);
    }

    /**
     * The same in comparison with real images of any kind and shape, in a feature space that knows no digits: a half of them is
     * what samples are compared with, the others show what real images get. At most as many samples are judged as there are of
     * those.
     *
     * @param newReference at least 200 images of the pair's shape, for example those that it was trained on
     */
    public EvaluationOptions withReference(Images newReference) {
        return new EvaluationOptions(count, seed, Optional.of(given("withReference", "images", newReference)));
    }
}
