package io.github.gan4j.keep;

import io.github.gan4j.Loss;
import io.github.gan4j.StepLoss;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.KnownFormat;
import io.github.gan4j.train.Progress;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads the archive of a checkpoint that anybody may have written.
 *
 * <p>Nothing is unpacked to the disk; each entry must be named as expected, be as long as the layers need and have the
 * sum that the archive states; and memory is taken only for bytes that the file really has.
 */
final class CheckpointReader {
    private static final int MAX_HEADER = 1 << 16;
    private static final int MAX_ENTRIES = 100;
    private static final int END_BYTES = 22;
    private static final int END_MAGIC = 0x06054b50; // "PK\5\6"
    private static final int MAX_LOSSES = 400_000_000; // 10,000,000 steps without estimates

    private final Path file;
    private final ZipFile zip;

    private CheckpointReader(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static Checkpoint read(Path file) throws IOException {
        Check.isFile(file);
        try (var zip = open(file)) {
            return new CheckpointReader(file, zip).read();
        } catch (ZipException | EOFException e) {
            throw noArchive(file, e);
        } catch (IllegalArgumentException e) { // from the header's values, or Java's own from a garbled archive
            throw noCheckpoint(file, "its header is wrong: " + e.getMessage());
        } catch (FileProblem e) {
            throw e;
        } catch (IOException e) {
            throw new FileProblem("%s cannot be read: %s.%nCheck its permissions.", file, e);
        }
    }

    /** Java takes memory for as many entries as the last bytes of an archive promise, so these are looked at first. */
    private static ZipFile open(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) { // a channel would not read when interrupted
            var end = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            long start = bytes.length() - END_BYTES;
            bytes.seek(Math.max(0, start));
            boolean isWhole = start >= 0 && bytes.read(end.array()) == END_BYTES;
            if (!isWhole || end.getInt(0) != END_MAGIC || !isPlausible(end, start)) {
                throw new ZipException("it has another end");
            }
        }
        return new ZipFile(file.toFile());
    }

    /** Few entries, and their directory right before the end: no room for the second end that promises more. */
    private static boolean isPlausible(ByteBuffer end, long start) {
        long size = Integer.toUnsignedLong(end.getInt(12));
        long offset = Integer.toUnsignedLong(end.getInt(16));
        return Short.toUnsignedInt(end.getShort(10)) <= MAX_ENTRIES && size + offset == start;
    }

    private static FileProblem noCheckpoint(Path file, String found) {
        return noCheckpoint(file, found, "Take an earlier checkpoint, or copy it again from where it came.");
    }

    private static FileProblem noCheckpoint(Path file, String found, String repair) {
        return new FileProblem(
                "%s must be a whole checkpoint as save(gan, file) writes it, but %s.%n%s", file, found, repair);
    }

    private static FileProblem noArchive(Path file, IOException problem) throws IOException {
        var found = "is cut short or no zip archive";
        var format = format(file).filter(known -> known != KnownFormat.ZIP);
        return format.isPresent()
                ? noCheckpoint(
                        file,
                        found + ": it is " + format.get().description(),
                        format.get().repairOr(OtherArchive.REPAIR))
                : noCheckpoint(file, found + " (" + FileProblem.describe(problem) + ")");
    }

    private static Optional<KnownFormat> format(Path file) throws IOException {
        try (var bytes = new FileInputStream(file.toFile())) { // a channel would not read when interrupted
            return KnownFormat.of(bytes.readNBytes(KnownFormat.START));
        }
    }

    private Checkpoint read() throws IOException {
        var header = header();
        requireEntries();
        header.requireKnownLines();
        var generator = header.generator();
        var discriminator = header.discriminator();
        return new Checkpoint(
                header.shape(),
                header.classes(),
                header.options(),
                new Progress(
                        header.random(),
                        header.images(),
                        header.imagesSha256(),
                        losses(header.options().loss())),
                new SavedNetwork(
                        generator,
                        header.updates("generator"),
                        floats(Entry.GENERATOR_PARAMETERS, generator.parameters()),
                        floats(Entry.GENERATOR_OPTIMIZER, generator.optimizerState())),
                new SavedNetwork(
                        discriminator,
                        header.updates("discriminator"),
                        floats(Entry.DISCRIMINATOR_PARAMETERS, discriminator.parameters()),
                        floats(Entry.DISCRIMINATOR_OPTIMIZER, discriminator.optimizerState())));
    }

    private Header header() throws IOException {
        var entry = zip.getEntry(Entry.HEADER.fileName());
        if (entry == null) {
            throw otherArchive();
        }
        check(entry.getSize() <= MAX_HEADER, "has a header of more than 64 KB");
        var header = Header.parse(new String(bytes(Entry.HEADER, (int) entry.getSize()), StandardCharsets.UTF_8));
        Check.file(
                header.format() <= Header.FORMAT,
                "%s must have format %d, but has format %d of a newer gan4j.%nUpdate gan4j to read it.",
                file,
                Header.FORMAT,
                header.format());
        return header;
    }

    /** An archive that no checkpoint has been, because its names are others altogether. */
    private FileProblem otherArchive() {
        var found = "has no " + Entry.HEADER.fileName();
        var names = zip.stream().map(ZipEntry::getName).toList();
        if (names.isEmpty() || Entry.fileNames().stream().anyMatch(names::contains)) {
            return noCheckpoint(file, found);
        }
        var other = OtherArchive.of(names);
        return noCheckpoint(file, found + ": it is " + other.description(), other.repair(file));
    }

    private void requireEntries() throws FileProblem {
        var names = zip.stream().map(ZipEntry::getName).toList();
        check(names.equals(Entry.fileNames()), "has other entries than %s", Entry.fileNames());
    }

    private float[] floats(Entry name, int count) throws IOException {
        return Numbers.unpackFloats(bytes(name, count * Float.BYTES));
    }

    private List<StepLoss> losses(Loss loss) throws IOException {
        long size = zip.getEntry(Entry.LOSSES.fileName()).getSize();
        check(size % Numbers.bytesOfStep(loss) == 0 && size <= MAX_LOSSES, "has %d bytes of losses", size);
        return Numbers.unpackLosses(bytes(Entry.LOSSES, (int) size), loss);
    }

    /** The content of an entry that must be so long, which is checked against the file's own length first. */
    private byte[] bytes(Entry name, int length) throws IOException {
        var entry = zip.getEntry(name.fileName());
        check(
                entry.getMethod() == ZipEntry.STORED && entry.getSize() == length && length <= Files.size(file),
                "%s is not the %d plain bytes that the layers need",
                name.fileName(),
                length);
        try (var in = zip.getInputStream(entry)) {
            var content = in.readNBytes(length);
            var sum = new CRC32();
            sum.update(content);
            check(content.length == length && sum.getValue() == entry.getCrc(), "%s is damaged", name.fileName());
            return content;
        }
    }

    private void check(boolean holds, String found, Object... details) throws FileProblem {
        if (!holds) {
            throw noCheckpoint(file, String.format(Locale.ROOT, found, details));
        }
    }
}
