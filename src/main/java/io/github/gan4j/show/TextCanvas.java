package io.github.gan4j.show;

/** Where a text chart is drawn: Braille dots in colours, or plain letters. */
final class TextCanvas {
    private static final int[][] BRAILLE = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}; // [y][x] in a cell
    private static final String[] COLORS = {"\u001b[94m", "\u001b[91m", "\u001b[92m", "\u001b[93m"};
    private static final String RESET = "\u001b[0m";
    private static final String LETTERS = "o*+x";

    private final int columns;
    private final boolean plain;
    private final int[][] dots; // [row][column], the dots of a cell
    private final int[][] series; // [row][column], whose they are

    TextCanvas(int columns, int rows, boolean plain) {
        this.columns = columns;
        this.plain = plain;
        dots = new int[rows][columns];
        series = new int[rows][columns];
    }

    int columns() {
        return columns;
    }

    /** Dots across the whole width. */
    int across() {
        return plain ? columns : 2 * columns;
    }

    /** Dots down the whole height. */
    int down() {
        return plain ? dots.length : 4 * dots.length;
    }

    /** Sets the dots of one column between two rows, both included. */
    void column(int x, int top, int bottom, int owner) {
        for (int y = top; y <= bottom; y++) {
            int row = plain ? y : y / 4;
            int column = plain ? x : x / 2;
            dots[row][column] |= plain ? 1 : BRAILLE[y % 4][x % 2];
            series[row][column] = owner; // a cell has one colour, and the later series wins it
        }
    }

    String row(int row) {
        var text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            text.append(dots[row][column] == 0 ? " " : cell(dots[row][column], series[row][column]));
        }
        return text.toString().stripTrailing();
    }

    /** What the legend shows for a series. */
    String mark(int owner) {
        return cell(0xff, owner);
    }

    String axis() {
        return plain ? "|" : "│";
    }

    String tick() {
        return plain ? "+" : "┤";
    }

    String corner() {
        return plain ? "+" + "-".repeat(columns) : "└" + "─".repeat(columns);
    }

    private String cell(int bits, int owner) {
        return plain
                ? String.valueOf(LETTERS.charAt(owner % LETTERS.length()))
                : COLORS[owner % COLORS.length] + (char) (0x2800 + bits) + RESET;
    }
}
