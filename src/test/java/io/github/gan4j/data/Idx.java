package io.github.gan4j.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** IDX files for tests. */
final class Idx {
    private Idx() {}

    /** A right file of that many images, each filled with its number. */
    static byte[] images(int count) {
        var file = ByteBuffer.allocate(16 + count * 784).put(imagesHeader(count));
        for (int i = 0; i < count * 784; i++) {
            file.put((byte) (i / 784));
        }
        return file.array();
    }

    /** A right file of that many labels: 0, 1, 2, ... */
    static byte[] labels(int count) {
        var file = ByteBuffer.allocate(8 + count).putInt(2049).putInt(count);
        for (int i = 0; i < count; i++) {
            file.put((byte) i);
        }
        return file.array();
    }

    static byte[] imagesHeader(int count) {
        return header(2051, count, 28, 28);
    }

    static byte[] header(int... fields) {
        var header = ByteBuffer.allocate(fields.length * Integer.BYTES);
        for (int field : fields) {
            header.putInt(field);
        }
        return header.array();
    }

    static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
