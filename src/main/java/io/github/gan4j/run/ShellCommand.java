package io.github.gan4j.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * A line of a script that JShell's own program takes for a command, such as {@code /vars}.
 *
 * @param text the whole line
 */
record ShellCommand(String text) {
    private static final List<String> SHOWING =
            List.of("list", "save", "vars", "methods", "types", "imports", "history", "set", "help", "?");
    private static final List<String> OTHERS = List.of("edit", "drop", "open", "exit", "env", "reset", "reload", "!");

    /** The command at a place where a snippet would begin and no comment does. */
    static ShellCommand at(String source, int start) {
        int end = source.indexOf('\n', start);
        return new ShellCommand(
                source.substring(start, end < 0 ? source.length() : end).strip());
    }

    /** Whether what follows has the same meaning without it. */
    boolean isShowing() {
        return !meant().isEmpty() && SHOWING.containsAll(meant());
    }

    /** Whether the script ends here, and ends well. */
    boolean isExit() {
        return meant().equals(List.of("exit")) && text.matches("/\\w+(\\s+0)?");
    }

    /** All that begins so: JShell lets commands be shortened. */
    private List<String> meant() {
        var name = text.substring(1).split("\\s", 2)[0];
        return Stream.of(SHOWING, OTHERS)
                .flatMap(List::stream)
                .filter(command -> !name.isEmpty() && command.startsWith(name))
                .toList();
    }
}
