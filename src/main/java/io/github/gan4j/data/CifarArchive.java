package io.github.gan4j.data;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.data.Dataset.Part;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.Handover;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * CIFAR-10's binary version: a packed tar archive of batches, in which each image is a label and 32x32 reds, greens and blues.
 *
 * <p>Source: A. Krizhevsky, "Learning multiple layers of features from tiny images", 2009, and the page of the data set.
 */
final class CifarArchive {
    private static final ImageShape SHAPE = new ImageShape(32, 32, 3);
    private static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    private static final int BLOCK = 512; // of a tar archive
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int SIZE_DIGITS = 11; // octal

    private final Part part;
    private final byte[] pixels;
    private final int[] labels;
    private int count;

    private CifarArchive(Part part) {
        this.part = part;
        pixels = new byte[part.count() * SHAPE.features()];
        labels = new int[part.count()];
    }

    /** Throws unless this is the archive as it was published. */
    static void verify(Path archive, Part part) throws IOException {
        Check.isFile(archive);
        var found = Md5.of(archive);
        Check.file(
                found.equals(part.images().digest()),
                "%s has another content than the published file: the md5 must be %s, but is %s.%n"
                        + "Copy or download it again, or read pictures of your own with loadImages.",
                archive,
                part.images().digest(),
                found);
    }

    /** The images of the part's batches, in the archive's order. */
    static Images read(Path archive, Part part) throws IOException {
        verify(archive, part);
        var content = new CifarArchive(part);
        try (var in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            content.read(in);
        } catch (EOFException | ZipException e) {
            throw new FileProblem("%s cannot be unpacked: it was cut short or garbled (%s).", archive, e);
        }
        Check.file(
                content.count == part.count(),
                "%s must hold %,d images, but holds %,d.",
                archive,
                part.count(),
                content.count);
        return Images.of(part.name(), SHAPE, new Handover(content.pixels), content.labels, CLASSES);
    }

    private void read(InputStream in) throws IOException {
        for (var header = in.readNBytes(BLOCK);
                header.length == BLOCK && header[0] != 0;
                header = in.readNBytes(BLOCK)) {
            long size = Long.parseLong(text(header, SIZE, SIZE_DIGITS), 8);
            long padding = (BLOCK - size % BLOCK) % BLOCK;
            if (isBatch(text(header, 0, NAME))) {
                readBatch(in, size);
            } else {
                in.skipNBytes(size);
            }
            in.skipNBytes(padding);
        }
    }

    private static String text(byte[] header, int from, int length) {
        return new String(header, from, length, StandardCharsets.ISO_8859_1).replaceAll("[\\x00 ].*", "");
    }

    private boolean isBatch(String name) {
        return name.matches(part.name().endsWith("test") ? ".*/test_batch\\.bin" : ".*/data_batch_\\d\\.bin");
    }

    private void readBatch(InputStream in, long size) throws IOException {
        for (long read = 0; read < size && count < labels.length; read += 1 + SHAPE.features()) {
            labels[count] = in.read();
            if (in.readNBytes(pixels, count * SHAPE.features(), SHAPE.features()) < SHAPE.features()) {
                throw new EOFException();
            }
            count++;
        }
    }
}
