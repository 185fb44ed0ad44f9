package io.github.gan4j.show;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.plotly.components.Figure;

/**
 * What a chart of dots and lines shows, for pictures and for text.
 *
 * @param series at least one
 */
record ChartData(String title, String xTitle, String yTitle, List<Series> series) {
    /**
     * One kind of dots, or one line.
     *
     * @param x as many as y
     * @param y NaN where there is none
     */
    record Series(String name, double[] x, double[] y, boolean isDots, Color color) {}

    /** What a figure shows, if it is made of dots and lines alone. */
    static Optional<ChartData> of(Figure figure) {
        var plotly = PlotlyJson.of(figure);
        var layout = map(plotly.get("layout"));
        var traces = ((List<?>) plotly.get("data")).stream().map(ChartData::map).toList();
        if (traces.isEmpty() || !traces.stream().allMatch(ChartData::isScatter)) {
            return Optional.empty();
        }
        return Optional.of(new ChartData(
                text(layout, "title"),
                text(map(layout.get("xaxis")), "title"),
                text(map(layout.get("yaxis")), "title"),
                traces.stream().map(ChartData::series).toList()));
    }

    private static boolean isScatter(Map<?, ?> trace) {
        return "scatter".equals(trace.get("type")) && isNumeric(trace.get("x")) && isNumeric(trace.get("y"));
    }

    private static boolean isNumeric(Object values) {
        return values instanceof List<?> list
                && list.stream().allMatch(value -> value == null || value instanceof Number);
    }

    private static Series series(Map<?, ?> trace) {
        boolean isDots = !text(trace, "mode").contains("lines");
        var color = text(map(trace.get(isDots ? "marker" : "line")), "color");
        return new Series(text(trace, "name"), numbers(trace.get("x")), numbers(trace.get("y")), isDots, color(color));
    }

    private static double[] numbers(Object values) {
        return ((List<?>) values)
                .stream()
                        .mapToDouble(value -> value == null ? Double.NaN : ((Number) value).doubleValue())
                        .toArray();
    }

    private static Color color(String name) {
        return switch (name) {
            case "red" -> Color.RED;
            case "green" -> new Color(0, 128, 0);
            case "orange" -> new Color(255, 140, 0);
            case "black" -> Color.BLACK;
            default -> name.matches("#[0-9a-fA-F]{6}") ? Color.decode(name) : Color.BLUE;
        };
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
