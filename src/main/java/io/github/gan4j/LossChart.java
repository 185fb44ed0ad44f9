package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.show.ChartData;
import io.github.gan4j.show.Content;
import io.github.gan4j.show.Contents;
import io.github.gan4j.show.HtmlPage;
import io.github.gan4j.show.Showable;
import io.github.gan4j.show.StillChart;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import tech.tablesaw.plotly.components.Figure;

/**
 * The losses of a run: the discriminator's as blue dots, the generator's as a red line, over the steps (tutorial step 9); with {@link
 * Loss#WASSERSTEIN} the critic's estimate as a green line too. The y axis names any loss but the tutorial's.
 *
 * <p>The x axis is called "Epochs" as in the tutorial, which means steps by it (tutorial slip E7); the legend is drawn (tutorial slip E6).
 *
 * @param losses at least one step
 */
public record LossChart(LossHistory losses) implements Showable {
    /** The chart's title. */
    public static final String TITLE = "Generator and Discriminator loss values";

    /** The title of the x axis; its unit is the step, counted from 1. */
    public static final String X_TITLE = "Epochs";

    /** The title of the y axis; its unit is the nat, with the tutorial's loss. */
    public static final String Y_TITLE = "Loss";

    private static final Color GREEN = new Color(0, 128, 0);

    /** The name of the blue dots. */
    public static final String DISCRIMINATOR = "Discriminator loss";

    /** The name of the green line. */
    public static final String ESTIMATE = "Critic's estimate";

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
        return data().figure();
    }

    /**
     * The chart as a still picture of 900 x 500 pixels.
     *
     * @throws IllegalStateException if this machine cannot draw text; the message says what to install
     */
    public BufferedImage image() {
        return StillChart.draw(data());
    }

    /** The chart as one HTML page that needs nothing else, not even a network. */
    public String html() {
        return HtmlPage.of(data());
    }

    @Override
    public Content content() {
        return Contents.chart(data(), toString());
    }

    private ChartData data() {
        var dots = new ChartData.Series(DISCRIMINATOR, steps(), losses.discriminator(), true, Color.BLUE);
        var line = new ChartData.Series(GENERATOR, steps(), losses.generator(), false, Color.RED);
        var series = losses.hasEstimates()
                ? List.of(dots, line, new ChartData.Series(ESTIMATE, steps(), losses.estimate(), false, GREEN))
                : List.of(dots, line);
        return new ChartData(TITLE, X_TITLE, yTitle(), series);
    }

    private String yTitle() {
        return losses.loss() == Loss.CROSS_ENTROPY ? Y_TITLE : Y_TITLE + " (" + losses.loss() + ")";
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
}
