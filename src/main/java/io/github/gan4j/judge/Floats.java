package io.github.gan4j.judge;

import java.nio.ByteBuffer;
import java.util.List;

/** Rows of numbers as the bytes of a resource: big-endian float32, one after the other. */
final class Floats {
    private Floats() {}

    static byte[] pack(List<float[]> rows) {
        int count = rows.stream().mapToInt(row -> row.length).sum();
        var buffer = ByteBuffer.allocate(count * Float.BYTES);
        for (var row : rows) {
            for (float value : row) {
                buffer.putFloat(value);
            }
        }
        return buffer.array();
    }

    /** Fills the rows in their order with what {@link #pack} made of such rows. */
    static void unpack(byte[] packed, List<float[]> rows) {
        var buffer = ByteBuffer.wrap(packed).asFloatBuffer();
        rows.forEach(buffer::get);
        if (buffer.hasRemaining()) {
            throw new IllegalStateException("the classifier's file holds more numbers than its network");
        }
    }
}
