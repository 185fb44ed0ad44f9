package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.Once;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

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
        var shares = Arrays.stream(from.getProperty(baseline + ".shares").split(" "))
                .map(Double::valueOf)
                .toList();
        return new Evaluation(
                from.getProperty(baseline + ".subject"),
                0,
                (int) number(from, baseline, "count"),
                (long) number(from, baseline, "seed"),
                number(from, baseline, "frechetDistance"),
                number(from, baseline, "score"),
                shares,
                number(from, baseline, "confidence"),
                number(from, baseline, "coverage"),
                Optional.of(Dataset.MNIST.train().name()),
                number(from, baseline, "nearest"),
                number(from, baseline, "copies"),
                false,
                Optional.empty());
    }

    static void write(Evaluation evaluation, String baseline, Properties to) {
        var shares = evaluation.shares().stream().map(Object::toString).collect(Collectors.joining(" "));
        to.setProperty(baseline + ".subject", evaluation.subject());
        to.setProperty(baseline + ".shares", shares);
        put(to, baseline, "count", evaluation.count());
        put(to, baseline, "seed", evaluation.seed());
        put(to, baseline, "frechetDistance", evaluation.frechetDistance());
        put(to, baseline, "score", evaluation.score());
        put(to, baseline, "confidence", evaluation.confidence());
        put(to, baseline, "coverage", evaluation.coverage());
        put(to, baseline, "nearest", evaluation.nearest());
        put(to, baseline, "copies", evaluation.copies());
    }

    private static double number(Properties from, String baseline, String name) {
        return Double.parseDouble(from.getProperty(baseline + "." + name));
    }

    private static void put(Properties to, String baseline, String name, double value) {
        to.setProperty(baseline + "." + name, Double.toString(value));
    }
}
