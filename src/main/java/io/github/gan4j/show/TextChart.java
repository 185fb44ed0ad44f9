package io.github.gan4j.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A chart of dots and lines as text: every column shows the mean of what falls into it, so that noise hides no series.
 */
final class TextChart {
    private static final int MARGIN = 10; // the numbers of the y axis and their tick
    private static final int ROWS = 16;
    private static final int MAX_COLUMNS = 110;

    private final ChartData chart;
    private final double firstX;
    private final double lastX;
    private final List<double[]> means; // a series each, [dots across], NaN where there is nothing
    private final double low;
    private final double high;
    private final TextCanvas canvas;

    private TextChart(ChartData chart, int columns, boolean plain) {
        this.chart = chart;
        canvas = new TextCanvas(Math.max(20, Math.min(MAX_COLUMNS, columns - 1) - MARGIN), ROWS, plain);
        firstX = x().min().orElse(0);
        lastX = x().max().orElse(0);
        means = chart.series().stream().map(this::means).toList();
        low = values().min().orElse(0);
        high = Math.max(values().max().orElse(1), Math.nextUp(low));
    }

    /**
     * The chart with its axes' numbers and a legend.
     *
     * @param columns the width of the terminal
     * @param plain no colours and no Braille: a letter marks each series instead
     */
    static String draw(ChartData chart, int columns, boolean plain) {
        var text = new TextChart(chart, columns, plain);
        IntStream.range(0, text.means.size()).forEach(text::plot);
        return text.assemble();
    }

    private double[] means(ChartData.Series series) {
        var sums = new double[canvas.across()];
        var counts = new int[sums.length];
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isFinite(series.y()[i])) {
                int column = column(series.x()[i]);
                sums[column] += series.y()[i];
                counts[column]++;
            }
        }
        Arrays.setAll(sums, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
        return series.isDots() ? sums : joined(sums);
    }

    /** A line has a value between its points too. */
    private static double[] joined(double[] values) {
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                for (int j = last + 1; last >= 0 && j < i; j++) {
                    values[j] = values[last] + (values[i] - values[last]) * (j - last) / (i - last);
                }
                last = i;
            }
        }
        return values;
    }

    private void plot(int series) {
        var values = means.get(series);
        boolean isLine = !chart.series().get(series).isDots();
        for (int x = 0; x < values.length; x++) {
            if (!Double.isNaN(values[x])) {
                int y = row(values[x]);
                int from = isLine && x > 0 && !Double.isNaN(values[x - 1]) ? row(values[x - 1]) : y;
                canvas.column(
                        x,
                        Math.min(from + Integer.signum(y - from), y),
                        Math.max(from - Integer.signum(from - y), y),
                        series);
            }
        }
    }

    private String assemble() {
        var lines = new ArrayList<String>();
        lines.add(" ".repeat(MARGIN) + chart.title());
        for (int row = 0; row < ROWS; row++) {
            lines.add(label(row) + canvas.row(row));
        }
        lines.add(" ".repeat(MARGIN - 1) + canvas.corner());
        lines.add(" ".repeat(MARGIN) + xNumbers());
        lines.add(" ".repeat(MARGIN) + legend());
        return String.join("\n", lines) + "\n";
    }

    private String label(int row) {
        if (row % 5 != 0) {
            return " ".repeat(MARGIN - 1) + canvas.axis();
        }
        double value = high - (high - low) * row / (ROWS - 1);
        return String.format(Locale.ROOT, "%" + (MARGIN - 2) + ".3f ", value) + canvas.tick();
    }

    private String xNumbers() {
        var first = number(firstX);
        var middle = number((firstX + lastX) / 2);
        var last = number(lastX);
        int width = canvas.columns();
        int left = Math.max(1, width / 2 - middle.length() / 2 - first.length());
        int right = Math.max(1, width - first.length() - left - middle.length() - last.length());
        return first + " ".repeat(left) + middle + " ".repeat(right) + last;
    }

    private String legend() {
        var names = IntStream.range(0, means.size())
                .mapToObj(i -> canvas.mark(i) + " " + chart.series().get(i).name())
                .collect(Collectors.joining("   "));
        return names + "   over " + chart.xTitle();
    }

    private int column(double x) {
        double share = lastX == firstX ? 0 : (x - firstX) / (lastX - firstX);
        return (int) Math.round(share * (canvas.across() - 1));
    }

    private int row(double value) {
        return (int) Math.round((high - value) / (high - low) * (canvas.down() - 1));
    }

    private DoubleStream x() {
        return chart.series().stream().flatMapToDouble(series -> Arrays.stream(series.x()));
    }

    private DoubleStream values() {
        return means.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite);
    }

    private static String number(double value) {
        boolean isWhole = value == Math.rint(value) || Math.abs(value) >= 100;
        return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%.3g", value);
    }
}
