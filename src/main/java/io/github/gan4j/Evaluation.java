package io.github.gan4j;

import io.github.gan4j.internal.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How good a set of drawn images is: digits as the digit classifier that comes with the library reads them, or any images in
 * comparison with a reference. What only the classifier gives is then absent: score and confidence are NaN, there are no shares.
 *
 * <p>The numbers compare with those of the same classifier and as many samples, and with no others: not with a "FID" that
 * rests on another network.
 *
 * @param subject what was judged, for example {@code gan after 5,000 steps on MNIST train}
 * @param step how many steps the pair had been trained, 0 for images of another origin
 * @param count how many samples
 * @param seed where their noise came from
 * @param frechetDistance how far the samples' features are from those of MNIST's training images, or of the reference, 0 for the same distribution (Heusel et al. 2017, with
 *     these features)
 * @param score the classifier score: 1 when all samples are read alike, 10 for sure readings of all digits equally often
 *     (Salimans et al. 2016, with this classifier)
 * @param shares the share of the samples read as each digit, [10], summing to 1; empty in comparison with a reference
 * @param confidence the mean probability of the digit that a sample is read as, 0.1 to 1
 * @param coverage the share of real images that have a sample near them, 0 to 1 (Naeem et al. 2020)
 * @param conditionalAccuracy the share of a conditional pair's samples that are read as the digit that was asked for, 0 to 1; NaN unless
 *     the images that it was trained on are at hand and most of them are read as their labels, so that these are the digits
 * @param digitAccuracies the same of each digit, [10]; empty likewise
 * @param classificationAccuracy what classifiers trained on samples and on real images read of real ones, where
 *     {@code EvaluationOptions.withTestImages} asks for it
 * @param training the name of the images that copies were looked for in: those that the pair was trained on, where they are
 *     at hand
 * @param nearest the median distance of 1,000 samples to the nearest of them, pixels in -1..1; NaN without them
 * @param copies the share of those 1,000 nearer to one of them than any of 1,000 real test digits is to MNIST, or than 99 of 100
 *     images of the reference are to each other; NaN likewise
 * @param transposed whether what it was trained on, or the samples where that is not at hand, is read far better with rows and
 *     columns exchanged
 * @param baselines what to read the numbers between; baselines themselves have none
 */
public record Evaluation(
        String subject,
        int step,
        int count,
        long seed,
        double frechetDistance,
        double score,
        List<Double> shares,
        double confidence,
        double coverage,
        double conditionalAccuracy,
        List<Double> digitAccuracies,
        Optional<ClassificationAccuracy> classificationAccuracy,
        Optional<String> training,
        double nearest,
        double copies,
        boolean transposed,
        Optional<Baselines> baselines) {
    private static final double DRAWN = 0.01; // a digit counts as drawn from one sample in a hundred

    /**
     * The two evaluations that every other is read between.
     *
     * @param classifier what the digits were read with, {@code gan4j digits-1}, or the feature space of a comparison
     * @param realTestImages the floor, what a perfect generator would get: MNIST's 10,000 test images, or the half of the reference
     *     that the samples are not compared with
     * @param pureNoise the ceiling: images whose pixels are evenly random
     */
    public record Baselines(String classifier, Evaluation realTestImages, Evaluation pureNoise) {}

    /**
     * The share of test images that two classifiers read as their label, 0 to 1: one trained on 60,000 samples, the other alike on real
     * images (Ravuri and Vinyals 2019).
     *
     * @param test the name of the test images
     * @param trainedOnSamples of the classifier that has seen samples only
     * @param trainedOnReal of the one that has seen what the pair was trained on
     */
    public record ClassificationAccuracy(String test, double trainedOnSamples, double trainedOnReal) {}

    /** Keeps a copy of the shares. */
    public Evaluation {
        shares = List.copyOf(shares);
        digitAccuracies = List.copyOf(digitAccuracies);
    }

    /** How many of the ten digits are drawn: those that at least one sample in a hundred is read as; 0 where none are read. */
    public int digitsDrawn() {
        return (int) shares.stream().filter(share -> share >= DRAWN).count();
    }

    /** The entropy of the shares in nats: 0 for a single digit, ln 10 = 2.303 for all digits equally often, NaN where none
     * are read. */
    public double entropy() {
        return shares.isEmpty()
                ? Double.NaN
                : shares.stream()
                        .mapToDouble(share -> share > 0 ? -share * Math.log(share) : 0)
                        .sum();
    }

    /** Everything as a table, with the baselines beside it. */
    @Override
    public String toString() {
        return new Table(this).toString();
    }

    /** An aligned table of at most 15 lines. */
    private static final class Table {
        private static final int NAME = 27; // columns

        private final Evaluation samples;
        private final List<Evaluation> columns = new ArrayList<>();

        Table(Evaluation samples) {
            this.samples = samples;
            columns.add(samples);
            samples.baselines.ifPresent(beside -> columns.addAll(List.of(beside.realTestImages, beside.pureNoise)));
        }

        @Override
        public String toString() {
            var lines = new ArrayList<String>();
            lines.add(title());
            lines.add(OneLine.of("%s, %,d samples, seed %d", samples.subject, samples.count, samples.seed));
            lines.add(head());
            lines.add(row(distance(), "%.2f", Evaluation::frechetDistance));
            if (readsDigits()) {
                addReadings(lines);
            }
            lines.add(row("coverage", "%.3f", Evaluation::coverage));
            lines.add(row(training("nearest"), "%.2f", column -> sameTraining(column, column.nearest)));
            lines.add(row(training("copies"), "%.3f", column -> sameTraining(column, column.copies)));
            if (readsDigits()) {
                addDigits(lines);
            }
            lines.add(note());
            return String.join("\n", lines);
        }

        private void addReadings(List<String> lines) {
            lines.add(row("classifier score, of 10", "%.2f", Evaluation::score));
            if (isConditional()) {
                lines.add(row("read as the digit asked for", "%.4f", Evaluation::conditionalAccuracy));
            } else {
                lines.add(row("digits drawn, of 10", "%.0f", Evaluation::digitsDrawn));
                lines.add(row("entropy of digits, of 2.303", "%.3f", Evaluation::entropy));
            }
            samples.classificationAccuracy.ifPresent(found -> lines.add(line(
                    "classifier trained on such",
                    List.of(format("%.4f", found.trainedOnSamples()), format("%.4f", found.trainedOnReal()), "-"))));
            lines.add(row("mean confidence", "%.3f", Evaluation::confidence));
        }

        private void addDigits(List<String> lines) {
            lines.add("digit    " + cells("%5d", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
            if (isConditional()) {
                lines.add("right, % " + percent(samples.digitAccuracies));
                samples.baselines.ifPresent(
                        beside -> lines.add("real, %  " + percent(beside.realTestImages.digitAccuracies)));
            } else {
                lines.add("share, % " + percent(samples.shares));
            }
        }

        /** Then what was asked for says more than how often each digit came. */
        private boolean isConditional() {
            return !samples.digitAccuracies.isEmpty();
        }

        private static String percent(List<Double> shares) {
            return cells("%5.1f", shares.stream().map(share -> 100 * share).toList());
        }

        private String title() {
            return format("%s %.2f", distance(), samples.frechetDistance)
                    + samples.baselines
                            .map(beside -> format(
                                    ", %s (%s: %.2f)",
                                    beside.classifier,
                                    readsDigits() ? "real test images" : "real images",
                                    beside.realTestImages.frechetDistance))
                            .orElse("");
        }

        private boolean readsDigits() {
            return !samples.shares.isEmpty();
        }

        private String distance() {
            return readsDigits() ? "classifier Fréchet distance" : "Fréchet distance";
        }

        private String head() {
            var names = List.of("samples", readsDigits() ? "real test" : "real", "pure noise");
            return line("", names.subList(0, columns.size()));
        }

        private String row(String name, String number, ToDoubleFunction<Evaluation> measure) {
            var values = columns.stream()
                    .map(column -> measure.applyAsDouble(column))
                    .map(value -> Double.isNaN(value) ? "-" : format(number, value))
                    .toList();
            return line(name, values);
        }

        private static String line(String name, List<String> cells) {
            return format("%-" + NAME + "s", name) + cells(" %10s", cells);
        }

        /** A baseline that was compared with other images says nothing beside these. */
        private double sameTraining(Evaluation column, double value) {
            return column.training.equals(samples.training) ? value : Double.NaN;
        }

        /** The name of a row that compares with images, cut where it is long. */
        private String training(String measure) {
            var name = samples.training
                    .map(images -> measure + (measure.equals("copies") ? " of " : " in ") + images)
                    .orElse(measure + ": images not at hand");
            return name.length() <= NAME ? name : name.substring(0, NAME - 3) + "...";
        }

        /** What must be known to read the numbers. */
        private String note() {
            if (samples.transposed) {
                return "Read far better with rows and columns exchanged: train on digits.transposed().";
            }
            if (!readsDigits()) {
                return "real: "
                        + samples.baselines
                                .map(beside -> beside.realTestImages.subject)
                                .orElse("")
                        + ". Does not compare with other references or sample counts.";
            }
            if (samples.subject.contains("synthetic")) {
                return "Trained on synthetic digits; does not compare with other classifiers.";
            }
            return otherThanMnist()
                    ? "Compared with MNIST, which this pair was not trained on: withReference(images) compares with others."
                    : "Does not compare with the numbers of other classifiers or sample counts.";
        }

        private boolean otherThanMnist() {
            return samples.subject.contains(" on ") && !samples.subject.matches("(?s).* on MNIST (train|test)");
        }

        private static String cells(String format, List<?> values) {
            return values.stream().map(value -> format(format, value)).collect(Collectors.joining());
        }

        private static String format(String format, Object... values) {
            return String.format(Locale.ROOT, format, values);
        }
    }
}
