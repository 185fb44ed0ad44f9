package io.github.gan4j.data;

import io.github.gan4j.ImageShape;
import java.util.Arrays;
import java.util.List;

/** A picture of 28x28 that grows darker with the distance from the nearest stroke. */
final class Canvas {
    static final int SIDE = ImageShape.MNIST.width();
    static final int PIXELS = ImageShape.MNIST.pixels();
    private static final double BOX = 20; // MNIST's digits fill a box of 20x20
    private static final double CENTRE = SIDE / 2.0;

    private final double[] squaredDistances = new double[PIXELS];
    private final double[] ink = new double[PIXELS]; // 0..1
    private final double radius;

    /**
     * An empty picture.
     *
     * @param pen the width of the pen in pixels
     * @param softness how many pixels the ink runs out on either side of the pen's edge
     */
    Canvas(double pen, double softness, List<Line> lines) {
        radius = pen / 2;
        Arrays.fill(squaredDistances, Double.MAX_VALUE);
        double reach = radius + softness;
        fitted(lines, BOX - pen).forEach(line -> draw(line, reach));
        for (int i = 0; i < PIXELS; i++) {
            ink[i] = clamp((reach - Math.sqrt(squaredDistances[i])) / (2 * softness));
        }
    }

    /** The lines scaled to a square of that side in the middle of the picture. */
    private static List<Line> fitted(List<Line> lines, double side) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (var line : lines) {
            left = Math.min(left, Math.min(line.x0(), line.x1()));
            top = Math.min(top, Math.min(line.y0(), line.y1()));
            right = Math.max(right, Math.max(line.x0(), line.x1()));
            bottom = Math.max(bottom, Math.max(line.y0(), line.y1()));
        }
        double scale = side / Math.max(right - left, bottom - top);
        double dx = CENTRE - scale * (left + right) / 2;
        double dy = CENTRE - scale * (top + bottom) / 2;
        return lines.stream()
                .map(line -> new Line(
                        scale * line.x0() + dx, scale * line.y0() + dy, scale * line.x1() + dx, scale * line.y1() + dy))
                .toList();
    }

    private void draw(Line line, double reach) {
        int left = pixel(Math.min(line.x0(), line.x1()) - reach);
        int right = pixel(Math.max(line.x0(), line.x1()) + reach);
        int top = pixel(Math.min(line.y0(), line.y1()) - reach);
        int bottom = pixel(Math.max(line.y0(), line.y1()) + reach);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int at = y * SIDE + x;
                squaredDistances[at] = Math.min(squaredDistances[at], line.squaredDistance(x + 0.5, y + 0.5));
            }
        }
    }

    private static int pixel(double position) {
        return (int) Math.max(0, Math.min(SIDE - 1, Math.floor(position)));
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /**
     * Writes the picture with its centre of mass in the middle, as MNIST's digits are placed.
     *
     * @param gain what the ink is multiplied by, at least 1; more than white stays white
     */
    void copyTo(byte[] pixels, int offset, double gain) {
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int i = 0; i < PIXELS; i++) {
            mass += ink[i];
            massX += ink[i] * (i % SIDE + 0.5);
            massY += ink[i] * (i / SIDE + 0.5);
        }
        int right = (int) Math.floor(CENTRE - massX / mass + 0.5);
        int down = (int) Math.floor(CENTRE - massY / mass + 0.5);
        for (int i = 0; i < PIXELS; i++) {
            pixels[offset + i] = grey(inkAt(i % SIDE - right, i / SIDE - down) * gain);
        }
    }

    private double inkAt(int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : ink[y * SIDE + x];
    }

    private static byte grey(double ink) {
        return (byte) Math.min(255, (int) (ink * 255 + 0.5));
    }
}
