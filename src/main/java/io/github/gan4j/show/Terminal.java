package io.github.gan4j.show;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The terminal that a session prints to.
 *
 * <p>JShell runs snippets in a process of its own whose output is a pipe; what counts is the output of its parent.
 *
 * @param isPresent whether output goes to a terminal rather than to a file, a pipe or a log
 * @param device where to ask for its size, if that is known
 */
record Terminal(boolean isPresent, Optional<Path> device) {
    private static final int DEFAULT_COLUMNS = 80;

    /** The terminal of this process, or of the JShell session that this process runs the snippets of. */
    static Terminal find() {
        boolean isSnippets = isJShell(System.getProperty("sun.java.command", ""));
        var output = Path.of("/proc", isSnippets ? parent() : "self", "fd", "1");
        if (Files.isSymbolicLink(output)) {
            var device = device(output);
            return new Terminal(device.isPresent(), device);
        }
        boolean isPresent = isSnippets ? System.getenv("TERM") != null : hasConsole(); // no /proc: macOS, Windows
        return new Terminal(isPresent, Optional.empty());
    }

    /** The columns of the terminal now; 80 where nobody knows. */
    int columns(Map<String, String> environment) {
        var set = environment.getOrDefault("COLUMNS", "");
        return set.matches("[1-9][0-9]{0,4}")
                ? Integer.parseInt(set)
                : device.map(Terminal::width).orElse(DEFAULT_COLUMNS);
    }

    /** Whether somebody looks at it: a log of continuous integration may look like a terminal. */
    boolean isWatched(Map<String, String> environment) {
        return isPresent && environment.getOrDefault("CI", "").matches("|false|0");
    }

    /** Whether a line can be written over. */
    boolean isInteractive(Map<String, String> environment) {
        return isWatched(environment) && !isDumb(environment);
    }

    static boolean isDumb(Map<String, String> environment) {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    static boolean isJShell(String command) {
        return command.startsWith("jdk.jshell.execution.RemoteExecutionControl");
    }

    /** Whether what is printed may hold block elements and Braille. */
    static boolean isUnicode() {
        var name =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        return Charset.isSupported(name) && Charset.forName(name).newEncoder().canEncode('▀');
    }

    private static String parent() {
        return ProcessHandle.current()
                .parent()
                .map(handle -> Long.toString(handle.pid()))
                .orElse("self");
    }

    private static Optional<Path> device(Path output) {
        try {
            var target = Files.readSymbolicLink(output);
            return Optional.of(target).filter(path -> path.toString().matches("/dev/(pts/|tty|console).*"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From JDK 22 on there is a console even without a terminal, which then has to be asked. */
    private static boolean hasConsole() {
        var console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int width(Path device) {
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(device.toFile())
                    .start();
            var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip(); // "24 80"
            return size.matches("\\d+ [1-9]\\d{0,4}") ? Integer.parseInt(size.split(" ")[1]) : DEFAULT_COLUMNS;
        } catch (IOException e) {
            return DEFAULT_COLUMNS;
        }
    }
}
