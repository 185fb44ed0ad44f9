package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import java.util.Optional;

/**
 * Options of {@code evaluate}.
 *
 * @param count how many samples are drawn and judged; the baselines are of 10,000, and fewer give a greater distance
 * @param seed where the samples' noise comes from; the pair's own random source does not move
 * @param reference the real images that samples are compared with; empty for MNIST's, as the digit classifier reads them
 * @param test labelled images that are read by a classifier trained on a conditional pair's samples; empty for no such test, which
 *     takes minutes
 */
public record EvaluationOptions(int count, long seed, Optional<Images> reference, Optional<Images> test) {
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
        return new EvaluationOptions(10_000, 42, Optional.empty(), Optional.empty());
    }

    /** The same with another number of samples. */
    public EvaluationOptions withCount(int newCount) {
        return new EvaluationOptions(newCount, seed, reference, test);
    }

    /** The same with other noise. */
    public EvaluationOptions withSeed(long newSeed) {
        return new EvaluationOptions(count, newSeed, reference, test);
    }

    /**
     * The same in comparison with real images of any kind and shape, in a feature space that knows no digits: a half of them is
     * what samples are compared with, the others show what real images get. At most as many samples are judged as there are of
     * those.
     *
     * @param newReference at least 200 images of the pair's shape, for example those that it was trained on
     */
    public EvaluationOptions withReference(Images newReference) {
        return new EvaluationOptions(count, seed, Optional.of(given("withReference", "images", newReference)), test);
    }

    /**
     * The same, and a classifier is trained on 60,000 samples of a conditional pair, another one on the images that the pair was
     * trained on, and both read these images: {@link Evaluation#classificationAccuracy()}. That takes minutes.
     *
     * @param newTest labelled images of 28x28 that neither has seen, for example {@code loadMnistTest()}
     */
    public EvaluationOptions withTestImages(Images newTest) {
        return new EvaluationOptions(count, seed, reference, Optional.of(given("withTestImages", "test", newTest)));
    }

    @Override
    public String toString() {
        return OneLine.of("%,d samples of seed %d", count, seed)
                + reference
                        .map(images -> OneLine.of("\ncompared with %s", images.name()))
                        .orElse("")
                + test.map(images -> OneLine.of("\nclassifiers read %s", images.name()))
                        .orElse("");
    }
}
