package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The Java in the README, as one session from its first block to its last. With {@code -Dgan4j.record=true} the recorded
 * sessions are run at full length and written anew.
 */
@ExtendWith(Shortened.class)
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void readmeRunsAndItsSessionsAreUpToDate() throws IOException {
        assumeTrue(Files.exists(README), "there is no README.md yet");
        var text = Files.readString(README);
        var replayed = run("README.md", text);
        if (Boolean.getBoolean("gan4j.record")) {
            Files.writeString(README, replayed);
        }
        assertEquals(answers(text), answers(replayed));
    }

    @Test
    void sessionPastesIntoAScript() throws IOException {
        for (var block : sessions()) {
            try (var output = new CapturedOutput();
                    var shell = StrictShell.withImports()) {
                shell.run(new Script("README.md", 1, block.code()));
                shell.checkResolved();
                assertTrue(output.take().contains("step 3/3"), "the script trained");
            }
        }
    }

    @Test
    void sessionPastesIntoJShell() throws Exception {
        for (var block : sessions()) {
            var screen = jshell(block.code());
            var errors = screen.lines()
                    .filter(line -> line.matches("(jshell> )*\\|  (Error|Exception|Warning).*"))
                    .toList();
            assertEquals(List.of(), errors);
            var answers = screen.lines()
                    .map(line -> line.replaceAll("^(jshell> |\\s*\\.\\.\\.> )+", ""))
                    .filter(line -> line.matches("[$\\w]+ ==> .*"))
                    .map(RecordedSession::withoutNumbers)
                    .toList();
            assertEquals(RecordedSession.parse(block.code()).answers(), answers);
        }
    }

    @Test
    void findsWhatDiffersFromTheRecord() {
        var text = """
                ```java
                var x = 3;
                // x ==> 4 images from there
                System.out.println("done in 7 ms");
                var y = "a";
                // y ==> "b"
                ```
                """;
        var replayed = run("demo.md", text);
        assertEquals(List.of("x ==> # images from ...", "y ==> \"b\""), answers(text));
        assertEquals(List.of("x ==> #", "y ==> \"a\""), answers(replayed));
    }

    @Test
    void writesSessionsAnewAndLeavesTheRestAlone() {
        var text = """
                # Title
                ```java
                int x = 1; // no answer
                ```
                ```java
                // a comment
                int y =
                    x + 1;
                // y ==> 7

                x + y;
                // $1 ==> old
                System.out.println(y);
                ```
                ```bash
                ls
                ```
                """;
        assertEquals(text.replace("y ==> 7", "y ==> 2").replace("$1 ==> old", "$3 ==> 3"), run("demo.md", text));
    }

    private static List<CodeBlock> sessions() throws IOException {
        var sessions = CodeBlock.in(Files.readString(README)).stream()
                .filter(CodeBlock::isSession)
                .toList();
        assertFalse(sessions.isEmpty(), "the README has a session");
        return sessions;
    }

    /** What the real JShell shows when this is typed into it, in a process that is set as this one. */
    private static String jshell(String code) throws Exception {
        var options = Stream.concat(
                Stream.of("--class-path", System.getProperty("java.class.path"), "-R-Xmx1g"),
                System.getProperties().stringPropertyNames().stream()
                        .filter(name -> name.startsWith("gan4j."))
                        .map(name -> "-R-D" + name + "=" + System.getProperty(name)));
        var screen = new ByteArrayOutputStream();
        JavaShellToolBuilder.builder()
                .in(new ByteArrayInputStream((code).getBytes(StandardCharsets.UTF_8)), null)
                .out(new PrintStream(screen, true, StandardCharsets.UTF_8))
                .persistence(new HashMap<>()) // nothing of the user's own settings
                .start(options.toArray(String[]::new));
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** Runs every block and gives the text back with its sessions as they now run. */
    @SuppressWarnings("try") // what is printed is captured to be dropped
    private static String run(String place, String markdown) {
        var result = new StringBuilder();
        int end = 0;
        try (var output = new CapturedOutput();
                var shell = StrictShell.withImports()) {
            for (var block : CodeBlock.in(markdown)) {
                result.append(markdown, end, block.start()).append(run(shell, place, block.line(markdown), block));
                end = block.start() + block.code().length();
            }
            shell.checkResolved();
        }
        return result.append(markdown, end, markdown.length()).toString();
    }

    private static String run(StrictShell shell, String place, int line, CodeBlock block) {
        if (block.isSession()) {
            return RecordedSession.parse(block.code())
                    .replay(shell, place, line)
                    .toString();
        }
        shell.run(new Script(place, line, block.code()));
        return block.code();
    }

    private static List<String> answers(String markdown) {
        return CodeBlock.in(markdown).stream()
                .filter(CodeBlock::isSession)
                .flatMap(block -> RecordedSession.parse(block.code()).answers().stream())
                .toList();
    }
}
