package io.github.gan4j.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
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
                "bars", StringColumn.create("digit", "zero", "3D"), DoubleColumn.create("share", 0.1, 0.2));
        var figure = HorizontalBarPlot.create("shares", table, "digit", "share");
        assertEquals(List.of("zero", "3D"), trace(figure).get("y"));
    }

    @Test
    void titleIsPlainText() {
        var layout = (Map<?, ?>)
                PlotlyJson.of(scatter("the GAN's <b> & \"more\"", 1, 2, 3)).get("layout");
        assertEquals("the GAN's <b> & \"more\"", layout.get("title"));
    }

    @Test
    void scriptElementCannotBeClosedByData() {
        assertFalse(PlotlyJson.write(Map.of("title", "</script>")).contains("</script>"));
    }
}
