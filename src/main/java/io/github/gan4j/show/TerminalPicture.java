package io.github.gan4j.show;

import java.awt.image.BufferedImage;

/** Pictures as what a terminal draws. */
final class TerminalPicture {
    private static final String RAMP = " .:-=+*#%@"; // dark to light, for light text on a dark ground
    private static final int CHUNK = 4096; // kitty's limit for one piece
    private static final String ESCAPE = "\u001b";

    private TerminalPicture() {}

    /** The escape sequence or the characters that draw a picture, with the line end behind it. */
    static String of(BufferedImage picture, TerminalStyle style) {
        return switch (style.medium()) {
            case KITTY -> kitty(picture);
            case ITERM -> iterm(picture);
            case SIXEL -> Sixel.encode(Pixels.forScreen(picture));
            case BLOCKS -> HalfBlocks.encode(Pixels.atMost(picture, style.columns()), style.allColors());
            case ASCII -> ascii(picture, style.columns());
            case KERNEL, FILE -> throw new IllegalStateException(style.medium() + " is no terminal");
        };
    }

    /** Source: the "terminal graphics protocol" in kitty's documentation. */
    private static String kitty(BufferedImage picture) {
        var data = Png.base64(Pixels.forScreen(picture));
        var text = new StringBuilder();
        for (int from = 0; from < data.length(); from += CHUNK) {
            int to = Math.min(data.length(), from + CHUNK);
            var head = (from == 0 ? "a=T,f=100,q=2," : "") + "m=" + (to < data.length() ? 1 : 0);
            text.append(ESCAPE)
                    .append("_G")
                    .append(head)
                    .append(';')
                    .append(data, from, to)
                    .append(ESCAPE)
                    .append('\\');
        }
        return text.append('\n').toString();
    }

    /** Source: "inline images protocol" in iTerm2's documentation. */
    private static String iterm(BufferedImage picture) {
        var larger = Pixels.forScreen(picture);
        return ESCAPE + "]1337;File=inline=1;width=" + larger.getWidth() + "px:" + Png.base64(larger) + "\u0007\n";
    }

    /** A character cell is twice as high as wide, so one character stands for two rows. */
    private static String ascii(BufferedImage picture, int columns) {
        var colors = Pixels.atMost(picture, columns);
        var text = new StringBuilder();
        for (int y = 0; y < colors.length; y += 2) {
            var lower = colors[Math.min(y + 1, colors.length - 1)];
            for (int x = 0; x < lower.length; x++) {
                int grey = (Pixels.grey(colors[y][x]) + Pixels.grey(lower[x])) / 2;
                text.append(RAMP.charAt(grey * (RAMP.length() - 1) / 255));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
