package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Options of {@code train}.
 *
 * @param steps how many steps to train, at least 1
 * @param gridEvery a grid after steps 1, 1 + gridEvery, 1 + 2 * gridEvery, ... and at the end (tutorial step 6; slips E5 and E10)
 * @param onGrid what to do with each grid when it comes; the history keeps them all
 * @param onStep what to do after each step
 * @param evaluateEvery an evaluation after steps 1, 1 + evaluateEvery, 1 + 2 * evaluateEvery, ... and at the end, whose
 *     distance goes into the caption of that step's grid; 0 for none
 * @param livePictures whether a notebook shows the latest grid and the loss chart under the progress
 * @param checkpoints where and how often the pair is saved meanwhile, if at all
 */
public record TrainOptions(
        int steps,
        int gridEvery,
        Consumer<ImageGrid> onGrid,
        Consumer<StepLoss> onStep,
        int evaluateEvery,
        boolean livePictures,
        Optional<Checkpoints> checkpoints) {
    private static final int GRID_EVERY = 100; // tutorial, step 1: save_interval

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public TrainOptions {
        given("TrainOptions", "onGrid", onGrid);
        given("TrainOptions", "onStep", onStep);
        Check.argument(
                steps >= 1,
                "train: steps must be at least 1, but got %d.%nWrite train(gan, digits, 5_000), the tutorial's.",
                steps);
        Check.argument(
                gridEvery >= 1,
                "train: there must be at least 1 step between grids, but got %d.%n"
                        + "Write TrainOptions.steps(5_000).withGrids(100, grid -> show(grid)).",
                gridEvery);
        Check.argument(
                evaluateEvery >= 0,
                "train: there must be at least 1 step between evaluations, but got %d.%n"
                        + "Write TrainOptions.steps(5_000).withEvaluations(500), or leave withEvaluations out for none.",
                evaluateEvery);
    }

    /** So many steps with a grid every 100. */
    public static TrainOptions steps(int steps) {
        return new TrainOptions(steps, GRID_EVERY, grid -> {}, loss -> {}, 0, false, Optional.empty());
    }

    /** The same with grids at other steps and something to do with each, for example {@code withGrids(500, grid -> show(grid))}. */
    public TrainOptions withGrids(int every, Consumer<ImageGrid> action) {
        return new TrainOptions(steps, every, action, onStep, evaluateEvery, livePictures, checkpoints);
    }

    /** The same with something to do after each step. */
    public TrainOptions withEachStep(Consumer<StepLoss> action) {
        return new TrainOptions(steps, gridEvery, onGrid, action, evaluateEvery, livePictures, checkpoints);
    }

    /**
     * The same with an evaluation every so many steps, for {@code plotQuality}: of 10,000 samples that the digit classifier reads, which
     * takes a second or two; or, where the images are not of 28x28 or their labels are not the digits that it reads, of at most 2,000
     * in comparison with the images, as {@code EvaluationOptions.withReference} compares them. These must be 200 at least.
     */
    public TrainOptions withEvaluations(int every) {
        return new TrainOptions(steps, gridEvery, onGrid, onStep, every, livePictures, checkpoints);
    }

    /** The same with the latest grid and the loss chart redrawn under the progress, where the output is a notebook's. */
    public TrainOptions withLivePictures() {
        return new TrainOptions(steps, gridEvery, onGrid, onStep, evaluateEvery, true, checkpoints);
    }

    /**
     * The same with the pair saved after every so many steps, when the run ends, when it is interrupted and when one of the
     * options' actions throws: {@code train(loadGan(file), images, steps)} goes on from there. Whether the file can be
     * written is tried before the first step. A run that stops at a loss that is no number does not save.
     *
     * @throws IllegalArgumentException if there is less than 1 step between
     */
    public TrainOptions withCheckpoints(int every, Path file) {
        var saving = Optional.of(new Checkpoints(every, file));
        return new TrainOptions(steps, gridEvery, onGrid, onStep, evaluateEvery, livePictures, saving);
    }

    /** The same with the tutorial's line after each step (tutorial step 8). */
    public TrainOptions withPrintedSteps() {
        return withEachStep(loss -> System.out.println(loss.tutorialLine()));
    }

    @Override
    public String toString() {
        var evaluations = evaluateEvery == 0 ? "" : ", an evaluation every " + evaluateEvery;
        return OneLine.of("train %,d steps, a grid every %d%s", steps, gridEvery, evaluations)
                + checkpoints.map(to -> "\n" + to).orElse("");
    }

    /**
     * When and where to save.
     *
     * @param every after steps every, 2 * every, ...
     * @param file replaced each time
     */
    public record Checkpoints(int every, Path file) {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if there is less than 1 step between
         */
        public Checkpoints {
            given("TrainOptions", "file", file);
            Check.argument(
                    every >= 1,
                    "train: there must be at least 1 step between checkpoints, but got %d.%n"
                            + "Write withCheckpoints(500, Path.of(\"gan.zip\")).",
                    every);
        }

        @Override
        public String toString() {
            return OneLine.of("saved every %d steps to %s", every, file);
        }
    }
}
