package io.github.gan4j.train;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Images;
import io.github.gan4j.Sampling;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.LabelChecks;
import io.github.gan4j.internal.SeededRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Draws the batches of a run from its seeded source: first the images, then the two noises (tutorial step 8), then for a conditional
 * pair what the generator is to draw, and for a gradient penalty where between reals and fakes it is taken.
 */
public final class BatchSource {
    private final GanOptions options;
    private final int classes;
    private final SeededRandom random;

    /** Draws from the options' seed, without labels. */
    public BatchSource(GanOptions options) {
        this(options, 0);
    }

    /** Draws from the options' seed, with labels of so many classes; 0 is without. */
    BatchSource(GanOptions options, int classes) {
        this(options, classes, new SeededRandom(~options.seed())); // pictures draw their noise from the seed itself
    }

    /** Draws likewise from a source that may have been drawn from before. */
    BatchSource(GanOptions options, int classes, SeededRandom random) {
        this.options = options;
        this.classes = classes;
        this.random = random;
    }

    /** The random source itself, whose state a checkpoint keeps. */
    public SeededRandom random() {
        return random;
    }

    /**
     * The next batch.
     *
     * @throws IllegalArgumentException if there are fewer images than half a batch, or a conditional pair cannot learn from
     *     their labels
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
        requireLabels(images);
        int[] places = IntStream.range(0, options.discriminatorSteps())
                .flatMap(update -> IntStream.of(places(images.size(), half)))
                .toArray();
        var discriminatorNoise = options.noise().draw(places.length, random);
        var generatorNoise = options.noise().draw(options.batchSize(), random);
        var unlabelled = new Batch(real(images, places), discriminatorNoise, generatorNoise);
        var batch = classes == 0
                ? unlabelled
                : unlabelled.withLabels(IntStream.of(places).map(images::label).toArray(), labels(options.batchSize()));
        return options.gradientPenalty() == 0 ? batch : batch.withInterpolation(interpolation(places.length));
    }

    private void requireLabels(Images images) {
        Check.argument(
                classes == 0 || images.classes() > 0,
                "trainStep: images for a conditional pair must have labels, but %s has none.%n"
                        + "Load both files: digits = loadIdx(Path.of(\"images-idx3-ubyte\"), Path.of(\"labels-idx1-ubyte\")).",
                images.name());
        Check.argument(
                classes == 0 || images.classes() <= classes,
                "trainStep: labels must be 0 to %d for a pair of %d classes, but those of %s go up to %d.%n%s",
                classes - 1,
                classes,
                images.name(),
                images.classes() - 1,
                LabelChecks.building(images.classes()));
    }

    /** Which images come into the batch. */
    private int[] places(int size, int count) {
        if (options.sampling() == Sampling.SHUFFLED) {
            return IntStream.generate(() -> random.nextInt(size)).limit(count).toArray();
        }
        // The tutorial's bound leaves the very last image out (tutorial slip E8).
        int start = random.nextInt(Math.max(1, size - count));
        return IntStream.range(start, start + count).toArray();
    }

    private static INDArray real(Images images, int[] places) {
        int features = images.shape().features();
        var values = new float[places.length * features];
        for (int i = 0; i < places.length; i++) {
            images.copyTo(places[i], values, i * features);
        }
        return Nd4j.create(values, new long[] {places.length, features}, 'c');
    }

    /** Evenly from 0 to 1, one number for each image (Gulrajani et al. 2017). */
    private INDArray interpolation(int count) {
        var shares = new float[count];
        for (int i = 0; i < count; i++) {
            shares[i] = random.nextFloat();
        }
        return Nd4j.create(shares, new long[] {count, 1}, 'c');
    }

    /** Of all classes, each as likely as any other. */
    private int[] labels(int count) {
        return IntStream.generate(() -> random.nextInt(classes)).limit(count).toArray();
    }
}
