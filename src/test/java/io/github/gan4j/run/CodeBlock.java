package io.github.gan4j.run;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced block of Java in a Markdown text.
 *
 * @param start where its code begins in the text
 * @param code what stands between the fences
 */
record CodeBlock(int start, String code) {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```java[^\\n]*\\n(.*?)^```$");

    /** The blocks of a text in their order. */
    static List<CodeBlock> in(String markdown) {
        return FENCED.matcher(markdown)
                .results()
                .map(found -> new CodeBlock(found.start(1), found.group(1)))
                .toList();
    }

    /** Whether it is a recorded session, with answers in comments, rather than plain code. */
    boolean isSession() {
        return code.lines().anyMatch(RecordedSession::isAnswer);
    }

    /** The line of the text where the code begins, counted from 1. */
    int line(String markdown) {
        return 1 + (int) markdown.chars().limit(start).filter(c -> c == '\n').count();
    }
}
