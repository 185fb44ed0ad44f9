package io.github.gan4j.data;

import io.github.gan4j.ImageShape;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.KnownFormat;
import io.github.gan4j.internal.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The two kinds of IDX files: a header of big-endian ints (magic number, count, sides of an item), then unsigned bytes. */
enum IdxKind {
    IMAGES("images", 2051, ImageShape.MNIST.height(), ImageShape.MNIST.width()),
    LABELS("labels", 2049);

    private static final String FORMAT =
            "IDX files of unsigned bytes are what MNIST's files are, plain or packed with gzip.";

    private final String items;
    private final int magic;
    private final int[] sides;

    IdxKind(String items, int magic, int... sides) {
        this.items = items;
        this.magic = magic;
        this.sides = sides;
    }

    int headerBytes() {
        return Integer.BYTES * (2 + sides.length);
    }

    int itemBytes() {
        return this == IMAGES ? ImageShape.MNIST.pixels() : 1;
    }

    /** The header of a file of so many items. */
    byte[] header(int count) {
        var header = ByteBuffer.allocate(headerBytes()).putInt(magic).putInt(count);
        for (int side : sides) {
            header.putInt(side);
        }
        return header.array();
    }

    /** The SHA-256 digest of the unpacked file that holds these items. */
    String sha256(byte[] items) {
        return Sha256.of(header(items.length / itemBytes()), items);
    }

    /** The number of items that a file promises which begins so, once everything else in its header is right. */
    int count(byte[] start, Path file) throws IOException {
        var fields = ByteBuffer.wrap(start);
        int found = start.length < Integer.BYTES ? 0 : fields.getInt();
        if (found != magic) {
            requireUnknown(start, file);
        }
        requireHeader(start.length, file);
        requireMagic(found, file);
        int count = fields.getInt();
        for (int side : sides) {
            requireSide(side, fields.getInt(), file);
        }
        requireCount(count, file);
        return count;
    }

    /** A number says nothing to somebody whose file is a web page. */
    private void requireUnknown(byte[] start, Path file) throws FileProblem {
        var format = KnownFormat.of(start);
        Check.file(
                format.isEmpty(),
                "%s is no IDX file of %s: it must begin with the number %d, but is %s.%n%s",
                file,
                items,
                magic,
                format.map(KnownFormat::description).orElse(""),
                format.map(known -> known.repairOr(FORMAT)).orElse(""));
    }

    private void requireHeader(int length, Path file) throws FileProblem {
        Check.file(
                length >= headerBytes(),
                "%s is no IDX file of %s: the header must have %d bytes, but the file ends after %d.%n"
                        + "It was probably cut short: copy or download it again.",
                file,
                items,
                headerBytes(),
                length);
    }

    private void requireMagic(int found, Path file) throws IOException {
        Check.file(
                found == magic,
                "%s is no IDX file of %s: it must begin with the number %d, but begins with %d.%n%s",
                file,
                items,
                magic,
                found,
                repair(found));
    }

    private static String repair(int magic) {
        if (magic == LABELS.magic) {
            return "These are labels: loadIdx(images, labels) takes them as its second path.";
        }
        if (magic == IMAGES.magic) {
            return "These are images: loadIdx(images, labels) takes them as its first path.";
        }
        return FORMAT;
    }

    private void requireSide(int side, int found, Path file) throws IOException {
        Check.file(
                found == side,
                "%s holds other images than these: each side must have %d pixels, but has %d.%nScale them to 28x28 first.",
                file,
                side,
                found);
    }

    private void requireCount(int count, Path file) throws IOException {
        int most = (Integer.MAX_VALUE - headerBytes() - Integer.BYTES) / itemBytes();
        Check.file(
                count >= 1 && count <= most,
                "%s cannot be read: an IDX file of %s must hold 1 to %,d of them, but its header promises %,d.%n%s",
                file,
                items,
                most,
                count,
                count < 1
                        ? "It was probably garbled: copy or download it again."
                        : "More do not fit into one array of Java: split it into several files.");
    }
}
