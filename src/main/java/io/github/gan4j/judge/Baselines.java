package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.Once;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two evaluations that every other is read between, measured when the classifier was made. */
final class Baselines {
    static final String CLASSIFIER = "gan4j digits-1";
    static final String REAL = "real";
    static final String NOISE = "noise";

    /** What the library carries. */
    static final Once<Evaluation.Baselines> SHIPPED = new Once<>(() -> of(Resources.properties()));

    private Baselines() {}

    private static Evaluation.Baselines of(Properties properties) {
        return new Evaluation.Baselines(CLASSIFIER, read(properties, REAL), read(properties, NOISE));
    }

    /** Samples nearer to a training image than this are nearer than any of 1,000 real test images. */
    static double copyDistance() {
        return Double.parseDouble(Resources.properties().getProperty("copyDistance"));
    }

    static Evaluation read(Properties from, String baseline) {
        return new Evaluation(
                from.getProperty(baseline + ".subject"),
                0,
                (int) number(from, baseline, "count"),
                (long) number(from, baseline, "seed"),
                number(from, baseline, "frechetDistance"),
                number(from, baseline, "score"),
                numbers(from, baseline, "shares"),
                number(from, baseline, "confidence"),
                number(from, baseline, "coverage"),
                from.containsKey(baseline + ".conditionalAccuracy")
                        ? number(from, baseline, "conditionalAccuracy")
                        : Double.NaN,
                numbers(from, baseline, "digitAccuracies"),
                Optional.of(Dataset.MNIST.train().name()),
                number(from, baseline, "nearest"),
                number(from, baseline, "copies"),
                false,
                Optional.empty());
    }

    static void write(Evaluation evaluation, String baseline, Properties to) {
        to.setProperty(baseline + ".subject", evaluation.subject());
        to.setProperty(baseline + ".shares", words(evaluation.shares()));
        if (!evaluation.digitAccuracies().isEmpty()) {
            put(to, baseline, "conditionalAccuracy", evaluation.conditionalAccuracy());
            to.setProperty(baseline + ".digitAccuracies", words(evaluation.digitAccuracies()));
        }
        put(to, baseline, "count", evaluation.count());
        put(to, baseline, "seed", evaluation.seed());
        put(to, baseline, "frechetDistance", evaluation.frechetDistance());
        put(to, baseline, "score", evaluation.score());
        put(to, baseline, "confidence", evaluation.confidence());
        put(to, baseline, "coverage", evaluation.coverage());
        put(to, baseline, "nearest", evaluation.nearest());
        put(to, baseline, "copies", evaluation.copies());
    }

    private static String words(List<Double> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Some numbers; none where the line is not there. */
    private static List<Double> numbers(Properties from, String baseline, String name) {
        return Stream.of(from.getProperty(baseline + "." + name, "").split(" "))
                .filter(word -> !word.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    private static double number(Properties from, String baseline, String name) {
        return Double.parseDouble(from.getProperty(baseline + "." + name));
    }

    private static void put(Properties to, String baseline, String name, double value) {
        to.setProperty(baseline + "." + name, Double.toString(value));
    }
}
