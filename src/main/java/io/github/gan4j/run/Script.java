package io.github.gan4j.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Snippets of Java, and where they stand.
 *
 * @param place what messages call it, a file or a cell of a notebook
 * @param firstLine the line of the place where the source begins, counted from 1
 * @param source the snippets
 */
public record Script(String place, int firstLine, String source) {
    /**
     * A whole file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static Script read(Path file) {
        try {
            return new Script(file.toString(), 1, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("script: must be a readable text file in UTF-8, but got " + file + ".", e);
        }
    }

    /** The place and line of a character of the source, for example {@code 05-train.jsh:12}. */
    String at(int offset) {
        long line =
                firstLine + source.chars().limit(offset).filter(c -> c == '\n').count();
        return place + ":" + line;
    }
}
