package io.github.gan4j.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A file, a folder or a server that does not give what is needed; the message is rule, value found and repair. */
public final class FileProblem extends IOException {
    private static final long serialVersionUID = 1;

    /** With a message as a format of {@link String#format}. */
    public FileProblem(String message, Object... details) {
        super(String.format(Locale.ROOT, message, details));
    }

    /** What an exception says; one of Java's own is named, because its message may be a bare path or nothing. */
    public static String describe(IOException problem) {
        boolean ours = problem instanceof FileProblem || problem.getClass() == IOException.class;
        return ours && problem.getMessage() != null ? problem.getMessage() : problem.toString();
    }

    /** The same without the repair. */
    public static String firstLine(IOException problem) {
        return describe(problem).lines().findFirst().orElse("");
    }

    /** The first line without its full stop, to stand within a sentence. */
    public static String clause(IOException problem) {
        return firstLine(problem).replaceFirst("\\.$", "");
    }

    /** What a verb throws because of a problem. */
    public static UncheckedIOException in(String verb, IOException problem) {
        return new UncheckedIOException(verb + ": " + describe(problem), problem);
    }
}
