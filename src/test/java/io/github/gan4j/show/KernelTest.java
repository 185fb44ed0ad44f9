package io.github.gan4j.show;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.LossChart;
import io.github.gan4j.LossHistory;
import io.github.gan4j.StepLoss;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTest {
    /** What a notebook does; it runs with the library below the kernel's class loader. */
    public static final class Scenario implements Callable<Object> {
        private static final StepLoss STEP = new StepLoss(1, 0.7, 0.8, 0.5, 40);

        @Override
        public Object call() {
            var losses = LossHistory.of(List.of(STEP));
            Display.register();
            Display.show(new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB));
            Display.show(new LossChart(losses));
            Display.show(losses.table());
            Display.show(losses);
            long[] now = {0};
            var output = new LiveOutput(3, LiveSink.current(), () -> now[0] += 1_000_000_000L);
            output.update(STEP);
            output.update(STEP);
            output.end();
            return losses;
        }
    }

    private static void check(StandInKernel kernel) throws ReflectiveOperationException, IOException {
        var shown = kernel.run(Scenario.class);
        assertEquals(Set.of("text/plain", "image/png"), shown.get(0).getValue().keySet());
        var png = Base64.getDecoder().decode((String) shown.get(0).getValue().get("image/png"));
        assertEquals(448, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        var chart = shown.get(1).getValue();
        assertEquals(Set.of("text/plain", "image/png", Content.PLOTLY), chart.keySet());
        assertInstanceOf(Map.class, chart.get(Content.PLOTLY));
        assertTrue(shown.get(2).getValue().get("text/plain").toString().lines().count() > 3);
        assertEquals(
                Map.of("text/plain", "1 steps, mean of the last 1: discriminator 0.700, generator 0.800"),
                shown.get(3).getValue());
        assertEquals(
                List.of("id4", "id4", "id4"),
                shown.stream().skip(4).map(Map.Entry::getKey).toList());
    }

    @Test
    void ijavaShowsValuesAndReplacesOneOutput(@TempDir Path folder) throws ReflectiveOperationException, IOException {
        check(StandInKernel.ijava(folder));
    }

    @Test
    void jjavaShowsValuesAndReplacesOneOutput(@TempDir Path folder) throws ReflectiveOperationException, IOException {
        check(StandInKernel.jjava(folder));
    }

    @Test
    void kernelOnTheLibrarysOwnClassPathIsNotRunning() {
        assertDoesNotThrow(() -> Class.forName("org.rapaio.jupyter.kernel.global.Global"));
        assertTrue(Kernel.current().isEmpty());
    }
}
