package io.github.gan4j.data;

import io.github.gan4j.Images;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.Handover;
import io.github.gan4j.internal.KnownFormat;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads IDX files, the format of MNIST, plain or packed with gzip, which their first bytes tell.
 *
 * <p>Strict: the content must be exactly as long as its header says, and memory is taken only for bytes that are there. The
 * format: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".
 */
public final class IdxReader {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    private IdxReader() {}

    /**
     * Images without labels.
     *
     * @param images an IDX file of grey images
     * @return the images, 0..255 in the file and -1..1 in {@link Images#batch}, named after the file
     * @throws UncheckedIOException if the file cannot be read or is no such IDX file; the message says which
     */
    public static Images load(Path images) {
        return load(images, new int[0]);
    }

    /**
     * Images with labels.
     *
     * @param images an IDX file of grey images
     * @param labels an IDX file of as many labels, 0..255
     * @return the images, 0..255 in the file and -1..1 in {@link Images#batch}, named after the file
     * @throws UncheckedIOException if a file cannot be read or is no such IDX file; the message says which
     * @throws IllegalArgumentException if there is not one label for each image
     */
    public static Images load(Path images, Path labels) {
        try {
            return load(images, toInts(read(labels, IdxKind.LABELS).items));
        } catch (IOException e) {
            throw FileProblem.in("loadIdx", e);
        }
    }

    private static Images load(Path images, int[] labels) {
        try {
            var content = read(images, IdxKind.IMAGES);
            int count = content.header.count();
            Check.argument(
                    labels.length == 0 || labels.length == count,
                    "loadIdx: there must be one label for each image, but got %,d images and %,d labels.%n"
                            + "Take two files that belong together, such as train-images and train-labels.",
                    count,
                    labels.length);
            return Images.of(
                    images.getFileName().toString(), content.header.shape(), new Handover(content.items), labels);
        } catch (IOException e) {
            throw FileProblem.in("loadIdx", e);
        }
    }

    /** A header and the bytes behind it. */
    record Content(IdxHeader header, byte[] items) {
        /** The SHA-256 digest of the unpacked file. */
        String sha256() {
            return header.sha256(items);
        }
    }

    /** The content of a file, once the whole file was found to be right. */
    static Content read(Path file, IdxKind kind) throws IOException {
        Check.isFile(file);
        try (var channel = Files.newByteChannel(file)) {
            return read(channel, kind, file);
        } catch (FileProblem e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            throw new FileProblem(
                    "%s was not read, because the thread is interrupted.%nCall Thread.interrupted(), and load it again.",
                    file);
        } catch (IOException e) {
            throw new FileProblem("%s cannot be read: %s.%nCheck its permissions.", file, e);
        }
    }

    /** The same from an open file; the path is for messages. */
    static Content read(SeekableByteChannel channel, IdxKind kind, Path file) throws IOException {
        try (var in = content(channel)) {
            return content(in, kind, file);
        } catch (EOFException | ZipException e) {
            throw new FileProblem(
                    "%s cannot be unpacked: it was cut short or garbled (%s).%nCopy or download it again.", file, e);
        }
    }

    /** Whether a file can be read and begins as one of so many items does. */
    static boolean begins(Path file, IdxKind kind, int count) {
        try (var in = content(Files.newByteChannel(file))) {
            return Arrays.equals(
                    in.readNBytes(kind.headerBytes()),
                    IdxHeader.published(kind, count).bytes());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a file can be read and is packed. */
    static boolean isPacked(Path file) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return isPacked(in);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPacked(BufferedInputStream bytes) throws IOException {
        bytes.mark(Short.BYTES);
        boolean packed = (bytes.read() << Byte.SIZE | bytes.read()) == GZIP_MAGIC;
        bytes.reset();
        return packed;
    }

    /** What is in a file, which may be packed in several members and have other bytes behind them, as gzip has it. */
    private static InputStream content(SeekableByteChannel channel) throws IOException {
        var bytes = new BufferedInputStream(Channels.newInputStream(channel.position(0)), BUFFER);
        return isPacked(bytes) ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER) : bytes;
    }

    private static Content content(InputStream in, IdxKind kind, Path file) throws IOException {
        in.mark(KnownFormat.START);
        var header = IdxHeader.parse(in.readNBytes(KnownFormat.START), kind, file);
        in.reset();
        in.skipNBytes(kind.headerBytes());
        int bytes = header.count() * header.itemBytes();
        var items = in.readNBytes(bytes); // grows with what is there, whatever the header says
        boolean more = items.length == bytes && in.read() >= 0;
        requireLength(
                kind.headerBytes() + bytes, kind.headerBytes() + items.length + (more ? 1 : 0), header.count(), file);
        return new Content(header, items);
    }

    private static void requireLength(int expected, int found, int count, Path file) throws FileProblem {
        Check.file(
                found == expected,
                "%s is %s: %,d items need %,d bytes, but it has %s%,d.%nCopy or download it again.",
                file,
                found < expected ? "cut short" : "longer than it should be",
                count,
                expected,
                found > expected ? "at least " : "",
                found);
    }

    static int[] toInts(byte[] labels) {
        var ints = new int[labels.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = labels[i] & 0xff;
        }
        return ints;
    }
}
