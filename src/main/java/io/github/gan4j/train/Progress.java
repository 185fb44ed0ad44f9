package io.github.gan4j.train;

import io.github.gan4j.StepLoss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the training of a pair is, apart from the networks themselves: another trainer goes on from it bit for bit.
 *
 * @param random the state of the source that batches are drawn from
 * @param trainedOn the name of the images that were trained on last, if any have been
 * @param imagesSha256 their digest, where it is known
 * @param losses of all steps so far
 */
public record Progress(
        long random, @Nullable String trainedOn, @Nullable String imagesSha256, List<StepLoss> losses) {}
