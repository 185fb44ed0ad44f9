package io.github.gan4j.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
            replace(file.toAbsolutePath(), content);
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

    /** Makes a folder where it is missing; Java 17 takes a link to a folder for something in the way. */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Check.file(!Files.isDirectory(file), "a folder");
        makeFolder(file.getParent());
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
