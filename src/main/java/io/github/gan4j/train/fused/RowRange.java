package io.github.gan4j.train.fused;

/**
 * Some rows of a matrix, one for each image, or some images of a matrix that has a row for each pixel ({@link Signal}).
 *
 * @param matrix the whole
 * @param from the first row or image
 * @param count how many
 */
record RowRange(NativeMatrix matrix, int from, int count) {
    /** So many of them, from one on. */
    RowRange part(int first, int length) {
        return new RowRange(matrix, from + first, length);
    }
}
