package io.github.gan4j.show;

import java.awt.image.BufferedImage;
import java.util.TreeSet;

/**
 * Pictures as sixels: bands of six rows, each drawn once per colour.
 *
 * <p>Source: DEC, "VT330/VT340 Programmer Reference Manual", volume 2, chapter 14. Colours are reduced to xterm's 256.
 */
final class Sixel {
    private Sixel() {}

    static String encode(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var text = new StringBuilder("\u001bP0;1;0q\"1;1;" + width + ";" + height);
        var colors = colors(Pixels.atMost(picture, width));
        palette(text, colors);
        for (int top = 0; top < height; top += 6) {
            band(text, colors, top);
        }
        return text.append("\u001b\\\n").toString();
    }

    private static int[][] colors(int[][] pixels) {
        for (var row : pixels) {
            for (int x = 0; x < row.length; x++) {
                row[x] = HalfBlocks.xterm(row[x]);
            }
        }
        return pixels;
    }

    private static void palette(StringBuilder text, int[][] colors) {
        for (int color : used(colors, 0, colors.length)) {
            int rgb = rgb(color);
            text.append('#').append(color).append(";2");
            for (int shift = 16; shift >= 0; shift -= 8) {
                text.append(';').append(percent(rgb >> shift & 255));
            }
        }
    }

    private static void band(StringBuilder text, int[][] colors, int top) {
        for (int color : used(colors, top, Math.min(top + 6, colors.length))) {
            text.append('#').append(color);
            runs(text, colors, top, color);
            text.append('$'); // back to the left for the next colour
        }
        text.append('-');
    }

    private static void runs(StringBuilder text, int[][] colors, int top, int color) {
        int width = colors[top].length;
        for (int x = 0; x < width; ) {
            int bits = bits(colors, x, top, color);
            int from = x;
            while (x < width && bits(colors, x, top, color) == bits) {
                x++;
            }
            text.append(x - from > 3 ? "!" + (x - from) : "")
                    .append(Character.toString(63 + bits).repeat(x - from > 3 ? 1 : x - from));
        }
    }

    private static int bits(int[][] colors, int x, int top, int color) {
        int bits = 0;
        for (int i = 0; i < 6 && top + i < colors.length; i++) {
            bits |= colors[top + i][x] == color ? 1 << i : 0;
        }
        return bits;
    }

    private static TreeSet<Integer> used(int[][] colors, int from, int to) {
        var used = new TreeSet<Integer>();
        for (int y = from; y < to; y++) {
            for (int color : colors[y]) {
                used.add(color);
            }
        }
        return used;
    }

    private static int rgb(int color) {
        if (color >= 232) {
            return (8 + (color - 232) * 10) * 0x010101;
        }
        return level((color - 16) / 36) << 16 | level((color - 16) / 6 % 6) << 8 | level((color - 16) % 6);
    }

    private static int level(int index) {
        return index == 0 ? 0 : 55 + 40 * index;
    }

    private static int percent(int value) {
        return (value * 100 + 127) / 255;
    }
}
