package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.show.ChartData;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.plotly.components.Figure;

/** The distance to real images over the steps of a run, with the floor that others of these have. */
final class QualityChart {
    private static final Color GREEN = new Color(0, 128, 0);

    private QualityChart() {}

    static Figure of(LossHistory history) {
        var evaluations = history.evaluations();
        Check.argument(
                !evaluations.isEmpty(),
                "plotQuality: the history must hold evaluations, but has none.%n"
                        + "Train with some: train(gan, digits, TrainOptions.steps(1_000).withEvaluations(100)).");
        var steps = numbers(evaluations, Evaluation::step);
        var distances = numbers(evaluations, Evaluation::frechetDistance);
        var floor = numbers(
                evaluations,
                found -> found.baselines().orElseThrow().realTestImages().frechetDistance());
        var last = evaluations.get(evaluations.size() - 1);
        boolean digits = !last.shares().isEmpty();
        var title = (digits ? "Classifier Fréchet distance (" : "Fréchet distance (")
                + last.baselines().orElseThrow().classifier() + ")";
        var samples = new ChartData.Series("Samples", steps, distances, true, Color.BLUE);
        var real = new ChartData.Series(digits ? "Real test images" : "Real images", steps, floor, false, GREEN);
        return new ChartData(title, "Steps", "Distance", List.of(samples, real)).figure();
    }

    private static double[] numbers(List<Evaluation> evaluations, ToDoubleFunction<Evaluation> value) {
        return evaluations.stream().mapToDouble(value).toArray();
    }
}
