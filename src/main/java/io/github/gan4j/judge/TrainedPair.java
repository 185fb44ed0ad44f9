package io.github.gan4j.judge;

import io.github.gan4j.Discriminator;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Generator;
import io.github.gan4j.Images;
import io.github.gan4j.PixelStatistics;
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
 * @param sampler images [n, features] in -1..1 for noise [n, 100]
 */
public record TrainedPair(
        Generator generator,
        Discriminator discriminator,
        GanOptions options,
        int step,
        Optional<String> trainedOn,
        Optional<Images> images,
        Optional<PixelStatistics> pixels,
        UnaryOperator<INDArray> sampler) {}
