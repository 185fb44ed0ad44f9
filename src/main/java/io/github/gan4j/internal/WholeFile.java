package io.github.gan4j.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes what can be drawn again: pictures, pages and tables. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file whole or not at all, and the folders it lies in where they are missing.
     *
     * @param verb what the user called
     * @throws UncheckedIOException if it cannot be written; what was there before is unchanged
     */
    public static void write(String verb, Path file, byte[] content) {
        try {
            var part = part(file, content);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE); // a plain move takes the old file away first
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw FileProblem.in(
                    verb,
                    new FileProblem(
                            "%s must be a file that can be written, but got %s.%nName one in another folder, or make room.",
                            file, FileProblem.describe(e)));
        }
    }

    /** The same with text. */
    public static void write(String verb, Path file, String content) {
        write(verb, file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Throws unless a file can be written, so that nobody trains for an hour first; the folders it lies in are made, and
     * what was there before is unchanged.
     */
    public static void rehearse(Path file) throws IOException {
        Files.delete(part(file, new byte[0]));
    }

    /** Makes a folder where it is missing; Java 17 takes a link to a folder for something in the way. */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** The content under a name of its own beside the file: nobody else has it, be it another writer or a link. */
    private static Path part(Path file, byte[] content) throws IOException {
        Check.file(!Files.isDirectory(file), "a folder");
        makeFolder(file.toAbsolutePath().getParent());
        var part = file.resolveSibling(".gan4j-" + UUID.randomUUID() + ".part");
        writeNew(part, content);
        return part;
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
