package io.github.gan4j.internal;

import java.util.Locale;

/** A line short enough for JShell, which cuts the value of a variable at 80 characters, in the middle. */
public final class OneLine {
    private static final int MAX_LENGTH = 80;
    private static final String CUT = "...";

    private OneLine() {}

    /** A name from outside, without control characters, which would tear a line or a terminal. */
    public static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    /** A format of {@link String#format} filled in; what goes beyond 80 characters is left out at the end. */
    public static String of(String format, Object... details) {
        var line = String.format(Locale.ROOT, format, details);
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - CUT.length()) + CUT;
    }
}
