package io.github.gan4j.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.ChildJvm;
import io.github.gan4j.LossChart;
import io.github.gan4j.LossHistory;
import io.github.gan4j.StepLoss;
import java.awt.AWTError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StillChartTest {
    /** What the process of the test below does. */
    public static void main(String[] args) {
        var losses = LossHistory.of(List.of(new StepLoss(1, 0.7, 0.8, 0.5, 40), new StepLoss(2, 0.6, 0.9, 0.5, 40)));
        System.out.println(Contents.of(new LossChart(losses)).file());
        Window.show(new LossChart(losses));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isTextThatSaysWhatToDoWhereTheDisplayIsGone() throws IOException, InterruptedException {
        var builder = ChildJvm.builder(ChildJvm.command(StillChartTest.class));
        builder.environment().put("DISPLAY", ":6599");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        var repair = output.lines().filter(StillChart.DISPLAY::equals).count();
        assertEquals(2, repair, output);
        assertTrue(output.contains("o Discriminator loss   * Generator loss"), output);
        assertTrue(output.contains("showWindow: there is no display to open a window on."), output);
    }

    @Test
    void needsNoRepairHere() {
        assertEquals("", StillChart.repair());
    }

    @ParameterizedTest
    @MethodSource("stops")
    void aStopOrALackOfMemoryIsNotTakenForMissingFonts(Error stop) {
        Runnable attempt = () -> {
            throw stop;
        };
        assertSame(stop, assertThrows(Error.class, () -> StillChart.require(StillChart.FONTS, attempt)));
    }

    static Stream<Error> stops() {
        return Stream.of(new ThreadDeath(), new OutOfMemoryError(), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("missing")
    void whatAwtThrowsWithoutFontsOrDisplayIs(Error missing) {
        Runnable attempt = () -> {
            throw missing;
        };
        var error = assertThrows(IllegalStateException.class, () -> StillChart.require(StillChart.FONTS, attempt));
        assertTrue(error.getMessage().endsWith(StillChart.FONTS), error.getMessage());
    }

    static Stream<Error> missing() {
        return Stream.of(new NoClassDefFoundError(), new UnsatisfiedLinkError(), new InternalError(), new AWTError(""));
    }
}
