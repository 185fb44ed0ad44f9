package io.github.gan4j.train;

import io.github.gan4j.Evaluation;
import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageGrid;
import io.github.gan4j.Images;
import io.github.gan4j.LossHistory;
import io.github.gan4j.PixelStatistics;
import io.github.gan4j.StepLoss;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.model.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a pair needs to be trained: where its batches come from, how a step is computed, and what was measured so far. */
public final class Trainer {
    private final MultiLayerNetwork generator;
    private final TrainingStep step;
    private final BatchSource batches;
    private final StepRunner runner = new StepRunner();
    private final List<StepLoss> losses = new ArrayList<>();
    private final List<ImageGrid> grids = new ArrayList<>();
    private final List<Evaluation> evaluations = new ArrayList<>();
    private @Nullable String trainedOn; // the images' name
    private @Nullable PixelStatistics greys; // of the last step's real images

    /** Compiles both networks for these options: an Adam each, at step 0. */
    public Trainer(MultiLayerNetwork generator, MultiLayerNetwork discriminator, GanOptions options) {
        this(generator, discriminator, options, new BatchSource(options));
    }

    /** Compiles both networks likewise, and goes on from where another trainer was; the optimizers' state is the caller's. */
    public Trainer(
            MultiLayerNetwork generator, MultiLayerNetwork discriminator, GanOptions options, Progress progress) {
        this(generator, discriminator, options, new BatchSource(options, new SeededRandom(progress.random())));
        losses.addAll(progress.losses());
        trainedOn = progress.trainedOn();
    }

    private Trainer(
            MultiLayerNetwork generator, MultiLayerNetwork discriminator, GanOptions options, BatchSource batches) {
        Networks.compile(generator, options.generatorAdam(), options.loss());
        Networks.compile(discriminator, options.discriminatorAdam(), options.loss());
        this.generator = generator;
        this.step = Routes.choose(generator, discriminator, options.objective());
        this.batches = batches;
    }

    /** One step on a batch of the pair's own drawing. */
    public StepLoss step(Images images) {
        return runner.run(() -> timed(() -> {
            try (var batch = batches.draw(images)) {
                trainedOn = images.name();
                return apply(batch);
            }
        }));
    }

    /** One step on this batch, which is not changed. */
    public StepLoss step(Batch batch) {
        return runner.run(() -> timed(() -> apply(batch)));
    }

    /** Runs work on the pair to its end, even when the caller is interrupted or stopped meanwhile. */
    public <T> T run(Callable<T> work) {
        return runner.run(work);
    }

    /** Keeps other threads away from the pair while the caller works with it. */
    public <T> T hold(Callable<T> work) {
        return runner.hold(work);
    }

    /** Images [n, 784] in -1..1 from noise [n, 100], in inference mode. */
    public INDArray sample(INDArray noise) {
        return run(() -> step.sample(noise));
    }

    /** The number of steps so far. */
    public int steps() {
        return generator.getIterationCount();
    }

    /** The name of the images that were trained on last, if any have been. */
    public Optional<String> trainedOn() {
        return Optional.ofNullable(trainedOn);
    }

    /** The greys of the real images of the last step, if there was one since the pair was built or loaded. */
    public Optional<PixelStatistics> greys() {
        return Optional.ofNullable(greys);
    }

    /** Where the pair's training is, apart from the networks themselves. */
    public Progress progress() {
        synchronized (losses) {
            return new Progress(batches.random().state(), trainedOn, List.copyOf(losses));
        }
    }

    /** What was measured so far, also when a step or a run was cut short. */
    public LossHistory history() {
        return history(0, 0, 0);
    }

    /** What was measured from a loss, a grid and an evaluation on, each counted from 0. */
    public LossHistory history(int firstLoss, int firstGrid, int firstEvaluation) {
        synchronized (losses) {
            return LossHistory.of(
                    losses.subList(firstLoss, losses.size()),
                    grids.subList(firstGrid, grids.size()),
                    evaluations.subList(firstEvaluation, evaluations.size()));
        }
    }

    /** Keeps a grid that was drawn on the way. */
    public void add(ImageGrid grid) {
        synchronized (losses) {
            grids.add(grid);
        }
    }

    /** Keeps an evaluation that was made on the way. */
    public void add(Evaluation evaluation) {
        synchronized (losses) {
            evaluations.add(evaluation);
        }
    }

    private Losses apply(Batch batch) {
        greys = PixelStatistics.of(batch.real());
        return step.apply(batch);
    }

    private StepLoss timed(Callable<Losses> work) throws Exception {
        long start = System.nanoTime();
        var measured = work.call();
        double millis = (System.nanoTime() - start) / 1e6;
        var loss = new StepLoss(steps(), measured.discriminator(), measured.generator(), measured.accuracy(), millis);
        synchronized (losses) {
            losses.add(loss);
        }
        return loss;
    }
}
