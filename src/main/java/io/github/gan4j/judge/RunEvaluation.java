package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.EvaluationOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Once;
import java.util.Optional;

/**
 * Judges a pair again and again while it is trained: digits by the digit classifier, any others in comparison with the images
 * that it is trained on. Copies, which take most of the time, are not looked for.
 */
public final class RunEvaluation {
    private static final int MOST = 2_000; // samples that are compared: 10,000 large colour pictures would take 1 GB

    private final EvaluationOptions options;
    private final Optional<Once<ReferenceEvaluator>> reference; // read with the first evaluation, which a stop may end

    /**
     * For a run on these images.
     *
     * @throws IllegalArgumentException if they are no digits, and too few to be compared with
     */
    public RunEvaluation(Images images) {
        this(images, EvaluationOptions.defaults());
    }

    /** The same with another number of samples, other noise, or in comparison with other images. */
    public RunEvaluation(Images training, EvaluationOptions options) {
        this.options = options;
        var images = options.reference().orElse(training);
        boolean digits = options.reference().isEmpty() && areDigits(images);
        Check.argument(
                digits || images.size() >= ReferenceEvaluator.MIN,
                "train: evaluations compare with the training images, of which there must be at least %d, but got %,d.%n"
                        + "Leave withEvaluations out, or train on more.",
                ReferenceEvaluator.MIN,
                images.size());
        reference = digits
                ? Optional.empty()
                : Optional.of(new Once<>(() -> new ReferenceEvaluator(images, Math.min(options.count(), MOST))));
    }

    /** Those of 28x28 are taken for digits unless their labels say otherwise. */
    private static boolean areDigits(Images images) {
        return images.shape().equals(ImageShape.MNIST)
                && (images.classes() == 0 || Evaluator.shipped().readsLabels(images));
    }

    /** Judges the pair as it is now. */
    public Evaluation of(TrainedPair pair) {
        return reference
                .map(real -> GanEvaluation.compared(pair, options, real.get(), Optional.empty()))
                .orElseGet(() -> GanEvaluation.of(pair, options, Optional.empty()));
    }
}
