package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.show.HtmlPage;
import io.github.gan4j.show.StillChart;
import java.awt.image.BufferedImage;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;

/**
 * The losses of a run: the discriminator's as blue dots, the generator's as a red line, over the steps (tutorial step 9).
 *
 * <p>The x axis is called "Epochs" as in the tutorial, which means steps by it (tutorial slip E7); the legend is drawn (tutorial slip E6).
 *
 * @param losses at least one step
 */
public record LossChart(LossHistory losses) {
    /** The chart's title. */
    public static final String TITLE = "Generator and Discriminator loss values";

    /** The title of the x axis; its unit is the step, counted from 1. */
    public static final String X_TITLE = "Epochs";

    /** The title of the y axis; its unit is the nat. */
    public static final String Y_TITLE = "Loss";

    /** The name of the blue dots. */
    public static final String DISCRIMINATOR = "Discriminator loss";

    /** The name of the red line. */
    public static final String GENERATOR = "Generator loss";

    /**
     * Checks that there is something to draw.
     *
     * @throws IllegalArgumentException if there is no step
     */
    public LossChart {
        Check.argument(
                losses.size() > 0,
                "plotLosses: there must be at least 1 step, but got none.%nTrain first: losses = train(gan, digits, 100).");
    }

    /** The chart as a Tablesaw figure, drawn by Plotly where there is a browser. */
    public Figure figure() {
        var steps = steps();
        var dots = ScatterTrace.builder(steps, losses.discriminator())
                .name(DISCRIMINATOR)
                .mode(ScatterTrace.Mode.MARKERS)
                .marker(Marker.builder().color("blue").size(4).build())
                .build();
        var line = ScatterTrace.builder(steps, losses.generator())
                .name(GENERATOR)
                .mode(ScatterTrace.Mode.LINE)
                .opacity(0.7) // the dots behind the line stay visible
                .line(Line.builder().color("red").width(1).build())
                .build();
        return new Figure(layout(), dots, line);
    }

    /**
     * The chart as a still picture of 900 x 500 pixels.
     *
     * @throws IllegalStateException if this machine cannot draw text; the message says what to install
     */
    public BufferedImage image() {
        return StillChart.draw(figure());
    }

    /** The chart as one HTML page that needs nothing else, not even a network. */
    public String html() {
        return HtmlPage.of(TITLE, figure());
    }

    /** The steps on the x axis, [size]. */
    public double[] steps() {
        var steps = new double[losses.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = losses.get(i).step();
        }
        return steps;
    }

    @Override
    public String toString() {
        return OneLine.of("chart of %s", losses);
    }

    private static Layout layout() {
        return Layout.builder()
                .title(TITLE)
                .xAxis(Axis.builder().title(X_TITLE).build())
                .yAxis(Axis.builder().title(Y_TITLE).build())
                .showLegend(true)
                .width(900)
                .height(500)
                .build();
    }
}
