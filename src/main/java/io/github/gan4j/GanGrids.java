package io.github.gan4j;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Grids of what a pair's generator draws. */
final class GanGrids {
    private static final int STRIP = 10;

    private GanGrids() {}

    /** What a generator draws from noise with these options, with its distance where it has just been evaluated. */
    static ImageGrid of(Gan gan, GridOptions options) {
        var noise = options.noise() == null ? gan.options().noise() : options.noise();
        var images = gan.sample(
                noise.draw(options.rows() * options.columns(), options.seed())); // [rows * columns, features]
        var distance = gan.latestEvaluation()
                .map(found -> String.format(Locale.ROOT, ", Fréchet %.1f", found.frechetDistance()))
                .orElse("");
        var caption = String.format(Locale.ROOT, "step %,d, %s%s", gan.step(), noise, distance);
        return ImageGrid.of(images, gan.shape(), options.rows(), options.columns(), caption);
    }

    /** Ten images on the straight way between two noise vectors [1, 100]; the pair is not changed. */
    static ImageGrid between(Gan gan, INDArray from, INDArray to) {
        var start = oneVector(from);
        var way = oneVector(to).sub(start);
        var shares = Nd4j.linspace(DataType.FLOAT, 0, 1.0 / (STRIP - 1), STRIP).reshape(STRIP, 1);
        var noise = shares.mmul(way).addRowVector(start); // [10, 100]
        var caption = String.format(Locale.ROOT, "between two noises, step %,d", gan.step());
        return ImageGrid.of(gan.sample(noise), gan.shape(), 1, STRIP, caption);
    }

    private static INDArray oneVector(INDArray noise) {
        var checked = ArrayChecks.noise("plotInterpolation", noise, Noise.SIZE);
        Check.argument(
                checked.size(0) == 1,
                "plotInterpolation: each end must be one noise vector [1, %d], but got %d.%n"
                        + "Take it from Noise.TRAINING.draw(1, 7).",
                Noise.SIZE,
                checked.size(0));
        return checked;
    }
}
