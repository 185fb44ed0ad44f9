package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;

/**
 * Options of {@code buildGan}; the defaults are the tutorial's.
 *
 * @param seed where batches and noise come from; the same seed gives the same losses
 * @param learningRate Adam's learning rate of the generator, divided by 1 + 8e-8 * step (tutorial step 4)
 * @param beta1 Adam's first decay rate, at least 0 and below 1
 * @param noise what the noise vectors of training and of {@code sample} are drawn from
 * @param batchSize images in a batch: half of them real and half fake for the discriminator, an even number
 * @param sampling how the real images are drawn
 * @param discriminatorLearningRate Adam's learning rate of the discriminator, divided likewise; the tutorial has one for both
 * @param loss what both networks are trained on; the tutorial's is cross-entropy (tutorial step 4)
 * @param realLabel the discriminator's label for real images, above 0.5 and at most 1: below 1 it is one-sided label
 *     smoothing (Salimans et al. 2016, section 3.4); the generator's labels stay 1
 * @param fakes how the generator draws what the discriminator learns from (tutorial step 8)
 */
public record GanOptions(
        long seed,
        double learningRate,
        double beta1,
        Noise noise,
        int batchSize,
        Sampling sampling,
        double discriminatorLearningRate,
        Loss loss,
        double realLabel,
        Fakes fakes) {
    private static final GanOptions TUTORIAL = new GanOptions( // tutorial steps 1, 4 and 8
            42, 2e-4, 0.5, Noise.TRAINING, 64, Sampling.CONTIGUOUS, 2e-4, Loss.CROSS_ENTROPY, 1, Fakes.INFERENCE);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public GanOptions {
        checkRate(learningRate);
        checkRate(discriminatorLearningRate);
        Check.argument(
                realLabel > 0.5 && realLabel <= 1,
                "GanOptions: the label of real images must be above 0.5 and at most 1, but got %s.%n"
                        + "The tutorial's is 1; for label smoothing write GanOptions.defaults().withRealLabel(0.9).",
                realLabel);
        Check.argument(
                beta1 >= 0 && beta1 < 1,
                "GanOptions: beta1 must be at least 0 and below 1, but got %s.%n"
                        + "Write GanOptions.defaults().withBeta1(0.5), the tutorial's.",
                beta1);
        Check.argument(
                batchSize >= 2 && batchSize % 2 == 0,
                "GanOptions: the batch size must be even and at least 2, but got %d.%n"
                        + "Write GanOptions.defaults().withBatchSize(64), the tutorial's.",
                batchSize);
    }

    /** The tutorial's values with seed 42. */
    public static GanOptions defaults() {
        return TUTORIAL;
    }

    /** The same with another seed. */
    public GanOptions withSeed(long newSeed) {
        return new GanOptions(
                newSeed,
                learningRate,
                beta1,
                noise,
                batchSize,
                sampling,
                discriminatorLearningRate,
                loss,
                realLabel,
                fakes);
    }

    /** The same with another learning rate of both networks. */
    public GanOptions withLearningRate(double newLearningRate) {
        return new GanOptions(
                seed, newLearningRate, beta1, noise, batchSize, sampling, newLearningRate, loss, realLabel, fakes);
    }

    /** The same with another first decay rate. */
    public GanOptions withBeta1(double newBeta1) {
        return new GanOptions(
                seed,
                learningRate,
                newBeta1,
                noise,
                batchSize,
                sampling,
                discriminatorLearningRate,
                loss,
                realLabel,
                fakes);
    }

    /** The same with noise from another distribution. */
    public GanOptions withNoise(Noise newNoise) {
        return new GanOptions(
                seed,
                learningRate,
                beta1,
                newNoise,
                batchSize,
                sampling,
                discriminatorLearningRate,
                loss,
                realLabel,
                fakes);
    }

    /** The same with batches of another size. */
    public GanOptions withBatchSize(int newBatchSize) {
        return new GanOptions(
                seed,
                learningRate,
                beta1,
                noise,
                newBatchSize,
                sampling,
                discriminatorLearningRate,
                loss,
                realLabel,
                fakes);
    }

    /** The same with real images drawn in another way. */
    public GanOptions withSampling(Sampling newSampling) {
        return new GanOptions(
                seed,
                learningRate,
                beta1,
                noise,
                batchSize,
                newSampling,
                discriminatorLearningRate,
                loss,
                realLabel,
                fakes);
    }

    /** The same with another learning rate of the discriminator alone; call it after {@link #withLearningRate}, which sets both. */
    public GanOptions withDiscriminatorLearningRate(double newRate) {
        return new GanOptions(seed, learningRate, beta1, noise, batchSize, sampling, newRate, loss, realLabel, fakes);
    }

    /** The same with another loss. */
    public GanOptions withLoss(Loss newLoss) {
        return new GanOptions(
                seed,
                learningRate,
                beta1,
                noise,
                batchSize,
                sampling,
                discriminatorLearningRate,
                newLoss,
                realLabel,
                fakes);
    }

    /** The same with another label for real images; 0.9 is the usual label smoothing. */
    public GanOptions withRealLabel(double newRealLabel) {
        return new GanOptions(
                seed,
                learningRate,
                beta1,
                noise,
                batchSize,
                sampling,
                discriminatorLearningRate,
                loss,
                newRealLabel,
                fakes);
    }

    /** The same with the discriminator's fakes drawn in another way. */
    public GanOptions withFakes(Fakes newFakes) {
        return new GanOptions(
                seed,
                learningRate,
                beta1,
                noise,
                batchSize,
                sampling,
                discriminatorLearningRate,
                loss,
                realLabel,
                newFakes);
    }

    private static void checkRate(double rate) {
        Check.argument(
                Double.isFinite(rate) && rate > 0,
                "GanOptions: the learning rate must be above 0, but got %s.%n"
                        + "Write GanOptions.defaults().withLearningRate(2e-4), the tutorial's.",
                rate);
    }

    @Override
    public String toString() {
        return OneLine.of(
                        "pair with seed %d, learning rate %s, beta1 %s, batch size %d",
                        seed, learningRate, beta1, batchSize)
                + "\n"
                + OneLine.of(
                        "%s, %s images, discriminator's learning rate %s", noise, sampling, discriminatorLearningRate)
                + "\n"
                + OneLine.of("loss %s, label of real images %s, fakes of %s mode", loss, realLabel, fakes);
    }
}
