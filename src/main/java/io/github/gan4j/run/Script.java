package io.github.gan4j.run;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Snippets of Java, and where they stand.
 *
 * @param place what messages call it, a file or a cell of a notebook
 * @param firstLine the line of the place where the source begins, counted from 1
 * @param source the snippets
 */
public record Script(String place, int firstLine, String source) {
    private static final String PROMPT = "jshell>";
    private static final Pattern PROMPTED = Pattern.compile("\\s*(?:" + PROMPT + "|\\.\\.\\.>) ?(.*)");

    /**
     * A whole file, without its byte order mark. Of a session copied from a screen, which begins with a prompt, what was
     * typed is taken and what came back is not.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static Script read(Path file) {
        try {
            var text = Files.readString(file).replaceFirst("^\\ufeff", "");
            return new Script(file.toString(), 1, text.stripLeading().startsWith(PROMPT) ? typed(text) : text);
        } catch (IOException e) {
            throw FileProblem.in("script", problem(file, e));
        }
    }

    private static IOException problem(Path file, IOException found) {
        try {
            Check.isFile(file);
        } catch (FileProblem missing) {
            return missing;
        }
        return found instanceof CharacterCodingException
                ? new FileProblem("%s must be text in UTF-8, but is not.%nSave it anew in that encoding.", file)
                : new FileProblem("%s cannot be read: %s.%nCheck its permissions.", file, FileProblem.describe(found));
    }

    /** Each line stays where it was, so that messages name it. */
    private static String typed(String session) {
        return session.lines()
                .map(line -> PROMPTED.matcher(line))
                .map(line -> line.matches() ? line.group(1) : "")
                .collect(Collectors.joining("\n"));
    }

    /** The place and line of a character of the source, for example {@code 05-train.jsh:12}. */
    String at(int offset) {
        long line =
                firstLine + source.chars().limit(offset).filter(c -> c == '\n').count();
        return place + ":" + line;
    }
}
