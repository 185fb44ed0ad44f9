package io.github.gan4j;

import io.github.gan4j.internal.OneDnn;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.internal.OwnThread;
import io.github.gan4j.internal.Settings;
import io.github.gan4j.judge.RunEvaluation;
import io.github.gan4j.model.Networks;
import io.github.gan4j.sweep.Engine;
import io.github.gan4j.sweep.Row;
import io.github.gan4j.sweep.Row.Measured;
import io.github.gan4j.sweep.Task;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of a sweep, from its settings to its numbers, as {@code train}, {@code diagnose} and {@code evaluate} would do it. Sent to
 * another machine it knows no other images to compare with than those it trains on.
 */
final class TrainAndJudge implements Engine.Work {
    private static final long serialVersionUID = 1;

    private final boolean asked; // for other samples than a run's own evaluations have
    private final int count;
    private final long seed;
    private final boolean comparesWithTraining;
    private final transient @Nullable Images reference;
    private transient @Nullable RunEvaluation judge; // one for all runs: what it reads of real images takes seconds

    TrainAndJudge(Images images, Optional<EvaluationOptions> evaluation) {
        var judging = evaluation.orElse(EvaluationOptions.defaults());
        asked = evaluation.isPresent();
        count = judging.count();
        seed = judging.seed();
        reference = judging.reference().orElse(null);
        comparesWithTraining = reference != null && reference.sha256().equals(images.sha256());
    }

    /** Whether it finds the same numbers on a machine that has the training images alone. */
    boolean canBeSent() {
        return reference == null || comparesWithTraining;
    }

    @Override
    public Row run(Images images, Task task, Runnable onStep) {
        long start = System.nanoTime();
        var result = result(images, task, onStep);
        OwnThread.requireNoInterrupt();
        return new Row(
                task.digest(images.sha256()),
                task.variant().name(),
                task.seed(),
                task.steps(),
                result.measured,
                result.finding,
                (System.nanoTime() - start) / 1e9,
                task.threads(),
                kernels());
    }

    private record Result(Measured measured, String finding) {}

    private Result result(Images images, Task task, Runnable onStep) {
        try {
            return result(images, pair(task.variant()), task.steps(), onStep);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) { // its settings do not go together, or with the images
            return failed(e);
        }
    }

    private static Gan pair(SweepOptions.Variant variant) {
        var networks = variant.networks();
        return new Gan(
                new Generator(Networks.generator(networks), networks.shape(), networks.classes()),
                new Discriminator(Networks.discriminator(networks), networks.shape(), networks.classes()),
                variant.options());
    }

    private Result result(Images images, Gan gan, int steps, Runnable onStep) {
        try {
            TrainingRun.quietly(gan, images, TrainOptions.steps(steps).withEachStep(loss -> onStep.run()));
        } catch (IllegalStateException e) {
            return new Result(Measured.NOTHING, finding(gan)); // its losses are no numbers
        }
        OwnThread.requireNoInterrupt();
        var finding = finding(gan);
        try {
            return new Result(measured(gan.judged(judge(images))), finding);
        } catch (IllegalStateException e) {
            return new Result(Measured.NOTHING, finding); // it draws what is no number
        }
    }

    private static String finding(Gan gan) {
        return gan.diagnosis(gan.history()).findings().stream()
                .map(Finding::toString)
                .collect(Collectors.joining(", "));
    }

    private static Result failed(RuntimeException problem) {
        var message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        var line = message.lines().findFirst().orElse(problem.toString());
        return new Result(Measured.NOTHING, "failed: " + OneLine.printable(line));
    }

    private static Measured measured(Evaluation found) {
        boolean digits = !found.shares().isEmpty();
        return new Measured(
                found.frechetDistance(),
                found.coverage(),
                found.score(),
                digits ? found.digitsDrawn() : Double.NaN,
                found.conditionalAccuracy());
    }

    private synchronized RunEvaluation judge(Images images) {
        var known = judge;
        if (known == null) {
            known = asked ? new RunEvaluation(images, options(images)) : new RunEvaluation(images);
            judge = known;
        }
        return known;
    }

    private EvaluationOptions options(Images images) {
        var other = Optional.ofNullable(comparesWithTraining ? images : reference);
        return new EvaluationOptions(count, seed, other, Optional.empty());
    }

    private static String kernels() {
        return (Settings.get("route").filter("layers"::equals).isPresent() ? "DL4J's layers, " : "") + OneDnn.kernels();
    }
}
