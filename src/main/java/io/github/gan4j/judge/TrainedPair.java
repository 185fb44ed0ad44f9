package io.github.gan4j.judge;

import io.github.gan4j.Discriminator;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Generator;
import io.github.gan4j.Images;
import io.github.gan4j.PixelStatistics;
import io.github.gan4j.internal.OneHot;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

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
    /** What the sampler takes, so many times: the pair's own kind of noise from a seed, and its classes in turn. */
    INDArray noise(int count, long seed) {
        var labels = OneHot.of(generator.classes());
        return labels.behind(options.noise().draw(count, seed), labels.inTurn(count));
    }
}
