package io.github.gan4j.run;

import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;

/** What is wrong with a snippet, in words. */
final class Problems {
    private static final String INDENT = "\n    ";

    private Problems() {}

    /** Throws if the snippet of this event, which begins at an offset of the script, did not compile or threw. */
    static void throwIfFailed(JShell shell, SnippetEvent event, Script script, int start) {
        if (event.status() == Status.REJECTED) {
            var error = shell.diagnostics(event.snippet())
                    .filter(Diag::isError)
                    .findFirst()
                    .orElseThrow();
            int position = start + (int) Math.max(0, error.getPosition());
            throw new ScriptFailure(
                    script.at(position), "does not compile: " + indented(error.getMessage(Locale.ENGLISH)));
        }
        if (event.exception() != null) {
            throw new ScriptFailure(script.at(start), thrown(shell, event.exception()));
        }
    }

    /** What a declaration still lacks. */
    static String unresolved(JShell shell, DeclarationSnippet snippet) {
        return snippet.name() + " needs "
                + shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "))
                + ", which the script never declares";
    }

    private static String thrown(JShell shell, JShellException exception) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            return unresolved(shell, unresolved.getSnippet());
        }
        var text = new StringBuilder("threw ").append(named(exception));
        for (var cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            text.append(INDENT).append("because of ").append(named(cause));
        }
        for (var frame : exception.getStackTrace()) {
            if (!frame.getMethodName().isEmpty()) { // the snippet itself, whose place the message has already
                text.append(INDENT).append("at ").append(frame);
            }
        }
        return text.toString();
    }

    private static String named(Throwable thrown) {
        var name = thrown instanceof EvalException e
                ? e.getExceptionClassName()
                : thrown.getClass().getName();
        return name + ": " + indented(thrown.getMessage());
    }

    private static String indented(String message) {
        return String.valueOf(message).strip().replaceAll("\\R", INDENT);
    }
}
