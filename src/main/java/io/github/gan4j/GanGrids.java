package io.github.gan4j;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.LabelChecks;
import io.github.gan4j.internal.OneHot;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
        int columns = options.columnsFor(gan.classes());
        var images = gan.sample(input(gan.classes(), noise, options, columns)); // [rows * columns, features]
        var distance = gan.latestEvaluation()
                .map(found -> String.format(Locale.ROOT, ", Fréchet %.1f", found.frechetDistance()))
                .orElse("");
        var caption = String.format(Locale.ROOT, "step %,d, %s%s", gan.step(), noise, distance);
        return ImageGrid.of(images, gan.shape(), options.rows(), columns, caption);
    }

    /** Noise for each image; of a conditional pair one for each row, and for each column its class in turn. */
    private static INDArray input(int classes, Noise noise, GridOptions options, int columns) {
        int count = options.rows() * columns;
        if (classes == 0) {
            return noise.draw(count, options.seed());
        }
        var rows = IntStream.range(0, count).map(i -> i / columns).toArray();
        var labels = IntStream.range(0, count).map(i -> i % columns % classes).boxed();
        return OneHot.of(classes)
                .behind(noise.draw(options.rows(), options.seed()).getRows(rows), labels.toList());
    }

    /** Ten images on the straight way between two labels, all of one noise from the pair's seed; the pair is not changed. */
    static ImageGrid between(Gan gan, int from, int to) {
        LabelChecks.requireClasses("plotInterpolation", gan.classes());
        LabelChecks.inRange(
                "plotInterpolation", List.of(from, to), gan.classes(), "Write plotInterpolation(gan, 0, 1).");
        var noise = gan.options().noise().draw(1, gan.options().seed());
        var labels = OneHot.of(gan.classes());
        var caption = String.format(Locale.ROOT, "from label %d to %d, step %,d", from, to, gan.step());
        return strip(gan, labels.behind(noise, List.of(from)), labels.behind(noise, List.of(to)), caption);
    }

    /** Ten images on the straight way between two noise vectors [1, 100]; the pair is not changed. */
    static ImageGrid between(Gan gan, INDArray from, INDArray to) {
        var caption = String.format(Locale.ROOT, "between two noises, step %,d", gan.step());
        return strip(gan, oneVector(gan, from), oneVector(gan, to), caption);
    }

    private static ImageGrid strip(Gan gan, INDArray start, INDArray end, String caption) {
        var way = end.sub(start);
        var shares = Nd4j.linspace(DataType.FLOAT, 0, 1.0 / (STRIP - 1), STRIP).reshape(STRIP, 1);
        var noise = shares.mmul(way).addRowVector(start); // [10, 100 + classes]
        return ImageGrid.of(gan.sample(noise), gan.shape(), 1, STRIP, caption);
    }

    private static INDArray oneVector(Gan gan, INDArray noise) {
        var checked = ArrayChecks.noise("plotInterpolation", noise, Noise.SIZE, gan.classes());
        Check.argument(
                checked.size(0) == 1,
                "plotInterpolation: each end must be one noise vector [1, %d], but got %d.%n"
                        + "Take it from Noise.TRAINING.draw(1, 7).",
                Noise.SIZE + gan.classes(),
                checked.size(0));
        return checked;
    }
}
