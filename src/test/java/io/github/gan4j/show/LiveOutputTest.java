package io.github.gan4j.show;

import static io.github.gan4j.Gan4j.plotGrid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.GridAnimation;
import io.github.gan4j.Images;
import io.github.gan4j.LossChart;
import io.github.gan4j.LossHistory;
import io.github.gan4j.StepLoss;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveOutputTest {
    private static final long STEP_NANOS = 40_000_000; // 25 steps/s

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now;

    private String run(LiveSink sink, int total, int done) {
        var output = new LiveOutput(total, sink, () -> now);
        for (int step = 1; step <= done; step++) {
            now += STEP_NANOS;
            output.count(new StepLoss(step, 0.65, 0.9, 0.5, 40));
            output.update();
        }
        output.end(false);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void logHasALineEveryTenPercent() {
        var lines = run(new LiveSink.Log(out), 5_000, 5_000).lines().toList();
        assertEquals(10, lines.size());
        assertEquals("step 500/5,000: discriminator 0.650, generator 0.900, 25 steps/s, 3:00 left", lines.get(0));
        assertEquals("step 5,000/5,000: discriminator 0.650, generator 0.900, 25 steps/s, 3:20 taken", lines.get(9));
    }

    @Test
    void logOfAShortRunSkipsWhatItCannotHave() {
        assertEquals(3, run(new LiveSink.Log(out), 3, 3).lines().count());
    }

    @Test
    void movingLineIsOneLineThatFits() {
        var text = run(new LiveSink.MovingLine(out, 60), 5_000, 5_000);
        assertEquals(text.length() - System.lineSeparator().length(), text.indexOf(System.lineSeparator()));
        var states = text.strip().split("\r");
        assertTrue(states.length > 1_000 && states.length < 2_001, "every 100 ms: " + states.length);
        for (var state : states) {
            assertTrue(state.length() <= 59, state);
        }
    }

    @Test
    void runCutShortSaysHowFarItCame() {
        assertTrue(run(new LiveSink.Log(out), 5_000, 1_234).contains("step 1,234/5,000"));
    }

    @Test
    void runWithoutAStepSaysNothing() {
        assertEquals("", run(new LiveSink.Log(out), 5_000, 0));
    }

    @Test
    void pageOfTextAloneIsText() {
        assertEquals(Map.of("text/plain", "step 1"), new LivePage("step 1", List.of()).mime());
    }

    @Test
    void pageWithPicturesRunsNoScript() {
        var picture = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
        var html = (String)
                new LivePage("step 1", List.of(picture, picture)).mime().get("text/html");
        assertTrue(html.startsWith("<pre>step 1</pre>"));
        assertEquals(2, html.split("data:image/png;base64,", -1).length - 1);
        assertFalse(html.contains("<script"));
    }

    @Test
    void ciAndDumbTerminalsAreLogs() {
        var terminal = new Terminal(true, Optional.empty());
        assertTrue(terminal.isInteractive(Map.of("TERM", "xterm")));
        assertFalse(terminal.isInteractive(Map.of("TERM", "xterm", "CI", "true")));
        assertFalse(terminal.isInteractive(Map.of("TERM", "dumb")));
        assertFalse(new Terminal(false, Optional.empty()).isInteractive(Map.of("TERM", "xterm")));
    }

    @Test
    void everyPictureOfAPageSaysWhatItIs() {
        var grid = plotGrid(Images.of("\"><script> & more", new byte[16 * 784], new int[0]));
        var chart = new LossChart(LossHistory.of(List.of(new StepLoss(1, 1, 1, 1, 1))));
        var live =
                (String) new LivePage("step 1/2", List.of(grid, chart)).mime().get("text/html");
        assertTrue(live.contains(" alt=\"4x4 grid of 28x28 images, &quot;&gt;&lt;script&gt; &amp; more\""), live);
        assertTrue(live.contains(" alt=\"chart of 1 steps, mean of the last 1: "), live);
        var animation =
                (String) Contents.of(new GridAnimation(List.of(grid))).mime().get("text/html");
        assertTrue(animation.contains(" alt=\"1 grids, the last: 4x4 grid"), animation);
    }
}
