package io.github.gan4j.train;

import io.github.gan4j.Batch;
import io.github.gan4j.Discriminator;
import io.github.gan4j.GanOptions;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.Generator;
import io.github.gan4j.Images;
import io.github.gan4j.PixelStatistics;
import io.github.gan4j.StepLoss;
import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.LabelChecks;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.model.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a pair needs to be trained: where its batches come from, how a step is computed, and what was measured so far. */
public final class Trainer {
    private final Generator generator;
    private final Objective objective;
    private final TrainingStep step;
    private final BatchSource batches;
    private final StepRunner runner = new StepRunner();
    private final List<StepLoss> losses = new ArrayList<>();
    private @Nullable String trainedOn; // the images' name
    private @Nullable Images images; // the same, where they are at hand
    private @Nullable String loadedSha256; // their digest, before any of this process
    private @Nullable Supplier<PixelStatistics> pixels; // of what was trained on last; taken when asked for

    /** Compiles both networks for these options: an Adam each, at step 0. */
    public Trainer(Generator generator, Discriminator discriminator, GanOptions options) {
        this(generator, discriminator, options, new BatchSource(options, generator.classes()));
    }

    /** Compiles both networks likewise, and goes on from where another trainer was; the optimizers' state is the caller's. */
    public Trainer(Generator generator, Discriminator discriminator, GanOptions options, Progress progress) {
        this(
                generator,
                discriminator,
                options,
                new BatchSource(options, generator.classes(), new SeededRandom(progress.random())));
        losses.addAll(progress.losses());
        trainedOn = progress.trainedOn();
        loadedSha256 = progress.imagesSha256();
    }

    private Trainer(Generator generator, Discriminator discriminator, GanOptions options, BatchSource batches) {
        if (options.gradientPenalty() > 0) {
            LayerPenalty.requireLayers(discriminator.network());
        }
        Networks.compile(generator.network(), options.generatorAdam(), options.loss());
        Networks.compile(discriminator.network(), options.discriminatorAdam(), options.loss());
        this.generator = generator;
        this.objective = options.objective();
        this.step = Routes.choose(
                generator.network(),
                discriminator.network(),
                OneHot.ofImages(discriminator.network(), discriminator.shape().pixels(), discriminator.classes()),
                objective,
                batches.random());
        this.batches = batches;
    }

    /** One step on a batch of the pair's own drawing. */
    public StepLoss step(Images images) {
        Check.argument(
                images.shape().equals(generator.shape()),
                "trainStep: images must be of the pair's shape, %s, but are of %s.%n"
                        + "Build both networks with NetworkOptions.defaults().withShape(images.shape()), or load the images with the pair's.",
                generator.shape(),
                images.shape());
        return runner.run(
                "trainStep",
                () -> timed(() -> {
                    var batch = batches.draw(images);
                    try {
                        requireInRange(batch);
                        trainedOn = images.name();
                        this.images = images;
                        pixels = images::statistics;
                        return step.apply(batch);
                    } finally {
                        close(batch);
                    }
                }));
    }

    /** One step on this batch, which is not changed. */
    public StepLoss step(Batch batch) {
        ArrayChecks.requireFeatures(
                "trainStep", "real images", batch.real(), generator.shape().features());
        requireLabels(batch);
        requireEnough(batch);
        return runner.run(
                "trainStep",
                () -> timed(() -> {
                    var statistics = PixelStatistics.of(batch.real());
                    pixels = () -> statistics;
                    return step.apply(batch);
                }));
    }

    private void requireLabels(Batch batch) {
        boolean hasLabels = !batch.realLabels().isEmpty();
        Check.argument(
                hasLabels || generator.classes() == 0,
                "trainStep: a conditional pair needs labels, but the batch has none.%n"
                        + "Write trainStep(gan, Batch.of(real, discriminatorNoise, generatorNoise).withLabels(realLabels, generatorLabels)).");
        if (hasLabels) {
            LabelChecks.requireClasses("trainStep", generator.classes());
        }
        requireInRange(batch);
    }

    private void requireEnough(Batch batch) {
        int updates = objective.discriminatorSteps();
        long rows = batch.real().size(0);
        Check.argument(
                rows % updates == 0,
                "trainStep: for %d discriminator steps the number of real images must be a multiple of %d, but got %d.%n"
                        + "Give each step its own: Batch.of(digits.batch(0, %d), Noise.TRAINING.draw(%d, 1), Noise.TRAINING.draw(64, 2)).",
                updates,
                updates,
                rows,
                32 * updates,
                32 * updates);
        Check.argument(
                objective.gradientPenalty() == 0 || batch.interpolation().isPresent(),
                "trainStep: for a gradient penalty the batch must say where between reals and fakes it is taken, but it has no interpolation.%n"
                        + "Write trainStep(gan, Batch.of(real, discriminatorNoise, generatorNoise).withInterpolation(Nd4j.rand(%d, 1))).",
                rows);
    }

    private void requireInRange(Batch batch) {
        var repair = "Look at them: Arrays.stream(digits.labels()).summaryStatistics().";
        LabelChecks.inRange("trainStep", batch.realLabels(), generator.classes(), repair);
        LabelChecks.inRange("trainStep", batch.generatorLabels(), generator.classes(), repair);
    }

    /** Frees a drawn batch's native memory at once, which the garbage collector would do late. */
    private static void close(Batch batch) {
        batch.real().close();
        batch.discriminatorNoise().close();
        batch.generatorNoise().close();
        batch.interpolation().ifPresent(INDArray::close);
    }

    /**
     * Runs work on the pair to its end, even when the caller is interrupted or stopped meanwhile.
     *
     * @param verb what the user called
     */
    public <T> T run(String verb, Callable<T> work) {
        return runner.run(verb, work);
    }

    /** Keeps other threads away from the pair while the caller works with it. */
    public <T> T hold(String verb, Callable<T> work) {
        return runner.hold(verb, work);
    }

    /** Images [n, features] in -1..1 from noise [n, 100 + classes], labels one-hot behind it, in inference mode. */
    public INDArray sample(INDArray noise) {
        return sample(() -> noise);
    }

    /** The same with noise that is yet to be drawn or checked, so that a stop ends that as well. */
    public INDArray sample(Supplier<INDArray> noise) {
        return runner.stoppable("sample", () -> step.sample(noise.get()));
    }

    /** The number of steps so far. */
    public int steps() {
        return generator.network().getIterationCount();
    }

    /** The name of the images that were trained on last, if any have been. */
    public Optional<String> trainedOn() {
        return Optional.ofNullable(trainedOn);
    }

    /** The images that were trained on last, where they are at hand. */
    public Optional<Images> images() {
        return Optional.ofNullable(images);
    }

    /** The digest of the images that were trained on last, if any have been. */
    public Optional<String> imagesSha256() {
        return images().map(Images::sha256).or(() -> Optional.ofNullable(loadedSha256));
    }

    /** The pixels of the images that were trained on last, if any have been since the pair was built or loaded. */
    public Optional<PixelStatistics> pixels() {
        return Optional.ofNullable(pixels).map(Supplier::get);
    }

    /** Where the pair's training is, apart from the networks themselves. */
    public Progress progress() {
        return new Progress(batches.random().state(), trainedOn, imagesSha256().orElse(null), losses(0));
    }

    /** The losses from a step on, counted from 0; also when a step or a run was cut short. */
    public List<StepLoss> losses(int first) {
        synchronized (losses) {
            return List.copyOf(losses.subList(first, losses.size()));
        }
    }

    private StepLoss timed(Callable<Losses> work) throws Exception {
        long start = System.nanoTime();
        var measured = work.call();
        double millis = (System.nanoTime() - start) / 1e6;
        var loss = new StepLoss(
                steps(),
                measured.discriminator(),
                measured.generator(),
                measured.accuracy(),
                millis,
                measured.estimate());
        synchronized (losses) {
            losses.add(loss);
        }
        return loss;
    }
}
