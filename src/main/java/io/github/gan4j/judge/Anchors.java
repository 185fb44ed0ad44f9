package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/** The two evaluations that every other is read between: the floor and the ceiling, measured when the classifier was made. */
public final class Anchors {
    static final String CLASSIFIER = "gan4j digits-1";
    static final String REAL = "real";
    static final String NOISE = "noise";

    private Anchors() {}

    /** MNIST's 10,000 test images: what a perfect generator would get. */
    public static Evaluation realTestImages() {
        return read(Shipped.properties(), REAL);
    }

    /** 10,000 images whose pixels are evenly random. */
    public static Evaluation pureNoise() {
        return read(Shipped.properties(), NOISE);
    }

    /** Samples nearer to a training image than this are nearer than any of 1,000 real test images. */
    static double copyDistance() {
        return Double.parseDouble(Shipped.properties().getProperty("copyDistance"));
    }

    static Evaluation read(Properties from, String anchor) {
        var shares = Arrays.stream(from.getProperty(anchor + ".shares").split(" "))
                .map(Double::valueOf)
                .toList();
        return new Evaluation(
                from.getProperty(anchor + ".subject"),
                0,
                (int) number(from, anchor, "count"),
                (long) number(from, anchor, "seed"),
                number(from, anchor, "frechetDistance"),
                number(from, anchor, "score"),
                shares,
                number(from, anchor, "confidence"),
                number(from, anchor, "coverage"),
                number(from, anchor, "nearest"),
                number(from, anchor, "copies"));
    }

    static void write(Evaluation evaluation, String anchor, Properties to) {
        var shares = evaluation.shares().stream().map(Object::toString).collect(Collectors.joining(" "));
        to.setProperty(anchor + ".subject", evaluation.subject());
        to.setProperty(anchor + ".shares", shares);
        put(to, anchor, "count", evaluation.count());
        put(to, anchor, "seed", evaluation.seed());
        put(to, anchor, "frechetDistance", evaluation.frechetDistance());
        put(to, anchor, "score", evaluation.score());
        put(to, anchor, "confidence", evaluation.confidence());
        put(to, anchor, "coverage", evaluation.coverage());
        put(to, anchor, "nearest", evaluation.nearest());
        put(to, anchor, "copies", evaluation.copies());
    }

    private static double number(Properties from, String anchor, String name) {
        return Double.parseDouble(from.getProperty(anchor + "." + name));
    }

    private static void put(Properties to, String anchor, String name, double value) {
        to.setProperty(anchor + "." + name, Double.toString(value));
    }
}
