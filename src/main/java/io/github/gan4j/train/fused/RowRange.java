package io.github.gan4j.train.fused;

/**
 * Some rows of a matrix.
 *
 * @param matrix the whole
 * @param from the first row
 * @param count how many
 */
record RowRange(NativeMatrix matrix, int from, int count) {}
