package io.github.gan4j.train.fused;

/**
 * Rows of equal length in a matrix, that Java works on one after the other: some columns of a matrix's rows, or a stretch of
 * its memory cut into pieces.
 *
 * @param matrix whose memory it is
 * @param from where the first row begins, in floats
 * @param stride from row to row, in floats
 * @param count how many rows
 */
record Strip(NativeMatrix matrix, int from, int stride, int count) {
    /** Some columns of some rows. */
    static Strip columns(RowRange rows, int column) {
        int columns = rows.matrix().columns();
        return new Strip(rows.matrix(), rows.from() * columns + column, columns, rows.count());
    }

    /** So many of its rows, from one on. */
    Strip part(int first, int rows) {
        return new Strip(matrix, at(first), stride, rows);
    }

    /** Where a row begins, in floats. */
    int at(int row) {
        return from + row * stride;
    }

    void get(int row, float[] target) {
        matrix.get(at(row), target, target.length);
    }

    void put(int row, float[] source) {
        matrix.put(at(row), source, source.length);
    }
}
