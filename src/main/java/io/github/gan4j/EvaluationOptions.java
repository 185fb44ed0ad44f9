package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code evaluate}.
 *
 * @param count how many samples are drawn and judged; the baselines are of 10,000, and fewer give a greater distance
 * @param seed where the samples' noise comes from; the pair's own random source does not move
 * @param test labelled images that are read by a classifier trained on a conditional pair's samples; null for no such test, which
 *     takes minutes
 */
public record EvaluationOptions(
        int count, long seed, @Nullable Images test) {
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
        return new EvaluationOptions(10_000, 42, null);
    }

    /** The same with another number of samples. */
    public EvaluationOptions withCount(int newCount) {
        return new EvaluationOptions(newCount, seed, test);
    }

    /** The same with other noise. */
    public EvaluationOptions withSeed(long newSeed) {
        return new EvaluationOptions(count, newSeed, test);
    }

    /**
     * The same, and a classifier is trained on 60,000 samples of a conditional pair, another one on the images that the pair was
     * trained on, and both read these images: {@link Evaluation#classificationAccuracy()}. That takes minutes.
     *
     * @param newTest labelled images of 28x28 that neither has seen, for example {@code loadMnistTest()}
     */
    public EvaluationOptions withTestImages(Images newTest) {
        return new EvaluationOptions(count, seed, given("withTestImages", "test", newTest));
    }

    @Override
    public String toString() {
        return OneLine.of("%,d samples of seed %d", count, seed)
                + (test == null ? "" : OneLine.of("\nclassifiers read %s", test.name()));
    }
}
