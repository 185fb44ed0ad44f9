package io.github.gan4j.show;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways on which a picture reaches the user. */
enum Medium {
    /** Inline in a notebook. */
    KERNEL,
    /** The graphics protocol of kitty and Ghostty. */
    KITTY,
    /** The inline images of iTerm2 and WezTerm. */
    ITERM,
    /** The graphics of DEC's VT340, by setting only: no terminal names it in its environment. */
    SIXEL,
    /** Half blocks: every character cell is two pixels. */
    BLOCKS,
    /** Characters of different darkness. */
    ASCII,
    /** A file whose path is printed. */
    FILE;

    /** The way that a setting names. */
    static Medium named(String name) {
        return Arrays.stream(values())
                .filter(medium -> medium.setting().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("gan4j.show: must be one of " + names() + ", but got "
                        + name + ".\nSet it with -Dgan4j.show=blocks or GAN4J_SHOW=blocks, or leave it away."));
    }

    /** What suits where the session runs. */
    static Medium detect(
            boolean isKernel, boolean isWatchedTerminal, boolean isUnicode, Map<String, String> environment) {
        if (isKernel) {
            return KERNEL;
        }
        if (!isWatchedTerminal) {
            return FILE;
        }
        boolean noColor = !environment.getOrDefault("NO_COLOR", "").isEmpty(); // whatever it says: no-color.org
        if (noColor || Terminal.isDumb(environment)) {
            return ASCII;
        }
        return graphics(environment).orElse(isUnicode && hasColors(environment) ? BLOCKS : ASCII);
    }

    /** Whether the terminal shows 24-bit colours; otherwise it gets the 256 of xterm. */
    static boolean hasAllColors(Map<String, String> environment) {
        var term = environment.getOrDefault("TERM", "");
        boolean isNamed = environment.getOrDefault("COLORTERM", "").matches("truecolor|24bit");
        return isNamed || environment.containsKey("WT_SESSION") || !term.contains("256color");
    }

    private static Optional<Medium> graphics(Map<String, String> environment) {
        var term = environment.getOrDefault("TERM", "");
        if (environment.containsKey("TMUX") || term.startsWith("screen")) {
            return Optional.empty(); // it keeps cells, and swallows pictures
        }
        if (environment.containsKey("KITTY_WINDOW_ID") || term.matches("xterm-(kitty|ghostty)")) {
            return Optional.of(KITTY);
        }
        boolean isInline = environment.getOrDefault("TERM_PROGRAM", "").matches("iTerm\\.app|WezTerm");
        return isInline ? Optional.of(ITERM) : Optional.empty();
    }

    private static boolean hasColors(Map<String, String> environment) {
        var term = environment.getOrDefault("TERM", "");
        return term.contains("256color")
                || environment.containsKey("WT_SESSION")
                || environment.getOrDefault("COLORTERM", "").matches("truecolor|24bit");
    }

    private String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String names() {
        return Arrays.stream(values()).map(Medium::setting).collect(Collectors.joining(", "));
    }
}
