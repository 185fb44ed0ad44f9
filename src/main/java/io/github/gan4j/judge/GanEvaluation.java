package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.EvaluationOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Memory;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.judge.Evaluator.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Judges what a pair draws. */
public final class GanEvaluation {
    private static final long HEAP =
            1_264; // bytes of a sample beside its pixels: its noise while drawn, what is read of it
    private static final long ARRAYS = 428; // its noise; its pixels are there twice, in a block and among all

    private GanEvaluation() {}

    /**
     * Judges samples that the generator draws from the pair's own kind of noise; the pair does not change.
     *
     * @param training the images that could have been copied, if they are at hand
     * @throws IllegalArgumentException if the pair draws other images than 28x28 grey ones and there is no reference, the reference
     *     is of another shape or too small, or so many samples do not fit into memory
     * @throws IllegalStateException if the generator draws NaN
     */
    public static Evaluation of(TrainedPair pair, EvaluationOptions options, Optional<Images> training) {
        return options.reference()
                .map(real -> compared(pair, options, real, training))
                .orElseGet(() -> read(pair, options, training));
    }

    /** By what the digit classifier reads. */
    private static Evaluation read(TrainedPair pair, EvaluationOptions options, Optional<Images> training) {
        var shape = pair.generator().shape();
        Check.argument(
                shape.equals(ImageShape.MNIST),
                "evaluate: the digit classifier reads images of %s, but the pair draws %s.%n"
                        + "Name real ones to compare with: evaluate(gan, EvaluationOptions.defaults().withReference(images))",
                ImageShape.MNIST,
                shape);
        var samples = samples(pair, options, options.count());
        var classification =
                options.test().map(test -> ClassificationTest.PUBLISHED.run(pair, options.seed(), training, test));
        var asked = asked(pair, options.count(), training);
        return Evaluator.shipped().evaluate(samples, subject(pair, options), training, asked, classification);
    }

    private static Evaluation compared(
            TrainedPair pair, EvaluationOptions options, Images reference, Optional<Images> training) {
        var shape = pair.generator().shape();
        Check.argument(
                reference.shape().equals(shape),
                "evaluate: the reference must be of the pair's shape, %s, but is of %s.%n"
                        + "Take the images that the pair was trained on.",
                shape,
                reference.shape());
        return compared(pair, options, new ReferenceEvaluator(reference, options.count()), training);
    }

    /** By a reference of the pair's shape. */
    static Evaluation compared(
            TrainedPair pair, EvaluationOptions options, ReferenceEvaluator evaluator, Optional<Images> training) {
        return evaluator.evaluate(samples(pair, options, evaluator.count()), subject(pair, options), training);
    }

    private static INDArray samples(TrainedPair pair, EvaluationOptions options, int count) {
        long pixels = (long) Float.BYTES * pair.generator().shape().features();
        Memory.require(
                "evaluate",
                String.format(Locale.ROOT, "%,d samples", count),
                count * (HEAP + pixels),
                count * (ARRAYS + 2 * pixels),
                "Judge fewer, for example EvaluationOptions.defaults().withCount(10_000)");
        return pair.draw(pair.noise(count, options.seed()));
    }

    private static Subject subject(TrainedPair pair, EvaluationOptions options) {
        return new Subject(name(pair), pair.step(), options.seed());
    }

    /** The digits that were asked for; none where the ten classes are others, or nothing at hand shows what they are. */
    static List<Integer> asked(TrainedPair pair, int count, Optional<Images> training) {
        int classes = pair.generator().classes();
        boolean digits = classes == DigitNetwork.DIGITS
                && training.or(pair::images)
                        .filter(Evaluator.shipped()::readsLabels)
                        .isPresent();
        return digits ? OneHot.of(classes).inTurn(count) : List.of();
    }

    private static String name(TrainedPair pair) {
        return String.format(
                Locale.ROOT,
                "gan after %,d steps%s",
                pair.step(),
                pair.trainedOn().map(images -> " on " + images).orElse(""));
    }
}
