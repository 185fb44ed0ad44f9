package io.github.gan4j.show;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * The numbers of a chart of dots and lines, from which Tablesaw's figure, the still picture and the chart of text are made.
 *
 * @param series at least one
 */
public record ChartData(String title, String xTitle, String yTitle, List<Series> series) {
    /** Columns and rows of pixels of a chart. */
    public static final int WIDTH = 900;

    /** See {@link #WIDTH}. */
    public static final int HEIGHT = 500;

    private static final double LINE_OPACITY = 0.7; // the dots behind a line stay visible

    /**
     * One kind of dots, or one line.
     *
     * @param x as many as y
     * @param y NaN where there is none
     */
    public record Series(String name, double[] x, double[] y, boolean isDots, Color color) {
        private String cssColor() {
            return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
        }

        private Trace trace() {
            var trace = ScatterTrace.builder(x, y).name(name);
            return isDots
                    ? trace.mode(ScatterTrace.Mode.MARKERS)
                            .marker(Marker.builder()
                                    .color(cssColor())
                                    .size(StillChart.DOT)
                                    .build())
                            .build()
                    : trace.mode(ScatterTrace.Mode.LINE)
                            .opacity(LINE_OPACITY)
                            .line(Line.builder().color(cssColor()).width(1).build())
                            .build();
        }

        private Map<String, Object> plotly() {
            var trace = new LinkedHashMap<String, Object>();
            trace.put("type", "scatter");
            trace.put("mode", isDots ? "markers" : "lines");
            trace.put("name", name);
            trace.put("x", PlotlyJson.numbers(x));
            trace.put("y", PlotlyJson.numbers(y));
            trace.put("opacity", isDots ? 1 : LINE_OPACITY);
            trace.put(isDots ? "marker" : "line", Map.of("color", cssColor(), isDots ? "size" : "width", thickness()));
            return trace;
        }

        private int thickness() {
            return isDots ? StillChart.DOT : 1;
        }
    }

    /** The chart as a Tablesaw figure. */
    public Figure figure() {
        var layout = Layout.builder()
                .title(title)
                .xAxis(Axis.builder().title(xTitle).build())
                .yAxis(Axis.builder().title(yTitle).build())
                .showLegend(true)
                .width(WIDTH)
                .height(HEIGHT)
                .build();
        return new Figure(layout, series.stream().map(Series::trace).toArray(Trace[]::new));
    }

    /** The chart as the data that Plotly draws. */
    Map<String, Object> plotly() {
        var layout = new LinkedHashMap<String, Object>();
        layout.put("title", title);
        layout.put("xaxis", Map.of("title", xTitle));
        layout.put("yaxis", Map.of("title", yTitle));
        layout.put("showlegend", true);
        layout.put("width", WIDTH);
        layout.put("height", HEIGHT);
        return Map.of("data", series.stream().map(Series::plotly).toList(), "layout", layout);
    }

    /** What a user's own figure shows, if it is made of dots and lines alone; {@link PlotlyJson} has read it. */
    static Optional<ChartData> of(Map<String, Object> plotly) {
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

    /** Without line breaks and other control characters, which would tear a picture's line or a terminal. */
    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text.replaceAll("\\p{Cntrl}+", " ") : "";
    }
}
