package io.github.gan4j.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Java as it is pasted into JShell, a cell or a script, with what JShell answered in comments.
 *
 * @param entries one for each stretch of Java and the answers below it
 */
record RecordedSession(List<Entry> entries) {
    private static final String COMMENT = "// ";
    private static final Pattern ANSWER = Pattern.compile("[$\\w]+ ==> .*");

    /**
     * A stretch of Java, and what came back.
     *
     * @param line the line where it begins within the record, counted from 0
     * @param typed its lines
     * @param answers such as {@code x ==> 3}
     */
    record Entry(int line, List<String> typed, List<String> answers) {
        @Override
        public String toString() {
            return Stream.concat(typed.stream(), answers.stream().map(COMMENT::concat))
                    .map(line -> line + "\n")
                    .reduce("", String::concat);
        }
    }

    /** Reads a record; what stands in a comment and looks like an answer is one. */
    static RecordedSession parse(String text) {
        var entries = new ArrayList<Entry>();
        var lines = text.lines().toList();
        boolean begins = true;
        for (int i = 0; i < lines.size(); i++) {
            boolean answer = isAnswer(lines.get(i));
            if (begins && !answer) {
                entries.add(new Entry(i, new ArrayList<>(), new ArrayList<>()));
            }
            var entry = entries.get(entries.size() - 1);
            if (answer) {
                entry.answers().add(lines.get(i).substring(COMMENT.length()));
            } else {
                entry.typed().add(lines.get(i));
            }
            begins = answer;
        }
        return new RecordedSession(entries);
    }

    /** Whether a line is a comment that holds an answer. */
    static boolean isAnswer(String line) {
        return line.startsWith(COMMENT)
                && ANSWER.matcher(line.substring(COMMENT.length())).matches();
    }

    /** Types the same lines into a session that now runs. */
    RecordedSession replay(StrictShell shell, String place, int firstLine) {
        return new RecordedSession(entries.stream()
                .map(entry -> new Entry(
                        entry.line(),
                        entry.typed(),
                        shell
                                .run(new Script(place, firstLine + entry.line(), String.join("\n", entry.typed())))
                                .stream()
                                .map(answer ->
                                        answer.lines().findFirst().orElse("").stripTrailing())
                                .toList()))
                .toList());
    }

    /** The values that came back, without what differs from run to run: times, losses and which digits there are. */
    List<String> answers() {
        return entries.stream()
                .flatMap(entry -> entry.answers().stream())
                .map(RecordedSession::withoutNumbers)
                .toList();
    }

    /** An answer without what differs from run to run. */
    static String withoutNumbers(String answer) {
        return answer.replaceAll(" from .*", " from ...").replaceAll("(?<![$\\w])[0-9][0-9.,]*", "#");
    }

    @Override
    public String toString() {
        return entries.stream().map(Entry::toString).reduce("", String::concat);
    }
}
