package io.github.gan4j.train;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Images;
import io.github.gan4j.Sampling;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Draws the batches of a run from its seeded source: first the images, then the two noises (tutorial step 8). */
public final class BatchSource {
    private final GanOptions options;
    private final SeededRandom random;

    /** Draws from the options' seed. */
    public BatchSource(GanOptions options) {
        this(options, new SeededRandom(~options.seed())); // pictures draw their noise from the seed itself
    }

    /** Draws from a source that may have been drawn from before. */
    BatchSource(GanOptions options, SeededRandom random) {
        this.options = options;
        this.random = random;
    }

    /** The random source itself, whose state a checkpoint keeps. */
    public SeededRandom random() {
        return random;
    }

    /**
     * The next batch.
     *
     * @throws IllegalArgumentException if there are fewer images than half a batch
     */
    public Batch draw(Images images) {
        int half = options.batchSize() / 2;
        Check.argument(
                images.size() >= half,
                "trainStep: there must be at least %d images (half a batch), but got %d.%n"
                        + "Take more images, or buildGan(generator, discriminator, GanOptions.defaults().withBatchSize(%d)).",
                half,
                images.size(),
                2 * images.size());
        var real = real(images, half);
        var discriminatorNoise = options.noise().draw(half, random);
        return new Batch(real, discriminatorNoise, options.noise().draw(options.batchSize(), random));
    }

    private INDArray real(Images images, int count) {
        var values = new float[count * images.shape().features()];
        boolean contiguous = options.sampling() == Sampling.CONTIGUOUS;
        // The tutorial's bound leaves the very last image out (tutorial slip E8).
        int start = contiguous ? random.nextInt(Math.max(1, images.size() - count)) : 0;
        for (int i = 0; i < count; i++) {
            images.copyTo(
                    contiguous ? start + i : random.nextInt(images.size()),
                    values,
                    i * images.shape().features());
        }
        return Nd4j.create(values, new long[] {count, images.shape().features()}, 'c');
    }
}
