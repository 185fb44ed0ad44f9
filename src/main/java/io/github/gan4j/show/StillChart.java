package io.github.gan4j.show;

import io.github.gan4j.internal.OwnThread;
import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart as a still picture, drawn by XChart. */
public final class StillChart {
    /** What to do where no text can be drawn. */
    public static final String FONTS = "Charts as pictures need fonts: apt-get install fontconfig fonts-dejavu-core";

    /** What to do where {@code DISPLAY} names a display that is gone. */
    public static final String DISPLAY = "Charts as pictures need a display that answers, or none: unset DISPLAY";

    static final int DOT = 4; // pixels across
    private static final int LINE_ALPHA = 170; // of 255: the dots behind a line stay visible

    private StillChart() {}

    /**
     * A chart as a picture of 900 x 500 pixels.
     *
     * @throws IllegalStateException if this machine cannot draw text
     */
    public static BufferedImage draw(ChartData chart) {
        return OwnThread.run(
                () -> { // a stop while AWT starts would leave it broken
                    requireText();
                    return BitmapEncoder.getBufferedImage(xChart(chart));
                });
    }

    /** What would let this machine draw charts; empty where it can. */
    static String repair() {
        try {
            OwnThread.run(Executors.callable(StillChart::requireText));
            return "";
        } catch (IllegalStateException e) {
            return e.getMessage().lines().skip(1).findFirst().orElse("");
        }
    }

    private static void requireText() {
        require(
                DISPLAY,
                () -> new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                        .createGraphics()
                        .dispose());
        require(
                FONTS,
                () -> new TextLayout(
                        "0", new Font(Font.SANS_SERIF, Font.PLAIN, 12), new FontRenderContext(null, true, true)));
    }

    /** AWT throws exceptions and errors of these kinds; which one depends on the JDK. A stop or a lack of memory goes on. */
    static void require(String repair, Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
            throw new IllegalStateException(
                    "image: this machine must be able to draw text, but got " + e + ".\n" + repair, e);
        }
    }

    private static XYChart xChart(ChartData chart) {
        var picture = new XYChartBuilder()
                .width(ChartData.WIDTH)
                .height(ChartData.HEIGHT)
                .title(chart.title())
                .xAxisTitle(chart.xTitle())
                .yAxisTitle(chart.yTitle())
                .build();
        chart.series().forEach(series -> add(picture, series));
        double first = Arrays.stream(chart.series().get(0).x()).min().orElse(1);
        style(picture, first);
        addNothing(picture, first - 0.5);
        return picture;
    }

    private static void style(XYChart picture, double first) {
        var styler = picture.getStyler();
        styler.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        styler.setChartBackgroundColor(Color.WHITE).setLegendBorderColor(Color.WHITE);
        styler.setXAxisMin(first - 1).setXAxisTickMarkSpacingHint(90).setXAxisDecimalPattern("#,##0.###");
        styler.setLocale(Locale.ROOT); // as in all other texts
        styler.setPlotGridLinesColor(new Color(230, 230, 230)).setMarkerSize(DOT);
    }

    private static void add(XYChart picture, ChartData.Series data) {
        var series = picture.addSeries(data.name(), data.x(), finite(data.y()));
        if (data.isDots()) {
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                    .setMarker(SeriesMarkers.CIRCLE)
                    .setMarkerColor(data.color());
        } else {
            var color = data.color();
            series.setMarker(SeriesMarkers.NONE)
                    .setLineColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), LINE_ALPHA))
                    .setLineStyle(new BasicStroke(1));
        }
    }

    /** XChart ticks equally spaced steps at 251, 502, 753, ..; a point between them gives it back its round numbers. */
    private static void addNothing(XYChart picture, double x) {
        picture.addSeries("nothing", new double[] {x}, new double[] {Double.NaN})
                .setShowInLegend(false);
    }

    /** XChart draws NaN as a gap and refuses infinity. */
    private static double[] finite(double[] values) {
        return Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toArray();
    }
}
