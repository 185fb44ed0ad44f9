package io.github.gan4j.data;

import io.github.gan4j.data.Skeletons.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An unsteady hand: it follows a skeleton with shaking control points, in its own aspect, slant and warp.
 *
 * <p>Only {@code + - * /}, so that every Java platform gets the same bits; for the same reason a normal variate is a sum
 * of twelve uniform ones.
 */
final class StrokeDistortion {
    private static final double SHAKE = 0.036; // of the box
    private static final double BEND = 0.03;
    private static final double WARP = 0.09;
    private static final int PIECES = 10; // straight pieces of a curve

    private final RandomGenerator random;
    private final double aspect;
    private final double slant;
    private final double turn; // sine of a small angle
    private final double[] warp = new double[8];
    private final List<Line> lines = new ArrayList<>();
    private double penX;
    private double penY;

    StrokeDistortion(int digit, RandomGenerator random) {
        this.random = random;
        aspect = digit == 1 ? 1 : Math.max(0.45, 0.78 + 0.16 * normal());
        slant = 0.18 + 0.26 * normal();
        turn = 0.09 * normal();
        for (int i = 0; i < warp.length; i++) {
            warp[i] = WARP * normal();
        }
    }

    /** The straight pieces of what the hand draws. */
    List<Line> draw(List<Move> skeleton) {
        for (var move : skeleton) {
            draw(move.command(), shaken(move.points()));
        }
        return lines;
    }

    private double[] shaken(double[] points) {
        var shaken = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            shaken[i] = points[i] + SHAKE * normal();
        }
        return shaken;
    }

    private void draw(char command, double[] p) {
        switch (command) {
            case 'M' -> moveTo(p[0], p[1]);
            case 'L' -> quadratic(middle(penX, p[0]), middle(penY, p[1]), p[0], p[1]); // nobody draws straight
            case 'Q' -> quadratic(p[0], p[1], p[2], p[3]);
            default -> cubic(p[0], p[1], p[2], p[3], p[4], p[5]);
        }
    }

    private double middle(double from, double to) {
        return (from + to) / 2 + BEND * normal();
    }

    private void moveTo(double x, double y) {
        penX = x;
        penY = y;
    }

    /** A quadratic curve is a cubic one whose inner control points lie at two thirds. */
    private void quadratic(double cx, double cy, double x, double y) {
        double thirds = 2.0 / 3;
        cubic(
                penX + thirds * (cx - penX),
                penY + thirds * (cy - penY),
                x + thirds * (cx - x),
                y + thirds * (cy - y),
                x,
                y);
    }

    private void cubic(double ax, double ay, double bx, double by, double x, double y) {
        double startX = penX;
        double startY = penY;
        for (int i = 1; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            lineTo(bezier(startX, ax, bx, x, t), bezier(startY, ay, by, y, t));
        }
    }

    private static double bezier(double a, double b, double c, double d, double t) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    private void lineTo(double x, double y) {
        double fromX = warpedX(penX - 0.5, penY - 0.5);
        double fromY = warpedY(penX - 0.5, penY - 0.5);
        moveTo(x, y);
        double toX = warpedX(x - 0.5, y - 0.5);
        double toY = warpedY(x - 0.5, y - 0.5);
        lines.add(new Line(slantedX(fromX, fromY), slantedY(fromX, fromY), slantedX(toX, toY), slantedY(toX, toY)));
    }

    private double warpedX(double x, double y) {
        return x + warp[0] * 2 * x * y + warp[1] * y * y + warp[2] * x * x + warp[3] * 2 * x * x * y;
    }

    private double warpedY(double x, double y) {
        return y + warp[4] * 2 * x * y + warp[5] * y * y + warp[6] * x * x + warp[7] * 2 * x * y * y;
    }

    private double slantedX(double x, double y) {
        return aspect * cosine() * x - (slant + turn) * y;
    }

    private double slantedY(double x, double y) {
        return aspect * turn * x + cosine() * y;
    }

    private double cosine() {
        return 1 - turn * turn / 2;
    }

    /** Roughly N(0, 1), and never beyond 6. */
    private double normal() {
        return normal(random);
    }

    static double normal(RandomGenerator random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
