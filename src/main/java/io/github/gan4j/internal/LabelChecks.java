package io.github.gan4j.internal;

import java.util.List;
import java.util.Locale;

/** What labels must be, wherever a conditional pair takes them. */
public final class LabelChecks {
    private static final int DIGITS = 10;

    private LabelChecks() {}

    /**
     * Checks that each label is one of so many classes.
     *
     * @param verb what the user called
     * @param repair a line to write instead
     * @throws IllegalArgumentException if one is not
     */
    public static void inRange(String verb, List<Integer> labels, int classes, String repair) {
        for (int label : labels) {
            Check.argument(
                    label >= 0 && label < classes,
                    "%s: labels must be 0 to %d for a pair of %d classes, but got %d.%n%s",
                    verb,
                    classes - 1,
                    classes,
                    label,
                    repair);
        }
    }

    /**
     * Checks that a pair is a conditional one.
     *
     * @param verb what the user called
     * @throws IllegalArgumentException if it has no classes
     */
    public static void requireClasses(String verb, int classes) {
        Check.argument(
                classes > 0,
                "%s: only a conditional pair takes labels, but this one was built without classes.%n%s",
                verb,
                building(DIGITS));
    }

    /** How a pair of so many classes is built. */
    public static String building(int classes) {
        return String.format(
                Locale.ROOT,
                "Build both networks with classes: var options = NetworkOptions.defaults().withClasses(%d);"
                        + " gan = buildGan(buildGenerator(options), buildDiscriminator(options)).",
                classes);
    }
}
