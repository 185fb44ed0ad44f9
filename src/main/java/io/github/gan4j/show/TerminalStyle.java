package io.github.gan4j.show;

/**
 * What a terminal can draw.
 *
 * @param columns its width in characters
 * @param allColors 24-bit colours instead of the 256 of xterm
 */
record TerminalStyle(Route route, int columns, boolean allColors) {
    /** The session's terminal now. */
    static TerminalStyle current(Route route) {
        var environment = System.getenv();
        return new TerminalStyle(route, Terminal.find().columns(environment), Route.hasAllColors(environment));
    }

    /** Whether it draws pixels rather than characters. */
    boolean hasPixels() {
        return route == Route.KITTY || route == Route.ITERM || route == Route.SIXEL;
    }
}
