package io.github.gan4j;

import static io.github.gan4j.Gan4j.plotLosses;
import static io.github.gan4j.Gan4j.saveHtml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.plotly.traces.ScatterTrace;

class LossChartTest {
    /** The discriminator at 0.5, the generator at 1, so that dots and line lie apart. */
    static LossHistory flat(int steps) {
        return LossHistory.of(IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new StepLoss(step, 0.5, 1, 0.5, 10))
                .toList());
    }

    @Test
    void figureIsTheTutorials() { // tutorial step 9
        var figure = plotLosses(flat(3)).figure();
        assertEquals(
                "Generator and Discriminator loss values", figure.getLayout().getTitle());
        assertEquals(2, figure.getTraces().length);
        var dots = (ScatterTrace) figure.getTraces()[0];
        var line = (ScatterTrace) figure.getTraces()[1];
        assertEquals("Discriminator loss", dots.name());
        assertEquals("Generator loss", line.name());
        assertTrue(dots.asJavascript(0).contains("mode: 'markers'"));
        assertTrue(line.asJavascript(1).contains("mode: 'lines'"));
    }

    @Test
    void pictureHasBlueDotsBelowARedLine() {
        var image = plotLosses(flat(20)).image();
        assertTrue(meanRow(image, 0, 0, 255) > meanRow(image, 255, 85, 85) + 50);
    }

    @Test
    void legendIsDrawn() { // tutorial slip E6
        var figure = plotLosses(flat(20)).figure();
        assertTrue(figure.getLayout().asJavascript().contains("showlegend: true"));
        var image = plotLosses(flat(20)).image();
        assertTrue(hasColor(image, 430, 500, 0x0000ff), "the discriminator's dot below the plot");
        assertTrue(hasColor(image, 430, 500, 0xff5555), "the generator's line below the plot");
    }

    private static boolean hasColor(BufferedImage image, int top, int bottom, int color) {
        return IntStream.range(900 * top, 900 * bottom)
                .anyMatch(i -> (image.getRGB(i % 900, i / 900) & 0xffffff) == color);
    }

    @Test
    void pageNeedsNoNetwork() {
        var html = plotLosses(flat(3)).html();
        assertFalse(Pattern.compile("<(script|link|img)[^>]+(src|href)\\s*=")
                .matcher(html)
                .find());
        assertTrue(html.length() > 900_000, "carries the library");
        assertTrue(html.contains("\"x\":[1.0,2.0,3.0]"));
    }

    @Test
    void savesThePageAndItsFolders(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/losses.html");
        saveHtml(plotLosses(flat(3)), file);
        assertEquals(plotLosses(flat(3)).html(), Files.readString(file));
    }

    @Test
    void namesTheFileThatCannotBeWritten(@TempDir Path folder) {
        var chart = plotLosses(flat(3));
        var thrown = assertThrows(UncheckedIOException.class, () -> saveHtml(chart, folder));
        assertTrue(
                thrown.getMessage().startsWith("saveHtml: " + folder + " must be a file, but is a folder"),
                thrown.getMessage());
    }

    @Test
    void refusesAnEmptyHistory() {
        var none = LossHistory.of(List.of());
        assertThrows(IllegalArgumentException.class, () -> plotLosses(none));
    }

    @Test
    void survivesALossThatIsNotANumber() {
        var steps =
                List.of(new StepLoss(1, 0.7, 0.7, 0.5, 1), new StepLoss(2, Double.NaN, Double.POSITIVE_INFINITY, 0, 1));
        var history = LossHistory.of(steps);
        assertTrue(plotLosses(history).html().contains("\"y\":[0.7,null]"));
        assertEquals(900, plotLosses(history).image().getWidth());
    }

    private static double meanRow(BufferedImage image, int red, int green, int blue) {
        var pixels = IntStream.range(0, 900 * 430).filter(i -> {
            int rgb = image.getRGB(i % 900, i / 900);
            return (rgb >> 16 & 255) == red && (rgb >> 8 & 255) == green && (rgb & 255) == blue;
        });
        return pixels.map(i -> i / 900).average().orElseThrow();
    }
}
