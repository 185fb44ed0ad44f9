package io.github.gan4j.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What stood on the screen of a JShell session: prompts with what was typed, and what came back.
 *
 * @param entries one for each prompt
 */
record RecordedSession(List<Entry> entries) {
    static final String PROMPT = "jshell> ";

    /**
     * A prompt and what came back.
     *
     * @param line the line of the prompt within the record, counted from 0
     * @param typed one line of Java
     * @param output the lines that came back
     */
    record Entry(int line, String typed, List<String> output) {}

    /** Reads a record; lines without a prompt are output. */
    static RecordedSession parse(String text) {
        var entries = new ArrayList<Entry>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(PROMPT)) {
                entries.add(new Entry(i, lines.get(i).substring(PROMPT.length()), new ArrayList<>()));
            } else {
                entries.get(entries.size() - 1).output().add(lines.get(i));
            }
        }
        return new RecordedSession(entries);
    }

    /** Types the same lines into a session that now runs. */
    RecordedSession replay(StrictShell shell, CapturedOutput output, String place, int firstLine) {
        var replayed = new ArrayList<Entry>();
        for (var entry : entries) {
            var answers = shell.run(new Script(place, firstLine + entry.line(), entry.typed()));
            var screen = output.take() + String.join("\n", answers);
            replayed.add(new Entry(
                    entry.line(),
                    entry.typed(),
                    screen.lines().map(String::stripTrailing).toList()));
        }
        return new RecordedSession(replayed);
    }

    /** The values that came back, without what differs from run to run: times, losses and which digits there are. */
    List<String> answers() {
        return entries.stream()
                .flatMap(entry -> entry.output().stream())
                .filter(line -> line.matches("[$\\w]+ ==> .*"))
                .map(line -> line.replaceAll(" from .*", " from ...").replaceAll("(?<![$\\w])[0-9][0-9.,]*", "#"))
                .toList();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var entry : entries) {
            text.append(PROMPT).append(entry.typed()).append('\n');
            entry.output().forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
