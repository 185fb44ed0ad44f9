package io.github.gan4j.internal;

import java.util.Locale;
import java.util.Optional;

/** Settings from outside the code: the system property {@code gan4j.x}, else the environment variable {@code GAN4J_X}. */
public final class Settings {
    private Settings() {}

    /**
     * The value of a setting, when there is one that is not blank.
     *
     * @param name the part behind {@code gan4j.}, for example {@code data} or {@code maxSteps}
     */
    public static Optional<String> get(String name) {
        var property = System.getProperty("gan4j." + name);
        var value = property != null ? property : System.getenv(variable(name));
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * A setting that switches something on.
     *
     * @throws IllegalArgumentException if the value is neither {@code true} nor {@code false}
     */
    public static boolean isOn(String name) {
        var value = get(name).orElse("false").toLowerCase(Locale.ROOT);
        Check.argument(
                value.equals("true") || value.equals("false"),
                "gan4j.%s: must be true or false, but got %s.%nSet it with -Dgan4j.%s=true or %s=true.",
                name,
                value,
                name,
                variable(name));
        return value.equals("true");
    }

    /**
     * A setting that is a whole number of at least 1.
     *
     * @throws IllegalArgumentException if the value is anything else
     */
    public static Optional<Integer> positive(String name) {
        return get(name).map(text -> parsePositive(name, text));
    }

    private static int parsePositive(String name, String text) {
        try {
            var number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the message below says what was found
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "gan4j.%s: must be a whole number of at least 1, but got %s.%nSet it with -Dgan4j.%s=100 or %s=100.",
                name,
                text,
                name,
                variable(name)));
    }

    private static String variable(String name) {
        return "GAN4J_" + name.toUpperCase(Locale.ROOT);
    }
}
