package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void findsWhatDiffersFromTheRecord() {
        var text = """
                ```java
                jshell> var x = 3
                x ==> 4 images from there
                jshell> System.out.println("done in 7 ms")
                done in 6 ms
                jshell> var y = "a"
                y ==> "b"
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
                int x = 1;
                ```
                ```java
                jshell> x + 1
                ```
                ```bash
                ls
                ```
                """;
        assertEquals(text.replace("x + 1\n", "x + 1\n$2 ==> 2\n"), run("demo.md", text));
    }

    /** Runs every block and gives the text back with its sessions as they now run. */
    private static String run(String place, String markdown) {
        var result = new StringBuilder();
        int end = 0;
        try (var output = new CapturedOutput();
                var shell = StrictShell.withImports()) {
            for (var block : CodeBlock.in(markdown)) {
                result.append(markdown, end, block.start())
                        .append(run(shell, output, place, block.line(markdown), block));
                end = block.start() + block.code().length();
            }
            shell.checkResolved();
        }
        return result.append(markdown, end, markdown.length()).toString();
    }

    private static String run(StrictShell shell, CapturedOutput output, String place, int line, CodeBlock block) {
        if (block.isSession()) {
            return RecordedSession.parse(block.code())
                    .replay(shell, output, place, line)
                    .toString();
        }
        shell.run(new Script(place, line, block.code()));
        output.take();
        return block.code();
    }

    private static List<String> answers(String markdown) {
        return CodeBlock.in(markdown).stream()
                .filter(CodeBlock::isSession)
                .flatMap(block -> RecordedSession.parse(block.code()).answers().stream())
                .toList();
    }
}
