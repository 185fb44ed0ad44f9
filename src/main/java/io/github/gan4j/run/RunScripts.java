package io.github.gan4j.run;

import io.github.gan4j.internal.Libraries;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The main class behind {@code jshell/gan4j script.jsh}: runs scripts, each as a session of its own. */
public final class RunScripts {
    private RunScripts() {}

    /**
     * Runs the scripts one after another and ends with exit code 1 at the first snippet that fails.
     *
     * @param files the scripts
     */
    public static void main(String[] files) {
        Libraries.problem().ifPresent(RunScripts::end);
        try {
            var scripts = Stream.of(files).map(Path::of).map(Script::read).toList(); // a missing one is said at once
            scripts.forEach(RunScripts::run);
        } catch (ScriptFailure | UncheckedIOException e) {
            end(e.getMessage());
        }
        System.exit(0); // a script's own threads do not keep it waiting
    }

    private static void end(String message) {
        System.err.println(message);
        System.exit(1);
    }

    private static void run(Script script) {
        try (var session = StrictShell.withImports()) {
            session.runTyped(script);
            session.checkResolved();
        }
    }
}
