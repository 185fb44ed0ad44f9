package io.github.gan4j.train.fused;

/**
 * Some images as a matrix: position after position, for each the images, for each the channels. A run of neighbouring
 * positions is then one matrix [positions * images, channels], without a copy.
 *
 * @param matrix where the images are
 * @param row the first one's
 * @param images how many
 * @param unfolded whether the matrix has a row for each channel and a column for each position and image
 */
record Signal(NativeMatrix matrix, int row, int images, boolean unfolded) {
    /** Images that follow others in one matrix, each of so many positions. */
    static Signal of(RowRange images, int positions) {
        return new Signal(images.matrix(), images.from() * positions, images.count(), false);
    }

    /** The matrix from a position on. */
    Blas.Operand at(int position) {
        return unfolded ? matrix.from(0, position * images).turned() : matrix.from(row + position * images, 0);
    }

    /** The same memory with a row for each position, from a column of it on: the images' channels. */
    Blas.Operand positions(int column) {
        int length = images * matrix.columns();
        return matrix.at((long) row * matrix.columns() + column, length);
    }

    /** Where an image's channels at a position begin, counted through all rows. */
    int element(int position, int image) {
        return (row + position * images + image) * matrix.columns();
    }

    /** Some positions as rows of lanes. */
    Strip strip(Lanes lanes, int from, int count) {
        int first = (row + from * images) * matrix.columns();
        return new Strip(matrix, first, lanes.length(), count * images / lanes.pixels());
    }

    /** Sets some positions to 0. */
    void clear(int from, int count) {
        matrix.clear((row + from * images) * matrix.columns(), count * images * matrix.columns());
    }
}
