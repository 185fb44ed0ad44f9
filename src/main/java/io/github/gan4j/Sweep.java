package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.sweep.Difference;
import io.github.gan4j.sweep.Rows;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * The runs of a sweep, and whether their variants differ. A sweep never changes.
 *
 * <p>What differs is the Fréchet distance, or with {@link #by} another column of {@link #table()}.
 */
public final class Sweep {
    private static final int LONGEST = 900; // characters; JShell cuts what is longer
    private static final String DISTANCE = "distance";

    private final String images;
    private final List<String> variants;
    private final Table runs;
    private final String measure;

    /** Runs of these variants, in the order of the variants. */
    Sweep(String images, List<String> variants, Table runs) {
        this(images, variants, runs, DISTANCE);
    }

    private Sweep(String images, List<String> variants, Table runs, String measure) {
        this.images = images;
        this.variants = List.copyOf(variants);
        this.runs = runs;
        this.measure = measure;
    }

    /**
     * The same runs, compared by something else.
     *
     * @param newMeasure {@code distance}, {@code coverage}; of digits {@code score}, {@code digits} (how many of ten are drawn); of
     *     conditional pairs of digits {@code conditionalAccuracy}
     * @throws IllegalArgumentException if it is none of these
     */
    public Sweep by(String newMeasure) {
        given("by", "measure", newMeasure);
        Check.argument(
                Rows.measures().contains(newMeasure),
                "by: a measure must be one of %s, but got %s.%nWrite sweep.by(\"coverage\").",
                Rows.measures(),
                OneLine.printable(newMeasure));
        return new Sweep(images, variants, runs, newMeasure);
    }

    /** What is compared, a column of {@link #table()}. */
    public String measure() {
        return measure;
    }

    /** The names of the variants, in their order. */
    public List<String> variants() {
        return variants;
    }

    /**
     * All runs, one row each, with the columns variant, seed, steps, distance, coverage, score, digits, conditionalAccuracy (what could
     * not be measured is missing), finding (what {@code diagnose} sees, or why a run failed), seconds, threads and kernels. A run that
     * was stopped is not among them; one that failed is.
     */
    public Table table() {
        return runs.copy();
    }

    /**
     * One row a variant, with the columns variant, runs, failed (those without a number), mean, deviation (the standard deviation of a
     * sample, missing with fewer than two runs), min and max of the measure, and findings, how often {@code diagnose} saw what.
     */
    public Table summary() {
        var summary = Table.create(
                measure,
                StringColumn.create("variant"),
                IntColumn.create("runs"),
                IntColumn.create("failed"),
                DoubleColumn.create("mean"),
                DoubleColumn.create("deviation"),
                DoubleColumn.create("min"),
                DoubleColumn.create("max"),
                StringColumn.create("findings"));
        for (var variant : variants) {
            var all = of(variant);
            var values = values(variant);
            summary.stringColumn("variant").append(variant);
            summary.intColumn("runs").append(all.rowCount());
            summary.intColumn("failed").append(all.rowCount() - values.length);
            summary.doubleColumn("mean").append(StatUtils.mean(values));
            summary.doubleColumn("deviation")
                    .append(values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values)));
            summary.doubleColumn("min").append(StatUtils.min(values));
            summary.doubleColumn("max").append(StatUtils.max(values));
            summary.stringColumn("findings").append(findings(all));
        }
        return summary;
    }

    /**
     * One row for each pair of variants, with the columns variant, other, difference (of the means), p (Welch's t test, two-sided),
     * holm (p with Holm's correction over the pairs) and verdict; p and holm are missing where a variant has fewer than two runs.
     */
    public Table comparisons() {
        var pairs = differences();
        return Table.create(
                measure,
                StringColumn.create("variant", names(pairs.stream().map(Difference::first))),
                StringColumn.create("other", names(pairs.stream().map(Difference::second))),
                numbers("difference", "0.000", pairs, Difference::means),
                numbers("p", "0.0000", pairs, Difference::p),
                numbers("holm", "0.0000", pairs, Difference::holm),
                StringColumn.create("verdict", pairs.stream().map(this::verdict).toArray(String[]::new)));
    }

    /** A column with all its digits, of which a few are printed. */
    private static DoubleColumn numbers(
            String name, String printed, List<Difference> pairs, ToDoubleFunction<Difference> value) {
        var column = DoubleColumn.create(name, pairs.stream().mapToDouble(value).toArray());
        column.setPrintFormatter(
                new NumberColumnFormatter(new DecimalFormat(printed, DecimalFormatSymbols.getInstance(Locale.ROOT))));
        return column;
    }

    private String[] names(Stream<Integer> indices) {
        return indices.map(variants::get).toArray(String[]::new);
    }

    private List<Difference> differences() {
        return Difference.among(variants.stream().map(this::values).toList());
    }

    /** The measure of a variant's runs, of those that have one. */
    double[] values(String variant) {
        return DoubleStream.of(of(variant).doubleColumn(measure).asDoubleArray())
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private Table of(String variant) {
        return runs.where(runs.stringColumn("variant").isEqualTo(variant));
    }

    private static String findings(Table ofVariant) {
        Map<String, Long> counts = ofVariant.stringColumn("finding").asList().stream()
                .map(finding -> finding.replaceFirst("[,:].*", ""))
                .collect(Collectors.groupingBy(finding -> finding, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private String verdict(Difference pair) {
        int first = values(variants.get(pair.first())).length;
        int second = values(variants.get(pair.second())).length;
        if (Double.isNaN(pair.holm())) {
            return "at least 2 runs of each are needed";
        }
        if (!pair.isTold()) {
            return "not told apart by " + (first == second ? first : first + " and " + second) + " seeds";
        }
        return pair.means() < 0 ? "less" : "more";
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(OneLine.of(
                "%d runs of %s steps on %s, by %s",
                runs.rowCount(),
                runs.rowCount() == 0
                        ? "no"
                        : String.format(
                                Locale.ROOT, "%,d", runs.intColumn("steps").get(0)),
                images,
                measure));
        int width = Math.max(7, variants.stream().mapToInt(String::length).max().orElse(0));
        lines.add(format("%-" + width + "s runs failed %9s %9s %9s %9s", "variant", "mean", "deviation", "min", "max"));
        var summary = summary();
        for (var row : summary) {
            lines.add(format("%-" + width + "s %4d %6d", row.getString(0), row.getInt(1), row.getInt(2))
                    + numbers(row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getDouble(6)));
        }
        for (var row : summary) {
            lines.add(row.getString(0) + ": " + row.getString("findings"));
        }
        differences().forEach(pair -> lines.add(sentence(pair)));
        return cut(lines);
    }

    private static String numbers(double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> Double.isNaN(value) ? format(" %9s", "-") : format(" %9.3f", value))
                .collect(Collectors.joining());
    }

    private String sentence(Difference pair) {
        var p = Double.isNaN(pair.holm())
                ? ""
                : pair.holm() < 0.001 ? " (p < 0.001)" : format(" (p %.3f)", pair.holm());
        var verdict = verdict(pair);
        var first = variants.get(pair.first());
        var second = variants.get(pair.second());
        return pair.isTold()
                ? format("%s: %s than %s%s", first, verdict, second, p)
                : format("%s and %s: %s%s", first, second, verdict, p);
    }

    private static String cut(List<String> lines) {
        int end = lines.size();
        while (String.join("\n", lines.subList(0, end)).length() > LONGEST - 60) {
            end--;
        }
        var shown = String.join("\n", lines.subList(0, end));
        return end == lines.size()
                ? shown
                : shown + format("%n%d lines more: summary(), comparisons()", lines.size() - end);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
