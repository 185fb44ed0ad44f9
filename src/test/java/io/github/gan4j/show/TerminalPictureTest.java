package io.github.gan4j.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalPictureTest {
    /** Grey levels that all lie in the palette of 256 colours, so that every way keeps them. */
    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, (8 + (x * 7 + y * 3) % 24 * 10) * 0x010101);
            }
        }
        return picture;
    }

    private static String draw(BufferedImage picture, Medium medium, int columns, boolean allColors) {
        return TerminalPicture.of(picture, new TerminalStyle(medium, columns, allColors));
    }

    private static int[] colors(BufferedImage picture) {
        int[] rgb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(rgb).map(color -> color & 0xffffff).toArray();
    }

    /** What a terminal makes of half blocks, [rows * columns]. */
    private static int[] halfBlocks(String text) {
        var pixels = new ArrayList<Integer>();
        for (var line : text.split("\n")) {
            var lower = new ArrayList<Integer>();
            var cells = Pattern.compile("\u001b\\[38;(2;\\d+;\\d+;\\d+|5;\\d+);48;(2;\\d+;\\d+;\\d+|5;\\d+)m|▀")
                    .matcher(line);
            MatchResult colors = null;
            while (cells.find()) {
                colors = cells.group(1) != null ? cells.toMatchResult() : colors;
                if (cells.group(1) == null) {
                    pixels.add(color(colors.group(1)));
                    lower.add(color(colors.group(2)));
                }
            }
            pixels.addAll(lower);
        }
        return pixels.stream().mapToInt(pixel -> pixel).toArray();
    }

    private static int color(String code) {
        var parts = Arrays.stream(code.split(";")).mapToInt(Integer::parseInt).toArray();
        return parts[0] == 2 ? parts[1] << 16 | parts[2] << 8 | parts[3] : (8 + (parts[1] - 232) * 10) * 0x010101;
    }

    @Test
    void halfBlocksOf24BitsAreThePicture() {
        var picture = picture(20, 12);
        assertArrayEquals(colors(picture), halfBlocks(draw(picture, Medium.BLOCKS, 80, true)));
    }

    @Test
    void halfBlocksOf256ColoursAreThePicture() {
        var picture = picture(20, 12);
        assertArrayEquals(colors(picture), halfBlocks(draw(picture, Medium.BLOCKS, 80, false)));
    }

    @Test
    void nearestOf256ColoursIsTaken() {
        assertEquals(16, HalfBlocks.xterm(0x000000));
        assertEquals(231, HalfBlocks.xterm(0xffffff));
        assertEquals(196, HalfBlocks.xterm(0xff0000));
        assertEquals(21, HalfBlocks.xterm(0x0000ff));
        assertEquals(244, HalfBlocks.xterm(0x808080));
    }

    @Test
    void isScaledToTheTerminal() {
        var lines = draw(picture(112, 112), Medium.BLOCKS, 56, true).split("\n");
        assertEquals(28, lines.length);
        assertEquals(56, lines[0].chars().filter(c -> c == '▀').count());
    }

    @Test
    void scalingTakesTheMean() {
        var picture = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xffffff);
        assertArrayEquals(new int[][] {{0x404040, 0}}, Pixels.atMost(picture, 2));
    }

    @Test
    void asciiIsDarkToLight() {
        var picture = new BufferedImage(2, 4, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setSamples(0, 2, 2, 2, 0, new int[] {255, 255, 255, 255});
        assertEquals("  \n@@\n", draw(picture, Medium.ASCII, 80, false));
    }

    @Test
    void kittysPiecesAreThePng() throws IOException {
        var picture = new BufferedImage(300, 250, BufferedImage.TYPE_INT_RGB);
        var noise = new Random(1).ints(300 * 250, 0, 0x1000000).toArray(); // which PNG cannot make smaller
        picture.setRGB(0, 0, 300, 250, noise, 0, 300);
        var pieces = Pattern.compile("\u001b_G([^;]*);([^\u001b]*)\u001b\\\\")
                .matcher(draw(picture, Medium.KITTY, 80, true))
                .results()
                .toList();
        assertTrue(pieces.size() > 1, "large enough for two pieces");
        assertTrue(pieces.get(0).group(1).startsWith("a=T,f=100,"));
        for (int i = 0; i < pieces.size(); i++) {
            assertTrue(pieces.get(i).group(1).endsWith(i < pieces.size() - 1 ? "m=1" : "m=0"));
            assertTrue(pieces.get(i).group(2).length() <= 4096);
        }
        var png = pieces.stream().map(piece -> piece.group(2)).collect(Collectors.joining());
        assertArrayEquals(colors(picture), colors(decode(png)));
    }

    @Test
    void itermsFileIsThePng() throws IOException {
        var picture = picture(500, 40);
        var text = draw(picture, Medium.ITERM, 80, true);
        assertTrue(text.startsWith("\u001b]1337;File=inline=1;")
                && text.stripTrailing().endsWith("\u0007"));
        var png = text.substring(text.indexOf(':') + 1, text.indexOf('\u0007'));
        assertArrayEquals(colors(picture), colors(decode(png)));
    }

    /** In Egypt Java writes %d with other digits than a terminal reads. */
    @ParameterizedTest
    @EnumSource(
            value = Medium.class,
            names = {"KITTY", "ITERM", "SIXEL", "BLOCKS", "ASCII"})
    void doesNotDependOnTheUsersLanguage(Medium medium) {
        var expected = draw(picture(50, 13), medium, 80, true);
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertEquals(expected, draw(picture(50, 13), medium, 80, true));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sixelsAreThePicture() {
        var picture = picture(500, 13);
        var text = draw(picture, Medium.SIXEL, 80, true);
        assertTrue(text.startsWith("\u001bP0;1;0q\"1;1;500;13"));
        assertTrue(text.endsWith("\u001b\\\n"));
        assertArrayEquals(colors(picture), sixels(text, 500, 13));
    }

    /** What a VT340 makes of sixels. */
    private static int[] sixels(String text, int width, int height) {
        var pixels = new int[width * height];
        var palette = new int[256];
        int x = 0, top = 0, color = 0;
        var tokens = Pattern.compile("#(\\d+);2;(\\d+);\\d+;\\d+|#(\\d+)|!(\\d+)(.)|([?-~])|([$-])")
                .matcher(text.substring(text.indexOf("500;13") + 6));
        while (tokens.find()) {
            if (tokens.group(2) != null) {
                int level = Math.round(Integer.parseInt(tokens.group(2)) * 2.55f);
                palette[Integer.parseInt(tokens.group(1))] = (8 + Math.round((level - 8) / 10f) * 10) * 0x010101;
            } else if (tokens.group(3) != null) {
                color = Integer.parseInt(tokens.group(3));
            } else if (tokens.group(7) != null) {
                x = 0;
                top += tokens.group(7).equals("-") ? 6 : 0;
            } else {
                int times = tokens.group(4) == null ? 1 : Integer.parseInt(tokens.group(4));
                int bits = (tokens.group(4) == null ? tokens.group(6) : tokens.group(5)).charAt(0) - 63;
                for (; times > 0 && x < width; times--, x++) {
                    for (int i = 0; i < 6 && top + i < height; i++) {
                        if ((bits >> i & 1) == 1) {
                            pixels[(top + i) * width + x] = palette[color];
                        }
                    }
                }
            }
        }
        return pixels;
    }

    private static BufferedImage decode(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    @Test
    void smallPicturesAreEnlargedWithEveryPixelKept() {
        var larger = Pixels.forScreen(picture(112, 112));
        assertEquals(List.of(448, 448), List.of(larger.getWidth(), larger.getHeight()));
        assertEquals(picture(112, 112).getRGB(111, 55), larger.getRGB(444, 220));
    }
}
