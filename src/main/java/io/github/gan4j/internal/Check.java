package io.github.gan4j.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one place where rules are checked: a message is the rule, the value found and a repair, as a format of {@link String#format}. */
public final class Check {
    private Check() {}

    /**
     * Checks an argument.
     *
     * @throws IllegalArgumentException if the rule does not hold
     */
    public static void argument(boolean holds, String message, @Nullable Object... details) {
        that(holds, IllegalArgumentException::new, message, details);
    }

    /**
     * Checks that things are done in order.
     *
     * @throws IllegalStateException if the rule does not hold
     */
    public static void state(boolean holds, String message, @Nullable Object... details) {
        that(holds, IllegalStateException::new, message, details);
    }

    /**
     * Checks what comes from a file, a folder or a server.
     *
     * @throws FileProblem if the rule does not hold
     */
    public static void file(boolean holds, String message, @Nullable Object... details) throws FileProblem {
        that(holds, text -> new FileProblem("%s", text), message, details);
    }

    /**
     * Checks that there is a file.
     *
     * @throws FileProblem if there is none
     */
    public static void isFile(Path file) throws FileProblem {
        file(
                Files.isRegularFile(file),
                "%s cannot be read: there is %s.%nCheck the path; a relative one starts at %s.",
                file,
                Files.exists(file) ? "something there that is no file" : "no such file",
                Path.of("").toAbsolutePath());
    }

    /**
     * Checks anything else.
     *
     * @throws X made of the message, if the rule does not hold
     */
    public static <X extends Exception> void that(
            boolean holds, Function<String, X> problem, String message, @Nullable Object... details) throws X {
        if (!holds) {
            throw problem.apply(String.format(Locale.ROOT, message, details));
        }
    }
}
