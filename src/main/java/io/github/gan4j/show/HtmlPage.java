package io.github.gan4j.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;

/** A figure as one HTML page that carries Plotly's library within itself, so that it opens with no network. */
public final class HtmlPage {
    private static final String PLOTLY = "plotly-basic.min.js";

    private HtmlPage() {}

    /** The page of a chart: 0.9 MB, of which the library is the most. */
    public static String of(ChartData chart) {
        return of(chart.title(), chart.plotly());
    }

    /** The page of a user's own figure. */
    public static String of(String title, Figure figure) {
        return of(title, PlotlyJson.of(figure));
    }

    static String of(String title, Map<String, Object> chart) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                <div id="chart"></div>
                <script>%s</script>
                <script>Plotly.newPlot("chart", %s, %s, %s);</script>
                </body>
                </html>
                """.formatted(
                        escape(title),
                        library(),
                        PlotlyJson.write(chart.get("data")),
                        PlotlyJson.write(chart.get("layout")),
                        PlotlyJson.write(Map.of("displaylogo", false, "responsive", true)));
    }

    /** For an element's text or an attribute between double quotes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String library() {
        try (var stream = HtmlPage.class.getResourceAsStream(PLOTLY)) {
            if (stream == null) {
                throw new IllegalStateException("HtmlPage: the class path lacks io/github/gan4j/show/" + PLOTLY
                        + ".\nIt is unpacked by the build: mvn -q process-resources.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
