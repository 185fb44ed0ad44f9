package io.github.gan4j.train.fused;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.train.Losses;
import io.github.gan4j.train.Measured;
import io.github.gan4j.train.TrainingStep;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A step on the DL4J networks' own memory, several times as fast as on DL4J's layers: matrix products by BLAS, all else
 * in loops that run while the numbers are in the cache, both cores busy.
 */
public final class FusedStep implements TrainingStep {
    private final MultiLayerNetwork generator;
    private final MultiLayerNetwork discriminator;
    private final OneHot labels;
    private final Objective objective;
    private final SeededRandom random;
    private @Nullable FusedPair pair;
    private @Nullable FusedSampler sampler;
    private @Nullable Memory bound;

    /** The arrays that DL4J would replace when somebody initialises a network anew. */
    private record Memory(INDArray parameters, INDArray state, INDArray otherParameters, INDArray otherState) {
        boolean isSameAs(@Nullable Memory other) {
            return other != null
                    && parameters == other.parameters
                    && state == other.state
                    && otherParameters == other.otherParameters
                    && otherState == other.otherState;
        }
    }

    /** The tutorial's step on these two networks, for which {@link #supports} must hold. */
    public FusedStep(MultiLayerNetwork generator, MultiLayerNetwork discriminator) {
        this(generator, discriminator, OneHot.of(0));
    }

    /** The same with labels that go into the discriminator in this way. */
    public FusedStep(MultiLayerNetwork generator, MultiLayerNetwork discriminator, OneHot labels) {
        this(generator, discriminator, labels, GanOptions.defaults().objective(), new SeededRandom(0));
    }

    /** Without labels, where nothing that a layer draws matters. */
    public FusedStep(MultiLayerNetwork generator, MultiLayerNetwork discriminator, Objective objective) {
        this(generator, discriminator, OneHot.of(0), objective, new SeededRandom(0));
    }

    /**
     * A step on these two networks, for which {@link #supports} must hold, with fakes drawn in inference mode.
     *
     * @param labels how they go into the discriminator
     * @param random the pair's source, which decides the masks of dropout
     */
    public FusedStep(
            MultiLayerNetwork generator,
            MultiLayerNetwork discriminator,
            OneHot labels,
            Objective objective,
            SeededRandom random) {
        this.labels = labels;
        this.objective = objective;
        this.random = random;
        this.generator = generator;
        this.discriminator = discriminator;
    }

    /**
     * Whether both networks are stacks of plain dense layers and convolutions with leaky ReLU, ReLU or tanh, and dropout, at
     * least two layers each; batch normalisation in the generator only.
     */
    public static boolean supports(MultiLayerNetwork generator, MultiLayerNetwork discriminator) {
        return obstacle(generator, discriminator, OneHot.of(0)).isEmpty();
    }

    /**
     * The first thing in two networks for which {@link #supports} does not hold, such as a layer with its number; labels that are
     * planes can go into a convolution alone.
     */
    public static Optional<String> obstacle(
            MultiLayerNetwork generator, MultiLayerNetwork discriminator, OneHot labels) {
        boolean planes = labels.width() > labels.classes();
        return ShapeReader.obstacleInGenerator(generator)
                .map(found -> found + " in the generator")
                .or(() -> ShapeReader.obstacleInDiscriminator(discriminator, planes)
                        .map(found -> found + " in the discriminator"));
    }

    @Override
    public Measured updateDiscriminator(Batch batch) {
        return pair(batch).updateDiscriminator(batch);
    }

    @Override
    public Measured updateGenerator(Batch batch) {
        return pair(batch).updateGenerator(batch);
    }

    @Override
    public Losses apply(Batch batch) {
        return pair(batch).updateBoth(batch);
    }

    private FusedPair pair(Batch batch) {
        bind();
        if (pair == null || !pair.isFor(batch)) {
            int half = (int) batch.real().size(0) / objective.discriminatorSteps();
            int whole = (int) batch.generatorNoise().size(0);
            pair = new FusedPair(generator, discriminator, labels.classes(), objective, random, half, whole);
        }
        return pair;
    }

    @Override
    public INDArray sample(INDArray noise) {
        bind();
        if (sampler == null) {
            sampler = new FusedSampler(generator);
        }
        return sampler.sample(noise);
    }

    /** Drops what was built on arrays that the networks no longer use. */
    private void bind() {
        var memory = new Memory(
                generator.params(),
                generator.getUpdater().getStateViewArray(),
                discriminator.params(),
                discriminator.getUpdater().getStateViewArray());
        if (!memory.isSameAs(bound)) {
            pair = null;
            sampler = null;
            bound = memory;
        }
    }
}
