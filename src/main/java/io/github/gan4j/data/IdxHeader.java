package io.github.gan4j.data;

import io.github.gan4j.ImageShape;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How an IDX file begins: a magic number, the number of items and the sides of each, as big-endian ints.
 *
 * @param sides of an item: rows and columns of an image, none of a label
 */
record IdxHeader(IdxKind kind, int count, int... sides) {
    /** That of a published data set, whose images have 28x28 pixels. */
    static IdxHeader published(IdxKind kind, int count) {
        var shape = ImageShape.MNIST;
        return kind == IdxKind.IMAGES
                ? new IdxHeader(kind, count, shape.height(), shape.width())
                : new IdxHeader(kind, count);
    }

    /**
     * The header of a file.
     *
     * @param start the first bytes of the file, at least as many as a header has if the file has so many
     * @param file for messages
     * @throws FileProblem if anything in it is wrong
     */
    static IdxHeader parse(byte[] start, IdxKind kind, Path file) throws IOException {
        kind.requireStart(start, file);
        var fields = ByteBuffer.wrap(start).position(Integer.BYTES);
        int count = fields.getInt();
        var sides = IntStream.range(0, kind.sides()).map(i -> fields.getInt()).toArray();
        for (int side : sides) {
            Check.file(
                    side >= 1 && side <= ImageShape.MAX_SIDE,
                    "%s cannot be read: images must have sides of 1 to %,d pixels, but its header has %s.%n"
                            + "Scale greater ones down first; other numbers come of a garbled file.",
                    file,
                    ImageShape.MAX_SIDE,
                    Arrays.toString(sides));
        }
        var header = new IdxHeader(kind, count, sides);
        header.requireCount(file);
        return header;
    }

    private void requireCount(Path file) throws FileProblem {
        int max = (Integer.MAX_VALUE - kind.headerBytes() - Integer.BYTES) / itemBytes();
        Check.file(
                count >= 1 && count <= max,
                "%s cannot be read: an IDX file of %s must hold 1 to %,d of them, but its header promises %,d.%n%s",
                file,
                kind.items(),
                max,
                count,
                count < 1
                        ? "It was probably garbled: copy or download it again."
                        : "More do not fit into one array of Java: split it into several files.");
    }

    int itemBytes() {
        return Arrays.stream(sides).reduce(1, (product, side) -> product * side);
    }

    /** The bytes that begin a file so. */
    byte[] bytes() {
        var bytes = ByteBuffer.allocate(kind.headerBytes()).putInt(kind.magic()).putInt(count);
        Arrays.stream(sides).forEach(bytes::putInt);
        return bytes.array();
    }

    /** The shape of the images behind it. */
    ImageShape shape() {
        return new ImageShape(sides[0], sides[1], 1);
    }

    /** The SHA-256 digest of the unpacked file that holds these items. */
    String sha256(byte[] items) {
        return Sha256.of(bytes(), items);
    }
}
