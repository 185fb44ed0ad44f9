package io.github.gan4j.show;

/**
 * What a terminal can draw.
 *
 * @param columns its width in characters
 * @param allColors 24-bit colours instead of the 256 of xterm
 */
record TerminalStyle(Medium medium, int columns, boolean allColors) {
    /** The session's terminal now. */
    static TerminalStyle current(Medium medium) {
        var environment = System.getenv();
        return new TerminalStyle(medium, Terminal.find().columns(environment), Medium.hasAllColors(environment));
    }

    /** Whether it draws pixels rather than characters. */
    boolean hasPixels() {
        return medium == Medium.KITTY || medium == Medium.ITERM || medium == Medium.SIXEL;
    }
}
