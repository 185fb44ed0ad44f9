package io.github.gan4j.show;

import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.plotLosses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Images;
import io.github.gan4j.LossHistory;
import io.github.gan4j.Noise;
import io.github.gan4j.StepLoss;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rapaio.jupyter.kernel.display.DisplaySystem;

/** Renders through the real classes of rapaio's kernel. */
class RapaioDisplayTest {
    private static final LossHistory LOSSES =
            LossHistory.of(List.of(new StepLoss(1, 0.7, 0.8, 0.5, 40), new StepLoss(2, 0.6, 0.9, 0.5, 40)));

    private static Map<String, Object> render(Object value) {
        return DisplaySystem.inst().render(value).data();
    }

    @Test
    void gridIsAPicture() {
        var grid = plotGrid(Images.of("black", new byte[784 * 16], new int[0]));
        assertEquals(Set.of("text/plain", "image/png"), render(grid).keySet());
    }

    @Test
    void chartIsAPictureAndPlotlyButNoHtml() {
        var data = render(plotLosses(LOSSES));
        assertEquals(Set.of("text/plain", "image/png", Content.PLOTLY), data.keySet());
        assertTrue(data.get(Content.PLOTLY) instanceof Map<?, ?> plotly && plotly.containsKey("layout"));
    }

    @Test
    void tableKeepsItsLines() {
        assertEquals(Map.of("text/plain", LOSSES.table().print()), render(LOSSES.table()));
    }

    @Test
    void toolkitsValuesAndArraysAreText() {
        assertEquals(Map.of("text/plain", LOSSES.toString()), render(LOSSES));
        assertEquals(Map.of("text/plain", LOSSES.get(0).toString()), render(LOSSES.get(0)));
        var noise = Noise.TRAINING.draw(2, 1);
        assertEquals(Map.of("text/plain", noise.toString()), render(noise));
    }

    @Test
    void otherPeoplesValuesStayTheKernels() {
        assertEquals(Set.of("text/html"), render("a text").keySet());
    }
}
