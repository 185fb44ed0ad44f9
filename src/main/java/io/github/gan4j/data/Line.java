package io.github.gan4j.data;

/** A straight piece of a stroke, from one end to the other. */
record Line(double x0, double y0, double x1, double y1) {
    /** The square of the distance from a point to the nearest point of this line. */
    double squaredDistance(double x, double y) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length;
        double t = Math.max(0, Math.min(1, along));
        double ex = x - x0 - t * dx;
        double ey = y - y0 - t * dy;
        return ex * ex + ey * ey;
    }
}
