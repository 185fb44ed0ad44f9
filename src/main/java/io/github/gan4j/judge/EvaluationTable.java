package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.internal.OneLine;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An evaluation as an aligned table beside its two baselines. */
public final class EvaluationTable {
    private final Evaluation samples;
    private final Evaluation real = Baselines.realTestImages();
    private final Evaluation noise = Baselines.pureNoise();

    private EvaluationTable(Evaluation samples) {
        this.samples = samples;
    }

    /** The table, at most 15 lines. */
    public static String of(Evaluation samples) {
        return new EvaluationTable(samples).toString();
    }

    @Override
    public String toString() {
        return String.join(
                "\n",
                format(
                        "classifier Fréchet distance %.2f, %s (real test images: %.2f)",
                        samples.frechetDistance(), Baselines.CLASSIFIER, real.frechetDistance()),
                OneLine.of("%s, %,d samples, seed %d", samples.subject(), samples.count(), samples.seed()),
                format("%-27s%9s%11s%12s", "", "samples", "real test", "pure noise"),
                row("classifier Fréchet distance", "%.2f", Evaluation::frechetDistance),
                row("classifier score, of 10", "%.2f", Evaluation::score),
                row("digits drawn, of 10", "%.0f", Evaluation::digitsDrawn),
                row("entropy of digits, of 2.303", "%.3f", Evaluation::entropy),
                row("mean confidence", "%.3f", Evaluation::confidence),
                row("coverage", "%.3f", Evaluation::coverage),
                row("nearest training image", "%.2f", Evaluation::nearest),
                row("copies of training images", "%.3f", Evaluation::copies),
                "digit    " + digits(digit -> format("%5d", digit)),
                "share, % "
                        + digits(digit -> format("%5.1f", 100 * samples.shares().get(digit))),
                samples.subject().contains("synthetic")
                        ? "Trained on synthetic digits; does not compare with other classifiers."
                        : "Does not compare with the numbers of other classifiers or sample counts.");
    }

    private interface Measure {
        double of(Evaluation evaluation);
    }

    private String row(String name, String number, Measure measure) {
        return format(
                "%-27s%9s%11s%12s",
                name,
                cell(number, measure.of(samples)),
                cell(number, measure.of(real)),
                cell(number, measure.of(noise)));
    }

    private static String cell(String number, double value) {
        return Double.isNaN(value) ? "-" : format(number, value);
    }

    private static String digits(IntFunction<String> cell) {
        return IntStream.range(0, DigitNetwork.DIGITS).mapToObj(cell).collect(Collectors.joining());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
