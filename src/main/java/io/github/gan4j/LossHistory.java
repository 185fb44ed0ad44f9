package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The losses of a training run, in the order of its steps. A history never changes. */
public final class LossHistory implements Iterable<StepLoss> {
    private final Loss loss;
    private final List<StepLoss> steps;
    private final List<ImageGrid> grids;
    private final List<Evaluation> evaluations;

    /** The losses of a pair that is trained on this one. */
    LossHistory(Loss loss, List<StepLoss> steps, List<ImageGrid> grids, List<Evaluation> evaluations) {
        this.loss = loss;
        this.steps = List.copyOf(steps);
        this.grids = List.copyOf(grids);
        this.evaluations = List.copyOf(evaluations);
    }

    /** A history of these steps on the tutorial's loss, without grids. */
    public static LossHistory of(List<StepLoss> steps) {
        return of(steps, List.of(), List.of());
    }

    /** A history of these steps, and of the grids and evaluations made meanwhile, each in their order. */
    public static LossHistory of(List<StepLoss> steps, List<ImageGrid> grids, List<Evaluation> evaluations) {
        return new LossHistory(Loss.CROSS_ENTROPY, steps, grids, evaluations);
    }

    /** What both networks were trained on, in whose units the losses are. */
    public Loss loss() {
        return loss;
    }

    /** The number of steps. */
    public int size() {
        return steps.size();
    }

    /**
     * One step.
     *
     * @param index counted from 0
     * @throws IllegalArgumentException if there is no such step
     */
    public StepLoss get(int index) {
        Check.argument(
                size() > 0, "get: there must be at least 1 step, but got none.%nTrain first: train(gan, digits, 100).");
        Check.argument(
                index >= 0 && index < size(),
                "get: the index must be from 0 to %d, but got %d.%nThe last step is losses.get(losses.size() - 1).",
                size() - 1,
                index);
        return steps.get(index);
    }

    /** The grids that were drawn while training, all from the same noise; they say after which step. */
    public List<ImageGrid> grids() {
        return grids;
    }

    /** The evaluations made while training; each says after which step. */
    public List<Evaluation> evaluations() {
        return evaluations;
    }

    /**
     * The last steps without grids and evaluations.
     *
     * @param count how many, at least 0; all if there are fewer
     * @throws IllegalArgumentException if it is below 0
     */
    public LossHistory last(int count) {
        Check.argument(count >= 0, "last: the count must be at least 0, but got %d.%nWrite losses.last(100).", count);
        return new LossHistory(loss, steps.subList(Math.max(0, size() - count), size()), List.of(), List.of());
    }

    /** The discriminator's losses, [size]; in nats with the tutorial's loss. */
    public double[] discriminator() {
        return column(StepLoss::discriminator);
    }

    /** The generator's losses, [size]; in the same units. */
    public double[] generator() {
        return column(StepLoss::generator);
    }

    /** The critic's estimates with {@link Loss#WASSERSTEIN}, [size]; empty with any other loss. */
    public double[] estimate() {
        return steps.stream().flatMapToDouble(step -> step.estimate().stream()).toArray();
    }

    /** Whether there is an estimate of every step. */
    boolean hasEstimates() {
        return !steps.isEmpty() && estimate().length == size();
    }

    /**
     * The losses as a Tablesaw table with the columns step, discriminator, generator, accuracy and millis; with {@link
     * Loss#WASSERSTEIN} accuracy is missing in every row, and a column estimate follows.
     */
    public Table table() {
        var table = Table.create(
                "losses",
                IntColumn.create("step", steps.stream().mapToInt(StepLoss::step).toArray()),
                DoubleColumn.create("discriminator", discriminator()),
                DoubleColumn.create("generator", generator()),
                DoubleColumn.create("accuracy", column(StepLoss::accuracy)),
                DoubleColumn.create("millis", column(StepLoss::millis)));
        return hasEstimates() ? table.addColumns(DoubleColumn.create("estimate", estimate())) : table;
    }

    /** The steps in their order. */
    @Override
    public Iterator<StepLoss> iterator() {
        return steps.iterator();
    }

    @Override
    public String toString() {
        if (steps.isEmpty()) {
            return "no steps";
        }
        var last = last(100);
        return OneLine.of(
                "%,d steps, mean of the last %d: discriminator %.3f, generator %.3f",
                size(), last.size(), mean(last.discriminator()), mean(last.generator()));
    }

    private double[] column(ToDoubleFunction<StepLoss> value) {
        return steps.stream().mapToDouble(value).toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
