package io.github.gan4j.train.fused;

/**
 * The positions of an image and the order in which memory keeps them.
 *
 * <p>A stride of 2 meets every second position only. So that these are neighbours in memory, the large side of such a
 * layer is kept in phases: even rows and columns first, then even rows and odd columns, and so on; a phase is a plane of
 * half the size, which can be in phases itself.
 *
 * @param height rows
 * @param width columns
 * @param depth how many times the plane is split into phases; 0 is row after row
 */
record Plane(int height, int width, int depth) {
    int size() {
        return height * width;
    }

    /** Where memory keeps a position. */
    int index(int y, int x) {
        if (depth == 0) {
            return y * width + x;
        }
        var phase = phase(y % 2, x % 2);
        return start(y % 2, x % 2) + phase.index(y / 2, x / 2);
    }

    /** The place in memory of each position, counted row after row. */
    int[] indices() {
        var indices = new int[size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = index(i / width, i % width);
        }
        return indices;
    }

    /** The length of a row in the largest phase: so many positions stay together. */
    int rowLength() {
        return depth == 0 ? width : phase(0, 0).rowLength();
    }

    private Plane phase(int oddRows, int oddColumns) {
        return new Plane((height + 1 - oddRows) / 2, (width + 1 - oddColumns) / 2, depth - 1);
    }

    private int start(int oddRows, int oddColumns) {
        int above = oddRows * phase(0, 0).height() * width;
        return above + oddColumns * phase(oddRows, 0).size();
    }
}
