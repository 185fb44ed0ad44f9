package io.github.gan4j.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;

class PlotlyJsonTest {
    @SuppressWarnings("unchecked")
    private static Map<String, Object> trace(Figure figure) {
        return ((List<Map<String, Object>>) PlotlyJson.of(figure).get("data")).get(0);
    }

    private static Figure scatter(String title, double... y) {
        var x = new double[] {1, 2, 3};
        return new Figure(
                Layout.builder().title(title).build(),
                ScatterTrace.builder(x, y).build());
    }

    @Test
    void numbersAreNumbers() {
        assertEquals(
                List.of(0.25, 1e-7, 3.0), trace(scatter("t", 0.25, 1e-7, 3)).get("y"));
    }

    @Test
    void whatIsNotFiniteIsMissing() {
        assertEquals(
                Arrays.asList(null, 1.0, null),
                trace(scatter("t", Double.NaN, 1, Double.NEGATIVE_INFINITY)).get("y"));
    }

    @Test
    void namesStayText() {
        var table = Table.create(
                "bars", StringColumn.create("digit", "zero", "3D\n"), DoubleColumn.create("share", 0.1, 0.2));
        var figure = HorizontalBarPlot.create("shares", table, "digit", "share");
        assertEquals(List.of("zero", "3D\n"), trace(figure).get("y"));
    }

    @Test
    void titleIsPlainText() {
        var layout = (Map<?, ?>)
                PlotlyJson.of(scatter("the GAN's <b> & \"more\"", 1, 2, 3)).get("layout");
        assertEquals("the GAN's <b> & \"more\"", layout.get("title"));
    }

    /** All characters that a figure may hold, and what looks like an escape, an entity or Tablesaw's own script. */
    private static final String STRANGE =
            IntStream.rangeClosed(0, 0x2100).mapToObj(Character::toString).collect(Collectors.joining())
                    + "a\nvar trace9 = {};\nvar layout = {}; \\n \\u0041 &lt; &amp;lt; &#47; {{x}} </script> <!--<script> \ud83d\ude00";

    @Test
    void anyTextOfAFigureArrivesAsItIs() {
        var axis = Axis.builder().title(STRANGE).build();
        var figure = new Figure(
                Layout.builder().title(STRANGE).xAxis(axis).yAxis(axis).build(),
                ScatterTrace.builder(new double[] {1}, new double[] {2})
                        .name(STRANGE)
                        .text(new String[] {STRANGE})
                        .build());
        var layout = (Map<?, ?>) PlotlyJson.of(figure).get("layout");
        assertEquals(STRANGE, layout.get("title"));
        assertEquals(STRANGE, ((Map<?, ?>) layout.get("xaxis")).get("title"));
        assertEquals(STRANGE, ((Map<?, ?>) layout.get("yaxis")).get("title"));
        assertEquals(STRANGE, trace(figure).get("name"));
        assertEquals(List.of(STRANGE), trace(figure).get("text"));
        assertEquals(1, ((List<?>) PlotlyJson.of(figure).get("data")).size());
    }

    @Test
    void categoriesArriveAsTheyAre() {
        var table = Table.create(
                "bars", StringColumn.create("digit", STRANGE, "&lt;"), DoubleColumn.create("share", 0.1, 0.2));
        var figure = HorizontalBarPlot.create("a\nb", table, "digit", "share");
        assertEquals(List.of(STRANGE, "&lt;"), trace(figure).get("y"));
    }

    @Test
    void stillPicturesAndTextHaveNoControlCharactersInTheirTitles() {
        var data = ChartData.of(PlotlyJson.of(scatter("two\nlines\u001b[31m", 1, 2, 3)))
                .orElseThrow();
        assertEquals("two lines [31m", data.title());
    }

    @Test
    void scriptElementCannotBeClosedByData() {
        assertFalse(PlotlyJson.write(Map.of("title", "</script>")).contains("</script>"));
        assertFalse(PlotlyJson.write(Map.of("title", "<!--<script>")).contains("<"));
    }
}
