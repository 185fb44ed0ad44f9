package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that JShell's own command takes, read as it reads them. */
class TypedScriptTest {
    @TempDir
    Path folder;

    private List<String> run(String text) throws IOException {
        try (var session = new StrictShell(".")) {
            return session.runTyped(script(text));
        }
    }

    private Script script(String text) throws IOException {
        return Script.read(Files.writeString(folder.resolve("demo.jsh"), text));
    }

    private void assertFails(String message, String text) {
        var failure = assertThrows(ScriptFailure.class, () -> run(text));
        assertTrue(failure.getMessage().startsWith(folder + "/demo.jsh:" + message), failure.getMessage());
    }

    /** As {@code /save -history} wrote it. */
    @Test
    void takesAHistoryThatJShellSaved() throws IOException {
        var saved = """
                import java.util.concurrent.*
                var x = 3
                int f(int a) {
                        return a * 2;
                    }
                x + 1
                f(x)
                /vars
                for (int i = 0; i < 3; i++) {
                        x++;
                    }
                if (x > 3) x = 10
                ++x
                x = $4 + 1
                /save -history demo.jsh
                /exit
                nothing of this is read
                """;
        assertEquals(List.of("x ==> 3", "$4 ==> 4", "$5 ==> 6", "$8 ==> 11", "x ==> 5"), run(saved));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exit", "/exit 0", "/ex", "/exit\n/open other", "/l\n/vars -all\n// end"})
    void passesOverCommandsThatChangeNothing(String commands) throws IOException {
        assertEquals(List.of("x ==> 3"), run("var x = 3\n" + commands));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open other.jsh",
                "/reset",
                "/drop x",
                "/env",
                "/edit",
                "/!",
                "/-1",
                "/1",
                "/exit 3",
                "/e",
                "/no"
            })
    void refusesCommandsThatChangeSomething(String command) {
        assertFails(
                "2: a script holds Java, and of JShell's commands those that only show something",
                "var x = 3\n" + command);
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertEquals(List.of("x ==> 3"), run("\ufeffvar x = 3;\r\n"));
    }

    @Test
    void takesACopiedSession() throws IOException {
        var session = """

                jshell> var x = 3
                x ==> 3
                jshell> int f(int a) {
                   ...>     return a * 2;
                   ...> }
                |  created method f(int)
                jshell> System.out.println("x = 3;")
                x = 3;

                jshell> f(x)
                $4 ==> 6

                jshell>
                """;
        assertEquals(List.of("x ==> 3", "$4 ==> 6"), run(session));
        assertFails("3: does not compile", "jshell> var x = 3\nx ==> 3\njshell> x = y\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"\n    .length()",
                "var n = \"a\"\n    .length()\n    + 1\n",
                "int x = 1\n+ 2\n",
                "int x = 1\n- 2\nint y = 3",
                "if (true) {\n}\nelse {\n}",
            })
    void refusesWhatReadsOtherwiseAsAWhole(String text) {
        assertFails("1: typed line by line, the snippet ends elsewhere than read as a whole", text);
    }

    @Test
    void saysThatAScriptIsMissing() {
        var missing = folder.resolve("no.jsh");
        assertUnreadable("script: " + missing + " cannot be read: there is no such file.\nCheck the path; ", missing);
        assertUnreadable("script: " + folder + " cannot be read: there is something there that is no file.", folder);
    }

    @Test
    void saysThatAScriptIsNoText() throws IOException {
        var latin = Files.write(folder.resolve("latin.jsh"), "// \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertUnreadable("script: " + latin + " must be text in UTF-8, but is not", latin);
    }

    private static void assertUnreadable(String message, Path file) {
        var problem = assertThrows(UncheckedIOException.class, () -> Script.read(file));
        assertTrue(problem.getMessage().startsWith(message), problem.getMessage());
    }
}
