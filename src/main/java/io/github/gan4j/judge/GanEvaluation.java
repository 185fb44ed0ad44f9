package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.EvaluationOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Memory;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.OwnThread;
import io.github.gan4j.judge.Evaluator.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Judges what a pair draws. */
public final class GanEvaluation {
    private static final int BLOCK = 1_000; // samples drawn at a time: the hidden layers of 10,000 would take 100 MB

    private static final long HEAP = 4_400; // bytes of a sample: its pixels, its noise while drawn, what is read of it
    private static final long ARRAYS = 6_700; // its pixels twice, in a block and among all, and its noise

    private GanEvaluation() {}

    /**
     * Judges samples that the generator draws from the pair's own kind of noise; the pair does not change.
     *
     * @param training the images that could have been copied, if they are at hand
     * @throws IllegalArgumentException if the pair draws other images than 28x28 grey ones, or so many samples do not fit into
     *     memory
     * @throws IllegalStateException if the generator draws NaN
     */
    public static Evaluation of(TrainedPair pair, EvaluationOptions options, Optional<Images> training) {
        Check.argument(
                pair.generator().shape().equals(ImageShape.MNIST),
                "evaluate: the digit classifier reads images of %s, but the pair draws %s.%n"
                        + "Look at them: show(plotGrid(gan)).",
                ImageShape.MNIST,
                pair.generator().shape());
        Memory.require(
                "evaluate",
                String.format(Locale.ROOT, "%,d samples", options.count()),
                options.count() * HEAP,
                options.count() * ARRAYS,
                "Judge fewer, for example EvaluationOptions.defaults().withCount(10_000)");
        var noise = pair.noise(options.count(), options.seed());
        var subject = new Subject(name(pair), pair.step(), options.seed());
        return Evaluator.shipped()
                .evaluate(draw(pair.sampler(), noise), subject, training, asked(pair, options.count(), training));
    }

    /** The digits that were asked for; none where the ten classes are others, or nothing at hand shows what they are. */
    private static List<Integer> asked(TrainedPair pair, int count, Optional<Images> training) {
        int classes = pair.generator().classes();
        boolean digits = classes == DigitNetwork.DIGITS
                && training.or(pair::images)
                        .filter(Evaluator.shipped()::readsLabels)
                        .isPresent();
        return digits ? OneHot.of(classes).inTurn(count) : List.of();
    }

    /** Images [n, 784] for what a sampler takes, in blocks. */
    static INDArray draw(UnaryOperator<INDArray> sampler, INDArray noise) {
        var blocks = new ArrayList<INDArray>();
        for (long from = 0; from < noise.size(0); from += BLOCK) {
            OwnThread.requireNoInterrupt();
            long to = Math.min(from + BLOCK, noise.size(0));
            blocks.add(sampler.apply(noise.get(NDArrayIndex.interval(from, to), NDArrayIndex.all())));
        }
        var images = Nd4j.vstack(blocks); // [n, 784]
        Check.state(
                Double.isFinite(images.sumNumber().doubleValue()),
                "evaluate: the generator must draw numbers, but draws NaN.%nAsk what happened: diagnose(gan.history(), gan).");
        return images;
    }

    private static String name(TrainedPair pair) {
        return String.format(
                Locale.ROOT,
                "gan after %,d steps%s",
                pair.step(),
                pair.trainedOn().map(images -> " on " + images).orElse(""));
    }
}
