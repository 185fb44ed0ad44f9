package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.show.ChartData;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.plotly.components.Figure;

/** Every run of a sweep as a dot, and beside those of each variant their mean with the interval that holds the true one 19 times of 20. */
final class SweepChart {
    private static final List<Color> COLORS = List.of(
            Color.BLUE,
            Color.RED,
            new Color(0, 128, 0),
            new Color(230, 120, 0),
            new Color(128, 0, 160),
            new Color(0, 140, 160),
            new Color(120, 80, 40),
            new Color(110, 110, 110));
    private static final double BESIDE = 0.2; // of the room between two variants

    private SweepChart() {}

    static Figure of(Sweep sweep) {
        var variants = sweep.variants();
        boolean some = variants.stream().anyMatch(variant -> sweep.values(variant).length > 0);
        Check.argument(
                some,
                "plotSweep: the sweep must hold a run with a number, but has none.%nprintln(sweep.table()) shows why.");
        var series = new ArrayList<ChartData.Series>();
        for (int i = 0; i < variants.size(); i++) {
            var values = sweep.values(variants.get(i));
            var places = new double[values.length];
            Arrays.fill(places, i + 1);
            if (values.length > 0) {
                series.add(new ChartData.Series(variants.get(i), places, values, true, COLORS.get(i % COLORS.size())));
            }
        }
        series.add(means(variants.stream().map(sweep::values).toList()));
        return new ChartData(
                        "Sweep of " + variants.size() + " variants", places(variants), title(sweep.measure()), series)
                .figure();
    }

    private static String places(List<String> variants) {
        return IntStream.range(0, variants.size())
                .mapToObj(i -> i + 1 + " " + variants.get(i))
                .collect(Collectors.joining(",  "));
    }

    private static String title(String measure) {
        return measure.equals("distance") ? "Fréchet distance" : measure;
    }

    /** A line up through each interval, with a bar across at the mean, in one piece with gaps. */
    private static ChartData.Series means(List<double[]> values) {
        var x = DoubleStream.builder();
        var y = DoubleStream.builder();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).length > 0) {
                double place = i + 1 + BESIDE;
                double mean = StatUtils.mean(values.get(i));
                double reach = reach(values.get(i));
                for (double part : new double[] {place, place, place, place - BESIDE / 2, place + BESIDE / 2, place}) {
                    x.add(part);
                }
                for (double part : new double[] {mean - reach, mean + reach, mean, mean, mean, Double.NaN}) {
                    y.add(part);
                }
            }
        }
        return new ChartData.Series(
                "Mean, 95 % interval", x.build().toArray(), y.build().toArray(), false, Color.BLACK);
    }

    /** Half of the interval; 0 where one run has no spread. */
    private static double reach(double[] values) {
        int count = values.length;
        return count < 2
                ? 0
                : new TDistribution(count - 1).inverseCumulativeProbability(0.975)
                        * Math.sqrt(StatUtils.variance(values) / count);
    }
}
