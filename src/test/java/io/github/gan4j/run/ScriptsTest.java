package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts under {@code jshell/}, run as a reader runs them. */
@ExtendWith(Shortened.class)
class ScriptsTest {
    @ParameterizedTest
    @MethodSource("scripts")
    void runsToItsEndOnItsOwn(Path script) {
        try (var output = new CapturedOutput();
                var session = StrictShell.withImports()) {
            session.run(Script.read(script));
            session.checkResolved();
            assertFalse(output.take().isBlank(), "a script must print or show what it makes");
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void fitsOnAScreen(Path script) throws IOException {
        var lines = Files.readAllLines(script);
        assertTrue(lines.size() >= 15 && lines.size() <= 25, "15 to 25 lines, but got " + lines.size());
        lines.forEach(line -> assertTrue(line.length() <= 120, line));
    }

    @Test
    void lessonNIsNotebookNAndScriptN() throws IOException {
        try (var files = Files.list(Path.of("notebooks"))) {
            var notebooks = files.map(ScriptsTest::lesson)
                    .filter(name -> name.matches("\\d\\d-.*"))
                    .sorted()
                    .toList();
            assertEquals(notebooks, scripts().stream().map(ScriptsTest::lesson).toList());
        }
    }

    private static String lesson(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(jsh|ipynb)$", "");
    }

    static List<Path> scripts() throws IOException {
        try (var files = Files.list(Path.of("jshell"))) {
            return files.filter(file -> file.getFileName().toString().matches("\\d.*\\.jsh"))
                    .sorted()
                    .toList();
        }
    }
}
