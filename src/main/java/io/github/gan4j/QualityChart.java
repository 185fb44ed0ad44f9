package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.show.ChartData;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.plotly.components.Figure;

/** The distance to real digits over the steps of a run, with the floor that real test images have. */
final class QualityChart {
    private static final String TITLE = "Classifier Fréchet distance (gan4j digits-1)";
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
        var floor = new double[steps.length];
        Arrays.fill(
                floor,
                evaluations.get(0).baselines().orElseThrow().realTestImages().frechetDistance());
        var samples = new ChartData.Series("Samples", steps, distances, true, Color.BLUE);
        var real = new ChartData.Series("Real test images", steps, floor, false, GREEN);
        return new ChartData(TITLE, "Steps", "Distance", List.of(samples, real)).figure();
    }

    private static double[] numbers(List<Evaluation> evaluations, ToDoubleFunction<Evaluation> value) {
        return evaluations.stream().mapToDouble(value).toArray();
    }
}
