package io.github.gan4j.keep;

import io.github.gan4j.Discriminator;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Generator;
import io.github.gan4j.ImageShape;
import io.github.gan4j.train.Progress;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** All that a pair is, as plain numbers: a copy that training does not change. */
public final class Checkpoint {
    private final ImageShape shape;
    private final int classes;
    private final GanOptions options;
    private final Progress progress;
    private final SavedNetwork generator;
    private final SavedNetwork discriminator;

    Checkpoint(
            ImageShape shape,
            int classes,
            GanOptions options,
            Progress progress,
            SavedNetwork generator,
            SavedNetwork discriminator) {
        this.shape = shape;
        this.classes = classes;
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
                generator.shape(),
                generator.classes(),
                options,
                progress,
                SavedNetwork.of("generator", generator.network(), options),
                SavedNetwork.of("discriminator", discriminator.network(), ofDiscriminator(options)));
    }

    /**
     * Looks at a pair without copying it.
     *
     * @throws IllegalArgumentException if a network has anything that a checkpoint does not hold
     */
    public static void requireSavable(Generator generator, Discriminator discriminator, GanOptions options) {
        SavedNetwork.requireSavable("generator", generator.network(), options);
        SavedNetwork.requireSavable("discriminator", discriminator.network(), ofDiscriminator(options));
    }

    /** How many bytes the numbers of both networks take in a file; words and losses are few beside them. */
    public static long bytes(Generator generator, Discriminator discriminator) {
        return Float.BYTES * (numbers(generator.network()) + numbers(discriminator.network()));
    }

    private static long numbers(MultiLayerNetwork network) {
        return network.params().length()
                + network.getUpdater().getStateViewArray().length();
    }

    /** The options with the discriminator's learning rate in the place of the generator's. */
    private static GanOptions ofDiscriminator(GanOptions options) {
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
        return new Generator(generator.build(options), shape, classes);
    }

    /** A new discriminator with the parameters of the one that was copied. */
    public Discriminator buildDiscriminator() {
        return new Discriminator(discriminator.build(ofDiscriminator(options)), shape, classes);
    }

    /** Puts the optimizers of two networks that were built here, and compiled since, where the copied ones were. */
    public void resume(MultiLayerNetwork builtGenerator, MultiLayerNetwork builtDiscriminator) {
        generator.resume(builtGenerator);
        discriminator.resume(builtDiscriminator);
    }

    /** The shape of the images that are drawn. */
    ImageShape shape() {
        return shape;
    }

    /** How many classes its labels are of; 0 where there are none. */
    int classes() {
        return classes;
    }

    SavedNetwork generator() {
        return generator;
    }

    SavedNetwork discriminator() {
        return discriminator;
    }
}
