package io.github.gan4j.run;

import java.util.Locale;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts a script into snippets, and takes only what JShell, fed line by line, and a notebook, fed whole, read alike. */
class SnippetReader {
    static final String ENDS_ELSEWHERE = "typed line by line, the snippet ends elsewhere than read as a whole: %s%n"
            + "End a statement with a semicolon; break a chain behind its dot, not before it.";

    private static final Pattern BLANKS_AND_COMMENTS = Pattern.compile("(?s)(?:\\s|//[^\\n]*|/\\*.*?\\*/)*+");

    final SourceCodeAnalysis analysis;

    /**
     * A snippet.
     *
     * @param source what to evaluate, with a semicolon at its end where one was left out
     * @param end where it ends in the script
     */
    record Piece(String source, int end) {}

    SnippetReader(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Where the next snippet at or behind an offset begins, or the script's length. */
    int start(Script script, int offset) {
        var matcher = BLANKS_AND_COMMENTS
                .matcher(script.source())
                .region(offset, script.source().length());
        return matcher.lookingAt() ? matcher.end() : offset;
    }

    /**
     * The snippet that begins at an offset.
     *
     * @throws ScriptFailure if it has no end, or two
     */
    Piece read(Script script, int start) {
        var rest = script.source().substring(start);
        check(!rest.startsWith("/"), script, start, "a script holds Java alone and ends by itself, but got %s");
        var whole = piece(script, start, rest);
        check(start(script, whole.end()) == start(script, start + typedEnd(rest)), script, start, ENDS_ELSEWHERE);
        return whole;
    }

    /** The same, as JShell reads it when it asks after each line whether the snippet is complete. */
    Piece typed(Script script, int start) {
        var rest = script.source().substring(start);
        return piece(script, start, rest.substring(0, typedEnd(rest)));
    }

    private Piece piece(Script script, int start, String text) {
        var info = analysis.analyzeCompletion(text);
        check(info.completeness().isComplete(), script, start, "the snippet is not complete: %s");
        return new Piece(info.source(), start + taken(text, info));
    }

    static void check(boolean holds, Script script, int start, String problem) {
        if (!holds) {
            var line = script.source().substring(start).lines().findFirst().orElse("");
            throw new ScriptFailure(script.at(start), String.format(Locale.ROOT, problem, line));
        }
    }

    /** Where a snippet that begins with a text ends when it is typed line by line, or the text's length. */
    int typedEnd(String rest) {
        int end = 0;
        do {
            int next = rest.indexOf('\n', end);
            end = next < 0 ? rest.length() : next + 1;
            var lines = rest.substring(0, end);
            var info = analysis.analyzeCompletion(lines);
            if (info.completeness().isComplete()) {
                return taken(lines, info);
            }
        } while (end < rest.length());
        return rest.length();
    }

    private static int taken(String text, CompletionInfo info) {
        return text.length() - info.remaining().length();
    }
}
