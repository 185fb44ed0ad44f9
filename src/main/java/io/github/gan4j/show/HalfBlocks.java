package io.github.gan4j.show;

/** Pictures of upper half blocks: the text colour is the upper pixel, the ground the lower one. */
final class HalfBlocks {
    private static final String RESET = "\u001b[0m\n";

    private HalfBlocks() {}

    /**
     * The text that draws the colours.
     *
     * @param colors red, green and blue, [height][width]
     * @param allColors 24-bit colours instead of the 256 of xterm
     */
    static String encode(int[][] colors, boolean allColors) {
        var text = new StringBuilder();
        for (int y = 0; y < colors.length; y += 2) {
            row(text, colors[y], y + 1 < colors.length ? colors[y + 1] : new int[colors[y].length], allColors);
        }
        return text.toString();
    }

    /** The colour among xterm's 256 that is nearest: a cube of 6x6x6 from 16 on, a grey ramp of 24 from 232 on. */
    static int xterm(int color) {
        int red = color >> 16 & 255;
        int green = color >> 8 & 255;
        int blue = color & 255;
        if (red == green && green == blue) {
            return red < 4 ? 16 : red > 246 ? 231 : 232 + Math.min(23, Math.max(0, (red - 3) / 10));
        }
        return 16 + 36 * cube(red) + 6 * cube(green) + cube(blue);
    }

    private static void row(StringBuilder text, int[] upper, int[] lower, boolean allColors) {
        String last = "";
        for (int x = 0; x < upper.length; x++) {
            var code = "\u001b[38;" + code(upper[x], allColors) + ";48;" + code(lower[x], allColors) + "m";
            text.append(code.equals(last) ? "" : code).append('▀');
            last = code;
        }
        text.append(RESET);
    }

    private static String code(int color, boolean allColors) {
        return allColors
                ? "2;" + (color >> 16 & 255) + ";" + (color >> 8 & 255) + ";" + (color & 255)
                : "5;" + xterm(color);
    }

    /** The cube's levels are 0, 95, 135, 175, 215 and 255. */
    private static int cube(int value) {
        return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
    }
}
