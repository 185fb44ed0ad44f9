package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.EvaluationOptions;
import io.github.gan4j.Gan;
import io.github.gan4j.Images;
import io.github.gan4j.data.DataFinder;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.Check;
import io.github.gan4j.judge.Evaluator.Subject;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Judges what a pair draws. */
public final class GanEvaluation {
    private static final int BLOCK = 1_000; // samples drawn at a time: the hidden layers of 10,000 would take 100 MB

    private GanEvaluation() {}

    /**
     * Judges samples that the generator draws from the pair's own kind of noise; the pair does not change.
     *
     * @throws IllegalStateException if the generator draws NaN
     */
    public static Evaluation of(Gan gan, EvaluationOptions options) {
        return of(gan, options, DataFinder.of(Dataset.MNIST).trainIfHere());
    }

    /** The same, with the images that could have been copied, if they are there. */
    public static Evaluation of(Gan gan, EvaluationOptions options, Optional<Images> training) {
        var noise = gan.options().noise().draw(options.count(), options.seed());
        var subject = new Subject(name(gan), gan.step(), options.seed());
        return Evaluator.shipped().evaluate(draw(gan, noise), subject, training);
    }

    /** Images [n, 784] for noise [n, 100], in blocks. */
    static INDArray draw(Gan gan, INDArray noise) {
        var blocks = new ArrayList<INDArray>();
        for (long from = 0; from < noise.size(0); from += BLOCK) {
            long to = Math.min(from + BLOCK, noise.size(0));
            blocks.add(gan.sample(noise.get(NDArrayIndex.interval(from, to), NDArrayIndex.all())));
        }
        var images = Nd4j.vstack(blocks); // [n, 784]
        Check.state(
                Double.isFinite(images.sumNumber().doubleValue()),
                "evaluate: the generator must draw numbers, but draws NaN.%nAsk what happened: diagnose(gan.history(), gan).");
        return images;
    }

    private static String name(Gan gan) {
        return String.format(
                Locale.ROOT,
                "gan after %,d steps%s",
                gan.step(),
                gan.trainedOn().map(images -> " on " + images).orElse(""));
    }
}
