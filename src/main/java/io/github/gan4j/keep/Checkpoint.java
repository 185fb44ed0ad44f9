package io.github.gan4j.keep;

import io.github.gan4j.Discriminator;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Generator;
import io.github.gan4j.train.Progress;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** All that a pair is, as plain numbers: a copy that training does not change. */
public final class Checkpoint {
    private final GanOptions options;
    private final Progress progress;
    private final KeptNetwork generator;
    private final KeptNetwork discriminator;

    Checkpoint(GanOptions options, Progress progress, KeptNetwork generator, KeptNetwork discriminator) {
        this.options = options;
        this.progress = progress;
        this.generator = generator;
        this.discriminator = discriminator;
    }

    /**
     * Copies a pair.
     *
     * @throws IllegalArgumentException if a network has anything that a checkpoint does not hold
     */
    public static Checkpoint of(
            Generator generator, Discriminator discriminator, GanOptions options, Progress progress) {
        return new Checkpoint(
                options,
                progress,
                KeptNetwork.of("generator", generator.network(), options),
                KeptNetwork.of("discriminator", discriminator.network(), judging(options)));
    }

    /**
     * Looks at a pair without copying it.
     *
     * @throws IllegalArgumentException if a network has anything that a checkpoint does not hold
     */
    public static void requireKept(Generator generator, Discriminator discriminator, GanOptions options) {
        KeptNetwork.requireKept("generator", generator.network(), options);
        KeptNetwork.requireKept("discriminator", discriminator.network(), judging(options));
    }

    /** The options with the discriminator's learning rate in the place of the generator's. */
    private static GanOptions judging(GanOptions options) {
        return options.withLearningRate(options.discriminatorLearningRate());
    }

    /** How the pair is trained. */
    public GanOptions options() {
        return options;
    }

    /** Where its training was. */
    public Progress progress() {
        return progress;
    }

    /** A new generator with the parameters of the one that was copied. */
    public Generator buildGenerator() {
        return new Generator(generator.build(options));
    }

    /** A new discriminator with the parameters of the one that was copied. */
    public Discriminator buildDiscriminator() {
        return new Discriminator(discriminator.build(judging(options)));
    }

    /** Puts the optimizers of two networks that were built here, and compiled since, where the copied ones were. */
    public void resume(MultiLayerNetwork builtGenerator, MultiLayerNetwork builtDiscriminator) {
        generator.resume(builtGenerator);
        discriminator.resume(builtDiscriminator);
    }

    KeptNetwork generator() {
        return generator;
    }

    KeptNetwork discriminator() {
        return discriminator;
    }
}
