package io.github.gan4j.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Replaces a file as a whole or not at all: what is new is on the disk, under another name in the same folder, before it
 * takes the place of what was.
 */
public final class WholeFile {
    private static final Duration ABANDONED = Duration.ofHours(1); // no writing takes as long as that
    private static final String PART = ".part";

    private WholeFile() {}

    /** What a file is to hold. */
    public interface Content {
        /** Writes it all. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a picture, page or table, and makes the folders it lies in where they are missing.
     *
     * @param verb what the user called
     * @throws UncheckedIOException if it cannot be written; what was there before is unchanged
     */
    public static void write(String verb, Path file, byte[] content) {
        try {
            makeFolders(file);
            write(file, out -> out.write(content));
        } catch (IOException e) {
            throw FileProblem.in(verb, e);
        }
    }

    /** The same with text. */
    public static void write(String verb, Path file, String content) {
        write(verb, file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file in a folder that is there.
     *
     * @throws FileProblem if it cannot be written; what was there before is unchanged, and nothing is left behind
     */
    public static void write(Path file, Content content) throws IOException {
        attempt(file, content, true);
    }

    /** Throws unless so many bytes can be written, so that nobody trains for an hour first; nothing changes. */
    public static void rehearse(Path file, long bytes) throws IOException {
        attempt(file, out -> fill(out, bytes), false);
    }

    private static void fill(OutputStream out, long bytes) throws IOException {
        var zeros = new byte[1 << 16];
        for (long left = bytes; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    private static void attempt(Path file, Content content, boolean replaces) throws IOException {
        requirePlace(file);
        try {
            var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(); // a link stays a link
            replace(target, content, replaces);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static FileProblem unwritable(Path file, IOException problem) {
        return new FileProblem(
                "%s must be writable, but is not: %s.%nNothing has changed there. Make room, or write to another folder.",
                file, FileProblem.describe(problem));
    }

    /** Throws unless a file can be meant by a path. */
    private static void requirePlace(Path file) throws FileProblem {
        Check.file(
                !Files.isDirectory(file),
                "%s must be a file, but is a folder.%nName a file in it: Path.of(\"%s\", \"NAME\")",
                file,
                file);
        var folder = file.toAbsolutePath().getParent();
        Check.file(
                Files.isDirectory(folder),
                "%s must lie in a folder, but there is no folder %s.%nMake it first: new java.io.File(\"%s\").mkdirs()",
                file,
                folder,
                folder);
        Check.file(
                Files.notExists(file) || Files.isRegularFile(file), // a device would be replaced
                "%s must be a file, but is something else.%nTake another name.",
                file);
    }

    private static void replace(Path file, Content content, boolean replaces) throws IOException {
        deleteAbandoned(file);
        var part = file.resolveSibling(partPrefix(file) + UUID.randomUUID() + PART);
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(Channels.newOutputStream(channel));
                if (replaces) {
                    channel.force(true); // else the new name could be on the disk before the bytes are
                }
            }
            if (replaces) {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                forceFolder(file.getParent());
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String partPrefix(Path file) {
        return "." + file.getFileName() + ".";
    }

    /** What a killed process left behind long ago. */
    private static void deleteAbandoned(Path file) throws IOException {
        var end = Instant.now().minus(ABANDONED);
        try (var parts = Files.newDirectoryStream(file.getParent(), path -> isPart(path, file))) {
            for (var part : parts) {
                if (isOlder(part, end)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static boolean isOlder(Path part, Instant end) throws IOException {
        try {
            return Files.getLastModifiedTime(part).toInstant().isBefore(end);
        } catch (NoSuchFileException e) {
            return false; // another writer has just finished with it
        }
    }

    private static boolean isPart(Path path, Path file) {
        var name = path.getFileName().toString();
        return name.startsWith(partPrefix(file)) && name.endsWith(PART);
    }

    /** Brings the new name to the disk too, where the system lets a folder be opened; Windows does not. */
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the file itself is complete under either name
        }
    }

    private static void makeFolders(Path file) throws FileProblem {
        try {
            makeFolder(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Makes a folder where it is missing; Java 17 takes a link to a folder for something in the way. */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** Writes a file that must not be there yet, whole or not at all. */
    public static void writeNew(Path file, byte[] content) throws IOException {
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(content);
        } catch (FileAlreadyExistsException e) {
            throw e; // it is another's
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
