package io.github.gan4j.show;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.plotly.components.Figure;

/**
 * A chart: interactive where a notebook draws Plotly, a still picture elsewhere, text where none can be drawn. A figure of
 * more than dots and lines has no still picture; outside notebooks it is written as a page.
 *
 * @param plotly what Plotly draws
 * @param data the same as numbers, where it is made of dots and lines
 * @param text what it says of itself
 */
record ChartContent(Map<String, Object> plotly, Optional<ChartData> data, String text) implements Content {
    private static final int LOG_COLUMNS = 80;

    /** A user's own figure, which is read back from the JavaScript that Tablesaw makes of it. */
    static ChartContent of(Figure figure, String text) {
        var plotly = PlotlyJson.of(figure);
        return new ChartContent(plotly, ChartData.of(plotly), text);
    }

    /** Without {@code text/html}: front ends prefer that to the picture, and one that runs no scripts would show nothing. */
    @Override
    public Map<String, Object> mime() {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put(TEXT, text);
        bundle.put(PLOTLY, plotly);
        data.ifPresent(chart -> still(chart)
                .ifPresentOrElse(
                        picture -> bundle.put(PNG, Png.base64(picture)),
                        () -> bundle.put(TEXT, instead(chart, LOG_COLUMNS, true))));
        return bundle;
    }

    @Override
    public String terminal(TerminalStyle style) {
        return data.map(chart -> draw(chart, style)).orElseGet(this::page);
    }

    @Override
    public String file() {
        return data.map(this::picture).orElseGet(this::page);
    }

    @Override
    public Optional<byte[]> image() {
        return data.flatMap(ChartContent::still).map(Png::encode);
    }

    private String draw(ChartData data, TerminalStyle style) {
        boolean isPlain = style.medium() == Medium.ASCII;
        if (!style.hasPixels()) {
            return TextChart.draw(data, style.columns(), isPlain) + text;
        }
        return still(data)
                .map(picture -> TerminalPicture.of(picture, style) + text)
                .orElseGet(() -> instead(data, style.columns(), isPlain));
    }

    private String picture(ChartData data) {
        return still(data).map(this::write).orElseGet(() -> instead(data, LOG_COLUMNS, true));
    }

    private String write(BufferedImage picture) {
        return text + "\n" + OutputFolder.write("chart", "png", Png.encode(picture));
    }

    private String page() {
        var page = HtmlPage.of("chart", plotly).getBytes(StandardCharsets.UTF_8);
        return "figure, to be opened in a browser\n" + OutputFolder.write("chart", "html", page);
    }

    private static Optional<BufferedImage> still(ChartData data) {
        try {
            return Optional.of(StillChart.draw(data));
        } catch (IllegalStateException cannotDraw) {
            return Optional.empty();
        }
    }

    /** The chart as text, and what to do for a picture of it. */
    private static String instead(ChartData data, int columns, boolean isPlain) {
        return TextChart.draw(data, columns, isPlain) + StillChart.repair();
    }
}
