package io.github.gan4j.internal;

import java.util.Locale;

/** The one place where messages about wrong arguments and wrong order of use are thrown. */
public final class Check {
    private Check() {}

    /**
     * Throws unless the rule holds.
     *
     * @param message the rule, the value found and a repair, as a format of {@link String#format}
     * @throws IllegalArgumentException if the rule does not hold
     */
    public static void argument(boolean holds, String message, Object... details) {
        if (!holds) {
            throw new IllegalArgumentException(format(message, details));
        }
    }

    /**
     * Throws unless things were done in order.
     *
     * @param message the rule, what was found and a repair, as a format of {@link String#format}
     * @throws IllegalStateException if the rule does not hold
     */
    public static void state(boolean holds, String message, Object... details) {
        if (!holds) {
            throw new IllegalStateException(format(message, details));
        }
    }

    private static String format(String message, Object... details) {
        return String.format(Locale.ROOT, message, details);
    }
}
