package io.github.gan4j.train.fused;

/**
 * How the window of a convolution with 'same' padding goes over a plane: a position of the small side meets those of the
 * large one from {@code stride * position - before} on. A transposed convolution is the same meeting the other way round.
 *
 * @param height rows of the window
 * @param width columns of the window
 * @param stride how far the window moves
 */
record Kernel(int height, int width, int stride) {
    int taps() {
        return height * width;
    }

    /** The small side of so many rows or columns. */
    int small(int large) {
        return (large + stride - 1) / stride;
    }

    /** Rows of padding above, as Keras and DL4J put them: half of what is missing, rounded down. */
    int above(Plane small, Plane large) {
        return before(small.height(), large.height(), height);
    }

    /** Columns of padding on the left. */
    int left(Plane small, Plane large) {
        return before(small.width(), large.width(), width);
    }

    private int before(int small, int large, int window) {
        return Math.max((small - 1) * stride + window - large, 0) / 2;
    }
}
