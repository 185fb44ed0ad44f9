package io.github.gan4j;

import io.github.gan4j.internal.Check;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** The distance to real digits over the steps of a run, with the floor that real test images have. */
final class QualityChart {
    private static final String TITLE = "Classifier Fréchet distance (gan4j digits-1)";

    private QualityChart() {}

    static Figure of(LossHistory history) {
        var evaluations = history.evaluations();
        Check.argument(
                !evaluations.isEmpty(),
                "plotQuality: the history must hold evaluations, but has none.%n"
                        + "Train with some: train(gan, digits, TrainOptions.steps(1_000).withEvaluations(100)).");
        var steps = numbers(evaluations, Evaluation::step);
        var floor = new double[steps.length];
        Arrays.fill(
                floor,
                evaluations.get(0).baselines().orElseThrow().realTestImages().frechetDistance());
        return new Figure(layout(), samples(steps, evaluations), floor(steps, floor));
    }

    private static ScatterTrace samples(double[] steps, List<Evaluation> evaluations) {
        return ScatterTrace.builder(steps, numbers(evaluations, Evaluation::frechetDistance))
                .name("Samples")
                .mode(ScatterTrace.Mode.MARKERS)
                .marker(Marker.builder().color("blue").size(6).build())
                .build();
    }

    private static ScatterTrace floor(double[] steps, double[] floor) {
        return ScatterTrace.builder(steps, floor)
                .name("Real test images")
                .mode(ScatterTrace.Mode.LINE)
                .line(Line.builder().color("green").width(1).build())
                .build();
    }

    private static Layout layout() {
        return Layout.builder()
                .title(TITLE)
                .xAxis(Axis.builder().title("Steps").build())
                .yAxis(Axis.builder().title("Distance").build())
                .showLegend(true)
                .width(900)
                .height(500)
                .build();
    }

    private static double[] numbers(List<Evaluation> evaluations, ToDoubleFunction<Evaluation> value) {
        return evaluations.stream().mapToDouble(value).toArray();
    }
}
