package io.github.gan4j.run;

import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Cuts a script into snippets as JShell's own program does: a snippet ends with the first line that completes it, be there
 * a semicolon or not, and commands that only show something mean nothing. A line that would go on with the snippet before it,
 * were both read as a whole, is refused.
 */
final class TypedReader extends SnippetReader {
    TypedReader(SourceCodeAnalysis analysis) {
        super(analysis);
    }

    @Override
    int start(Script script, int offset) {
        int start = super.start(script, offset);
        while (script.source().startsWith("/", start)) {
            var command = ShellCommand.at(script.source(), start);
            if (command.isExit()) {
                return script.source().length();
            }
            check(
                    command.isShowing(),
                    script,
                    start,
                    "a script holds Java, and of JShell's commands those that only show something and /exit, but got %s");
            start = super.start(script, start + command.text().length());
        }
        return start;
    }

    @Override
    Piece read(Script script, int start) {
        var piece = typed(script, start);
        int next = super.start(script, piece.end());
        check(!goesOn(script, start, next), script, start, ENDS_ELSEWHERE);
        return piece;
    }

    /** Whether what begins at {@code next} could belong to the snippet before it. */
    private boolean goesOn(Script script, int start, int next) {
        if (next == script.source().length() || script.source().startsWith("/", next)) {
            return false;
        }
        int end = next + typedEnd(script.source().substring(next));
        var both = analysis.analyzeCompletion(script.source().substring(start, end));
        if (!both.completeness().isComplete()) { // an else and the beginning of its block
            var second = analysis.analyzeCompletion(script.source().substring(next, end));
            return second.completeness().isComplete();
        }
        return both.remaining().isBlank()
                && analysis.sourceToSnippets(both.source()).stream().noneMatch(this::isErroneous);
    }

    private boolean isErroneous(Snippet snippet) {
        return snippet.kind() == Snippet.Kind.ERRONEOUS;
    }
}
