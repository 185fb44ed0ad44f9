package io.github.gan4j.train.fused;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A matrix in native memory, row after row: BLAS works on it where it is, Java on copies of pieces of its rows. */
final class NativeMatrix {
    private final INDArray memory; // [rows, columns]; owns what the pointer and the buffer show
    private final int columns;
    private final FloatPointer pointer;
    private final FloatBuffer values;

    NativeMatrix(int rows, int columns) {
        this(Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'c'), columns);
    }

    /** What a DL4J network or a caller keeps in memory of their own, seen as rows of so many columns. */
    NativeMatrix(INDArray memory, int columns) {
        this.memory = memory;
        this.columns = columns;
        this.pointer = (FloatPointer) memory.data().addressPointer();
        this.values = new FloatPointer(pointer).capacity(memory.length()).asBuffer();
    }

    int columns() {
        return columns;
    }

    int rows() {
        return (int) (memory.length() / columns);
    }

    /** The part from an element on, for a matrix product. */
    Blas.Operand from(int row, int column) {
        return new Blas.Operand(pointer.getPointer((long) row * columns + column), columns, false);
    }

    /** The part from an element on, counted through all rows, as a matrix with rows that far apart. */
    Blas.Operand at(long element, int stride) {
        return new Blas.Operand(pointer.getPointer(element), stride, false);
    }

    /** Reads one number of each cache line, so that the memory brings many at once, and gives their sum. */
    float touch(int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i += 16) {
            sum += values.get(i);
        }
        return sum;
    }

    /** Copies elements, counted through all rows, into the start of the target. */
    void get(int from, float[] target, int count) {
        values.get(from, target, 0, count);
    }

    /** Copies elements likewise into the target, from an index on. */
    void get(int from, float[] target, int first, int count) {
        values.get(from, target, first, count);
    }

    /** Copies all rows of an array, in whatever order it keeps them, to the first columns of rows from the given one on. */
    void copy(INDArray source, int row) {
        var ordered = source.ordering() == 'c' && !source.isView() ? source : source.dup('c');
        var rows = new NativeMatrix(ordered, (int) ordered.size(1));
        int length = rows.columns == columns ? (int) ordered.length() : rows.columns;
        for (int from = 0, to = row * columns; from < ordered.length(); from += length, to += columns) {
            values.put(to, rows.values, from, length);
        }
    }

    /** Sets elements, counted through all rows, to 0. */
    void clear(int from, int count) {
        pointer.getPointer((long) from).capacity(count).fill(0);
    }

    /** Copies the start of the source to elements counted through all rows. */
    void put(int from, float[] source, int count) {
        values.put(from, source, 0, count);
    }

    /** Copies some of the source likewise. */
    void put(int from, float[] source, int first, int count) {
        values.put(from, source, first, count);
    }
}
