package io.github.gan4j;

import io.github.gan4j.internal.Check;

/**
 * Options of {@code evaluate}.
 *
 * @param count how many samples are drawn and judged; the baselines are of 10,000, and fewer give a greater distance
 * @param seed where the samples' noise comes from; the pair's own random source does not move
 */
public record EvaluationOptions(int count, long seed) {
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
        return new EvaluationOptions(10_000, 42);
    }

    /** The same with another number of samples. */
    public EvaluationOptions withCount(int newCount) {
        return new EvaluationOptions(newCount, seed);
    }

    /** The same with other noise. */
    public EvaluationOptions withSeed(long newSeed) {
        return new EvaluationOptions(count, newSeed);
    }
}
