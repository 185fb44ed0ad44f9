package io.github.gan4j.data;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.KnownFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The two kinds of IDX files of unsigned bytes. */
enum IdxKind {
    IMAGES("images", 2051, 2),
    LABELS("labels", 2049, 0);

    private static final String FORMAT =
            "IDX files of unsigned bytes are what MNIST's files are, plain or packed with gzip.";

    private final String items;
    private final int magic;
    private final int sides;

    IdxKind(String items, int magic, int sides) {
        this.items = items;
        this.magic = magic;
        this.sides = sides;
    }

    String items() {
        return items;
    }

    int magic() {
        return magic;
    }

    /** How many sides an item has. */
    int sides() {
        return sides;
    }

    int headerBytes() {
        return Integer.BYTES * (2 + sides);
    }

    /** Checks that a file which begins so has a header of this kind. */
    void requireStart(byte[] start, Path file) throws IOException {
        int found = start.length < Integer.BYTES ? 0 : ByteBuffer.wrap(start).getInt();
        if (found != magic) {
            requireUnknown(start, file);
        }
        requireHeader(start.length, file);
        requireMagic(found, file);
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
}
