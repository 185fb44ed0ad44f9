package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import java.util.OptionalDouble;

/**
 * Options of {@code buildGan}; the defaults are the tutorial's. The order of the {@code with...} methods does not matter.
 *
 * @param seed where batches and noise come from; the same seed gives the same losses
 * @param generatorAdam the generator's optimizer
 * @param ownDiscriminatorRate the discriminator's learning rate where it was set; else it has the generator's
 * @param objective what a step trains towards
 * @param batches what a step is computed on
 */
public record GanOptions(
        long seed, Adam generatorAdam, OptionalDouble ownDiscriminatorRate, Objective objective, Batches batches) {
    private static final int MAX_DISCRIMINATOR_STEPS = 100;
    private static final GanOptions TUTORIAL = new GanOptions( // tutorial steps 1, 4 and 8
            42,
            new Adam(2e-4, 0.5, 0.999, 8e-8),
            OptionalDouble.empty(),
            new Objective(Loss.CROSS_ENTROPY, 1, Fakes.INFERENCE, 0, 1),
            new Batches(64, Sampling.CONTIGUOUS, Noise.TRAINING));

    /**
     * An optimizer's numbers (Kingma and Ba 2015).
     *
     * @param rate the learning rate of the first step, above 0; later ones are divided by 1 + decay * step
     * @param beta1 the first decay rate, at least 0 and below 1
     * @param beta2 the second decay rate, at least 0 and below 1
     * @param decay of the learning rate, at least 0
     */
    public record Adam(double rate, double beta1, double beta2, double decay) {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public Adam {
            checkRate(rate);
            checkBeta(1, beta1, 0.5);
            checkBeta(2, beta2, 0.999);
            Check.argument(
                    Double.isFinite(decay) && decay >= 0,
                    "GanOptions: the decay of the learning rate must be at least 0, but got %s.%nThe tutorial's is 8e-8.",
                    decay);
        }

        private static void checkBeta(int which, double beta, double tutorial) {
            Check.argument(
                    beta >= 0 && beta < 1,
                    "GanOptions: beta%d must be at least 0 and below 1, but got %s.%n"
                            + "Write GanOptions.defaults().withBeta%d(%s), the tutorial's.",
                    which,
                    beta,
                    which,
                    tutorial);
        }

        private Adam withRate(double newRate) {
            return new Adam(newRate, beta1, beta2, decay);
        }
    }

    /**
     * What a step trains towards.
     *
     * @param loss what both networks are trained on
     * @param realLabel the discriminator's label for real images, above 0.5 and at most 1: below 1 it is one-sided label
     *     smoothing (Salimans et al. 2016, section 3.4); the generator's labels stay 1
     * @param fakes how the generator draws what the discriminator learns from
     * @param gradientPenalty with {@link Loss#WASSERSTEIN} the weight of the gradient penalty (Gulrajani et al. 2017, whose value is
     *     10), at least 0; 0 is without
     * @param discriminatorSteps how often the discriminator is updated in a step, 1 to 100
     */
    public record Objective(Loss loss, double realLabel, Fakes fakes, double gradientPenalty, int discriminatorSteps) {
        /**
         * Checks each value for itself.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public Objective {
            given("GanOptions", "loss", loss);
            given("GanOptions", "fakes", fakes);
            Check.argument(
                    realLabel > 0.5 && realLabel <= 1,
                    "GanOptions: the label of real images must be above 0.5 and at most 1, but got %s.%n"
                            + "The tutorial's is 1; for label smoothing write GanOptions.defaults().withRealLabel(0.9).",
                    realLabel);
            Check.argument(
                    Double.isFinite(gradientPenalty) && gradientPenalty >= 0,
                    "GanOptions: the gradient penalty must be at least 0, but got %s.%n"
                            + "The usual weight is 10: write GanOptions.wassersteinGp().",
                    gradientPenalty);
            Check.argument(
                    discriminatorSteps >= 1 && discriminatorSteps <= MAX_DISCRIMINATOR_STEPS,
                    "GanOptions: the discriminator's steps for one of the generator must be 1 to %d, but got %d.%n"
                            + "The tutorial's is 1; write GanOptions.wassersteinGp() for 5.",
                    MAX_DISCRIMINATOR_STEPS,
                    discriminatorSteps);
        }

        /**
         * Checks the values together, which no order of the {@code with...} methods could do.
         *
         * @throws IllegalArgumentException if the loss does not go with a real label below 1, or with a gradient penalty
         */
        public void requireConsistent() {
            Check.argument(
                    !loss.isScore() || realLabel == 1,
                    "buildGan: with Loss.%s the label of real images must be 1, because a score has no label to come near to, but got %s.%n"
                            + "Write GanOptions.wassersteinGp().withRealLabel(1).",
                    loss,
                    realLabel);
            Check.argument(
                    loss.isScore() || gradientPenalty == 0,
                    "buildGan: with a gradient penalty the loss must be Loss.WASSERSTEIN, but got Loss.%s with a penalty of %s.%n"
                            + "Write GanOptions.wassersteinGp(), or leave it out: withGradientPenalty(0).",
                    loss,
                    gradientPenalty);
        }
    }

    /**
     * What a step is computed on.
     *
     * @param size images in a batch: half of them real and half fake for the discriminator, an even number
     * @param sampling how the real images are drawn
     * @param noise what the noise vectors of training and of {@code sample} are drawn from
     */
    public record Batches(int size, Sampling sampling, Noise noise) {
        /**
         * Checks the size.
         *
         * @throws IllegalArgumentException if it is odd or below 2
         */
        public Batches {
            given("GanOptions", "sampling", sampling);
            given("GanOptions", "noise", noise);
            Check.argument(
                    size >= 2 && size % 2 == 0,
                    "GanOptions: the batch size must be even and at least 2, but got %d.%n"
                            + "Write GanOptions.defaults().withBatchSize(64), the tutorial's.",
                    size);
        }
    }

    /**
     * Checks the discriminator's learning rate.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public GanOptions {
        ownDiscriminatorRate.ifPresent(GanOptions::checkRate);
    }

    /** The tutorial's values with seed 42. */
    public static GanOptions defaults() {
        return TUTORIAL;
    }

    /**
     * For {@code NetworkOptions.dcgan()}: the tutorial's values with seed 42, but for the learning rates, 0.001 and the
     * discriminator's 0.0007, which drew best in three minutes on two cores (docs/measurements.md).
     */
    public static GanOptions dcgan() {
        return TUTORIAL.withLearningRate(1e-3).withDiscriminatorLearningRate(7e-4);
    }

    /**
     * The Wasserstein loss with gradient penalty, after Gulrajani et al. 2017, with seed 42: penalty 10, five updates of the
     * discriminator for each of the generator, Adam with learning rate 1e-4, beta1 0.5, beta2 0.9 and no decay; else the tutorial's values.
     */
    public static GanOptions wassersteinGp() {
        return TUTORIAL.with(new Adam(1e-4, 0.5, 0.9, 0))
                .withLoss(Loss.WASSERSTEIN)
                .withGradientPenalty(10)
                .withDiscriminatorSteps(5);
    }

    /** The same with another seed. */
    public GanOptions withSeed(long newSeed) {
        return new GanOptions(newSeed, generatorAdam, ownDiscriminatorRate, objective, batches);
    }

    /** The same with another learning rate of the generator, and of the discriminator where that has none of its own. */
    public GanOptions withLearningRate(double newRate) {
        return with(generatorAdam.withRate(newRate));
    }

    /** The same with a learning rate of the discriminator's own. */
    public GanOptions withDiscriminatorLearningRate(double newRate) {
        return new GanOptions(seed, generatorAdam, OptionalDouble.of(newRate), objective, batches);
    }

    /** The same with one learning rate for both networks, the generator's. */
    public GanOptions withoutDiscriminatorLearningRate() {
        return new GanOptions(seed, generatorAdam, OptionalDouble.empty(), objective, batches);
    }

    /** The same with another first decay rate of both networks. */
    public GanOptions withBeta1(double newBeta1) {
        return with(new Adam(learningRate(), newBeta1, beta2(), generatorAdam.decay));
    }

    /** The same with another second decay rate of both networks. */
    public GanOptions withBeta2(double newBeta2) {
        return with(new Adam(learningRate(), beta1(), newBeta2, generatorAdam.decay));
    }

    /** The same with another decay of both networks' learning rates; 0 keeps them as they are. */
    public GanOptions withDecay(double newDecay) {
        return with(new Adam(learningRate(), beta1(), beta2(), newDecay));
    }

    /** The same with another loss. */
    public GanOptions withLoss(Loss newLoss) {
        return with(new Objective(newLoss, realLabel(), fakes(), gradientPenalty(), discriminatorSteps()));
    }

    /** The same with another label for real images; 0.9 is the usual label smoothing. */
    public GanOptions withRealLabel(double newRealLabel) {
        return with(new Objective(loss(), newRealLabel, fakes(), gradientPenalty(), discriminatorSteps()));
    }

    /** The same with the discriminator's fakes drawn in another way. */
    public GanOptions withFakes(Fakes newFakes) {
        return with(new Objective(loss(), realLabel(), newFakes, gradientPenalty(), discriminatorSteps()));
    }

    /** The same with a gradient penalty of another weight, for {@link Loss#WASSERSTEIN}; 0 is without. */
    public GanOptions withGradientPenalty(double newPenalty) {
        return with(new Objective(loss(), realLabel(), fakes(), newPenalty, discriminatorSteps()));
    }

    /** The same with so many updates of the discriminator for each of the generator, each on images and noise of its own. */
    public GanOptions withDiscriminatorSteps(int newSteps) {
        return with(new Objective(loss(), realLabel(), fakes(), gradientPenalty(), newSteps));
    }

    /** The same with batches of another size. */
    public GanOptions withBatchSize(int newSize) {
        return with(new Batches(newSize, sampling(), noise()));
    }

    /** The same with real images drawn in another way. */
    public GanOptions withSampling(Sampling newSampling) {
        return with(new Batches(batchSize(), newSampling, noise()));
    }

    /** The same with noise from another distribution. */
    public GanOptions withNoise(Noise newNoise) {
        return with(new Batches(batchSize(), sampling(), newNoise));
    }

    /** The discriminator's optimizer: the generator's, with the discriminator's own learning rate where it has one. */
    public Adam discriminatorAdam() {
        return generatorAdam.withRate(discriminatorLearningRate());
    }

    /** The generator's learning rate. */
    public double learningRate() {
        return generatorAdam.rate;
    }

    /** The discriminator's learning rate. */
    public double discriminatorLearningRate() {
        return ownDiscriminatorRate.orElse(generatorAdam.rate);
    }

    /** Both optimizers' first decay rate. */
    public double beta1() {
        return generatorAdam.beta1;
    }

    /** Both optimizers' second decay rate. */
    public double beta2() {
        return generatorAdam.beta2;
    }

    /** Both learning rates' decay. */
    public double decay() {
        return generatorAdam.decay;
    }

    /** What both networks are trained on. */
    public Loss loss() {
        return objective.loss;
    }

    /** The discriminator's label for real images. */
    public double realLabel() {
        return objective.realLabel;
    }

    /** How the discriminator's fakes are drawn. */
    public Fakes fakes() {
        return objective.fakes;
    }

    /** The weight of the gradient penalty; 0 is without. */
    public double gradientPenalty() {
        return objective.gradientPenalty;
    }

    /** How often the discriminator is updated for each update of the generator. */
    public int discriminatorSteps() {
        return objective.discriminatorSteps;
    }

    /** Images in a batch. */
    public int batchSize() {
        return batches.size;
    }

    /** How the real images are drawn. */
    public Sampling sampling() {
        return batches.sampling;
    }

    /** What noise vectors are drawn from. */
    public Noise noise() {
        return batches.noise;
    }

    private GanOptions with(Adam newAdam) {
        return new GanOptions(seed, newAdam, ownDiscriminatorRate, objective, batches);
    }

    private GanOptions with(Objective newObjective) {
        return new GanOptions(seed, generatorAdam, ownDiscriminatorRate, newObjective, batches);
    }

    private GanOptions with(Batches newBatches) {
        return new GanOptions(seed, generatorAdam, ownDiscriminatorRate, objective, newBatches);
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
        return String.join(
                "\n",
                OneLine.of(
                        "pair with seed %d, learning rate %s, beta1 %s, batch size %d",
                        seed, learningRate(), beta1(), batchSize()),
                OneLine.of(
                        "%s, %s images, discriminator's learning rate %s",
                        noise(), sampling(), discriminatorLearningRate()),
                OneLine.of("loss %s, label of real images %s, fakes of %s mode", loss(), realLabel(), fakes()),
                OneLine.of("gradient penalty %s, discriminator steps %d", gradientPenalty(), discriminatorSteps()));
    }
}
