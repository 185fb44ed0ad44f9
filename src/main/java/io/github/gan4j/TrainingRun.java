package io.github.gan4j;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Settings;
import io.github.gan4j.judge.RunEvaluation;
import io.github.gan4j.show.LiveOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A run of training steps and what happens on the way: progress, grids, and a stop at a loss that is no number. */
final class TrainingRun {
    private final Gan gan;
    private final Images images;
    private final TrainOptions options;
    private final int firstLoss;
    private final int firstGrid;
    private final int firstEvaluation;
    private final long lastStep;
    private final Optional<RunEvaluation> judge;
    private final LiveOutput live;
    private int savedStep;
    private int drawnStep = -1;

    private TrainingRun(Gan gan, Images images, TrainOptions options, int steps, LiveOutput live) {
        this.gan = gan;
        this.images = images;
        this.options = options;
        this.firstLoss = gan.history().size();
        this.firstGrid = gan.history().grids().size();
        this.firstEvaluation = gan.history().evaluations().size();
        this.lastStep = (long) gan.step() + steps;
        this.savedStep = gan.step();
        options.checkpoints().ifPresent(to -> gan.requireSaves(to.file()));
        this.judge =
                options.evaluateEvery() > 0 && !isStopped() ? Optional.of(new RunEvaluation(images)) : Optional.empty();
        this.live = live;
        if (options.livePictures()) {
            live.withPictures(this::pictures);
        }
    }

    /** As many steps as the setting {@code gan4j.maxSteps} leaves, and a line that says so where it leaves fewer. */
    static int shortened(int steps) {
        int max = Settings.positive("maxSteps").orElse(steps);
        if (max < steps) {
            System.out.printf(
                    Locale.ROOT,
                    "gan4j.maxSteps: %,d instead of %,d steps, because the setting says so.%n",
                    max,
                    steps);
        }
        return Math.min(steps, max);
    }

    /** Trains until the steps are done or the thread is interrupted; other threads are kept from the pair meanwhile. */
    static LossHistory of(Gan gan, Images images, TrainOptions options) {
        return gan.trainer().hold("train", () -> {
            int steps = shortened(options.steps());
            sayIfSorted(gan, images);
            return new TrainingRun(gan, images, options, steps, LiveOutput.start(steps)).run();
        });
    }

    private static void sayIfSorted(Gan gan, Images images) {
        if (gan.options().sampling() == Sampling.CONTIGUOUS && images.isSortedByClass()) {
            System.out.println("train: the images come class by class, so that neighbours in a batch are of one class."
                    + " GanOptions's withSampling(Sampling.SHUFFLED) draws each by lot.");
        }
    }

    /** The same, and shows nothing of itself. */
    static LossHistory quietly(Gan gan, Images images, TrainOptions options) {
        return gan.trainer()
                .hold("train", () -> new TrainingRun(gan, images, options, options.steps(), LiveOutput.silent()).run());
    }

    /** A run that is stopped keeps what it has, and shows nothing more: in a notebook that would land under another cell. */
    private LossHistory run() {
        try {
            while (gan.step() < lastStep && !isStopped()) {
                step();
            }
            save();
            unlessStopped(this::evaluate);
            unlessStopped(this::drawLast);
        } finally {
            live.end(isStopped());
        }
        return history();
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    /** What comes with a step beside the step itself. A stop during it ends the run as one between two steps does. */
    private static void unlessStopped(Runnable extra) {
        if (isStopped()) {
            return;
        }
        try {
            extra.run();
        } catch (CancellationException e) {
            if (!isStopped()) { // it is the user's own
                throw e;
            }
        }
    }

    private void step() {
        var loss = gan.trainer().step(images);
        live.count(loss);
        checkFinite(loss);
        try {
            follow(loss);
        } catch (RuntimeException e) {
            saveAfter(e);
            throw e;
        }
    }

    /** What the options ask for after a step. */
    private void follow(StepLoss loss) {
        unlessStopped(() -> options.onStep().accept(loss));
        if (isDue(loss, options.evaluateEvery())) {
            unlessStopped(this::evaluate);
        }
        if (isDue(loss, options.gridEvery())) {
            unlessStopped(this::drawGrid);
        }
        if (options.checkpoints().filter(to -> loss.step() % to.every() == 0).isPresent()) {
            save();
        }
        unlessStopped(live::update);
    }

    private boolean isDue(StepLoss loss, int every) {
        return every > 0 && (loss.step() - 1) % every == 0;
    }

    private void evaluate() {
        if (gan.latestEvaluation().isEmpty()) {
            judge.ifPresent(gan::judgeBy);
        }
    }

    private void drawLast() {
        if (drawnStep != gan.step()) {
            drawGrid();
        }
    }

    private void drawGrid() {
        drawnStep = gan.step();
        var grid = GanGrids.of(gan, GridOptions.defaults());
        gan.add(grid);
        options.onGrid().accept(grid);
    }

    /** Saves the pair if it has gone on since it was last saved here. */
    private void save() {
        if (savedStep != gan.step()) {
            options.checkpoints().ifPresent(to -> gan.write(to.file()));
            savedStep = gan.step();
        }
    }

    /** What was trained is not lost with an action that fails, such as a grid that cannot be written. */
    private void saveAfter(RuntimeException failure) {
        try {
            save();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private LossHistory history() {
        return gan.historyFrom(firstLoss, firstGrid, firstEvaluation);
    }

    /** The latest grid, when this run has drawn one, and the losses so far. */
    private List<?> pictures() {
        var history = history();
        var pictures = new ArrayList<>();
        if (!history.grids().isEmpty()) {
            pictures.add(history.grids().get(history.grids().size() - 1));
        }
        pictures.add(new LossChart(history));
        return pictures;
    }

    private static void checkFinite(StepLoss loss) {
        Check.state(
                Double.isFinite(loss.discriminator()) && Double.isFinite(loss.generator()),
                "train: losses must be finite, but at step %d the discriminator's is %s and the generator's %s.%n"
                        + "%s",
                loss.step(),
                loss.discriminator(),
                loss.generator(),
                ArrayChecks.SMALLER_RATE);
    }
}
