package io.github.gan4j.internal;

import java.util.stream.Stream;

/** Exceptions that come from another thread, with the frames of whoever waits for it behind their own. */
final class CallerStack {
    private CallerStack() {}

    /**
     * What another thread has thrown, to be thrown here: as itself, a checked exception within an IllegalStateException.
     *
     * @throws Error if it is one
     */
    static RuntimeException unchecked(Throwable thrown) {
        append(thrown);
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }

    private static void append(Throwable thrown) {
        var own = new Throwable().getStackTrace();
        thrown.setStackTrace(
                Stream.of(thrown.getStackTrace(), own).flatMap(Stream::of).toArray(StackTraceElement[]::new));
    }
}
