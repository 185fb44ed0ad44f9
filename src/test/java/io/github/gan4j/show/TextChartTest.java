package io.github.gan4j.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextChartTest {
    /** Two series around 1 and 2 whose noise overlaps. */
    private static ChartData noisy() {
        var random = new Random(1);
        var x = IntStream.rangeClosed(1, 5_000).asDoubleStream().toArray();
        var low = Arrays.stream(x).map(any -> 1 + random.nextGaussian()).toArray();
        var high = Arrays.stream(x).map(any -> 2 + random.nextGaussian()).toArray();
        return new ChartData(
                "losses",
                "Epochs",
                "Loss",
                List.of(
                        new ChartData.Series("low", x, low, true, Color.BLUE),
                        new ChartData.Series("high", x, high, false, Color.RED)));
    }

    @Test
    void smoothingKeepsNoisySeriesApart() {
        var lines = TextChart.draw(noisy(), 80, true).lines().skip(1).limit(16).toList();
        int lowestOfHigh = IntStream.range(0, 16)
                .filter(i -> lines.get(i).contains("*"))
                .max()
                .orElseThrow();
        int highestOfLow = IntStream.range(0, 16)
                .filter(i -> lines.get(i).contains("o"))
                .min()
                .orElseThrow();
        assertTrue(lowestOfHigh < highestOfLow, String.join("\n", lines));
    }

    @Test
    void plainChartIsAscii() {
        assertTrue(TextChart.draw(noisy(), 80, true).chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127));
    }

    @Test
    void coloredChartHasBothColoursAndBraille() {
        var text = TextChart.draw(noisy(), 80, false);
        assertTrue(text.contains("\u001b[94m") && text.contains("\u001b[91m"));
        assertTrue(text.chars().filter(c -> c > 0x2800 && c <= 0x28ff).count() > 60);
    }

    @Test
    void saysTitleNumbersAndLegend() {
        var text = TextChart.draw(noisy(), 80, true);
        assertTrue(text.contains("losses") && text.contains("1 ") && text.contains("5,000"));
        assertTrue(text.contains("o low   * high   over Epochs"));
        assertTrue(text.lines().filter(line -> line.contains("2.")).count() >= 1, text);
    }

    @Test
    void fitsTheTerminal() {
        for (int columns : new int[] {40, 80, 300}) {
            int most = columns;
            assertTrue(TextChart.draw(noisy(), columns, true).lines().allMatch(line -> line.length() < most));
        }
    }

    @Test
    void drawsASinglePoint() {
        var point = new ChartData.Series("one", new double[] {1}, new double[] {0.7}, true, Color.BLUE);
        var text = TextChart.draw(new ChartData("t", "x", "y", List.of(point)), 80, true);
        assertEquals(
                1,
                text.lines()
                        .filter(line -> line.matches(" *[0-9.]* *[|+].*o.*"))
                        .count(),
                text);
    }
}
