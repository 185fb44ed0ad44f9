package io.github.gan4j.judge;

import io.github.gan4j.Discriminator;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Generator;
import io.github.gan4j.Images;
import io.github.gan4j.PixelStatistics;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.OwnThread;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A pair as it is judged; nobody trains it meanwhile.
 *
 * @param step how many steps it was trained
 * @param trainedOn the name of the images that it was trained on last, if any
 * @param images those images, where they are at hand
 * @param pixels theirs, or those of the last batch that was given as arrays
 * @param sampler images [n, features] in -1..1 for noise, and where there are classes one-hot labels, [n, 100 + classes]
 */
public record TrainedPair(
        Generator generator,
        Discriminator discriminator,
        GanOptions options,
        int step,
        Optional<String> trainedOn,
        Optional<Images> images,
        Optional<PixelStatistics> pixels,
        UnaryOperator<INDArray> sampler) {
    private static final int BLOCK = 1_000; // samples drawn at a time: the hidden layers of 10,000 would take 100 MB

    /** What the sampler takes, so many times: the pair's own kind of noise from a seed, and its classes in turn. */
    INDArray noise(int count, long seed) {
        var labels = OneHot.of(generator.classes());
        return labels.behind(options.noise().draw(count, seed), labels.inTurn(count));
    }

    /**
     * Images [n, features] for what the sampler takes, drawn in blocks.
     *
     * @throws IllegalStateException if the generator draws NaN
     */
    INDArray draw(INDArray noise) {
        var blocks = new ArrayList<INDArray>();
        for (long from = 0; from < noise.size(0); from += BLOCK) {
            OwnThread.requireNoInterrupt();
            long to = Math.min(from + BLOCK, noise.size(0));
            blocks.add(sampler.apply(noise.get(NDArrayIndex.interval(from, to), NDArrayIndex.all())));
        }
        var images = Nd4j.vstack(blocks); // [n, features]
        Check.state(
                Double.isFinite(images.sumNumber().doubleValue()),
                "evaluate: the generator must draw numbers, but draws NaN.%nAsk what happened: diagnose(gan.history(), gan).");
        return images;
    }
}
