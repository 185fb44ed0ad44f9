package io.github.gan4j.show;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Gan;
import io.github.gan4j.Gan4j;
import io.github.gan4j.GanOptions;
import io.github.gan4j.GridAnimation;
import io.github.gan4j.ImageGrid;
import io.github.gan4j.LossChart;
import io.github.gan4j.LossHistory;
import io.github.gan4j.SmallPair;
import io.github.gan4j.StepLoss;
import io.github.gan4j.TrainOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

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
            for (int step = 0; step < 2; step++) {
                output.count(STEP);
                output.update();
            }
            output.end(false);
            output.end(true); // after the stop button the kernel may be at another cell
            return losses;
        }
    }

    /** A run that nobody waits for. */
    public static final class LongRun implements Callable<Object> {
        private static final Gan GAN = SmallPair.of(8, GanOptions.defaults());

        @Override
        public Object call() {
            var options = TrainOptions.steps(1_000_000).withLivePictures();
            return Gan4j.train(GAN, Gan4j.syntheticDigits(500, 1), options.withGrids(1, Gan4j::show));
        }
    }

    /** The cell after it. */
    public static final class NextCell implements Callable<Object> {
        @Override
        public Object call() {
            Gan4j.show(Gan4j.plotGrid(LongRun.GAN));
            return LongRun.GAN;
        }
    }

    /** A cell whose stop button is pressed while a picture is drawn, and that shows something else then. */
    public static final class StoppedWhileDrawing implements Callable<Object> {
        @Override
        public Object call() {
            var cell = Thread.currentThread();
            LiveSink.current().show("step 1", () -> {
                cell.interrupt();
                return List.of();
            });
            Display.show("too late");
            assertTrue(Thread.interrupted());
            Display.show("the next cell");
            return cell;
        }
    }

    /** Cells that end in a value, after the library has been loaded. */
    public static final class Cells implements Callable<Object> {
        @Override
        public Object call() {
            Display.register();
            var losses = LossHistory.of(List.of(Scenario.STEP));
            var grid = ImageGrid.of(Nd4j.ones(DataType.FLOAT, 16, 784), 4, 4, "white");
            var figure = new LossChart(losses).figure();
            for (var value : List.of(grid, new LossChart(losses), new GridAnimation(List.of(grid)), figure, losses)) {
                Kernel.current().orElseThrow().publish(value);
            }
            Kernel.current().orElseThrow().publish(losses.table());
            return losses;
        }
    }

    private static void checkCells(StandInKernel kernel) throws ReflectiveOperationException {
        var types = kernel.run(Cells.class).stream()
                .map(shown -> new TreeSet<>(shown.getValue().keySet()))
                .toList();
        assertEquals(
                List.of(
                        Set.of(Content.TEXT, Content.PNG),
                        Set.of(Content.TEXT, Content.PNG, Content.PLOTLY),
                        Set.of(Content.TEXT, Content.HTML),
                        Set.of(Content.TEXT, Content.PNG, Content.PLOTLY),
                        Set.of(Content.TEXT),
                        Set.of(Content.TEXT)),
                types);
    }

    @Test
    void ijavasCellsEndInValuesThatShowThemselves(@TempDir Path folder) throws ReflectiveOperationException {
        checkCells(StandInKernel.ijava(folder));
    }

    @Test
    void jjavasCellsEndInValuesThatShowThemselves(@TempDir Path folder) throws ReflectiveOperationException {
        checkCells(StandInKernel.jjava(folder));
    }

    @Test
    void cellsOfOlderJjavasEndInValuesThatShowThemselves(@TempDir Path folder) throws ReflectiveOperationException {
        checkCells(StandInKernel.jjavaUntilA5(folder));
    }

    @Test
    void stoppedRunShowsNothingUnderTheNextCellAndLeavesItThePair(@TempDir Path folder) throws Exception {
        var kernel = StandInKernel.ijava(folder);
        var stopped = kernel.begin(LongRun.class);
        while (kernel.shown().size() < 5) {
            Thread.sleep(10);
        }
        stopped.interrupt();
        int before = kernel.shown().size();
        var shown = kernel.run(NextCell.class);
        stopped.join();
        assertEquals(before + 1, shown.size());
        assertTrue(shown.get(before).getValue().containsKey(Content.PNG));
    }

    @Test
    void cellThatWasStoppedShowsNothingMore(@TempDir Path folder) throws ReflectiveOperationException {
        var shown = StandInKernel.jjava(folder).run(StoppedWhileDrawing.class);
        assertEquals(
                List.of("the next cell"),
                shown.stream().map(each -> each.getValue().get(Content.TEXT)).toList());
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
