package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StrictShellTest {
    private static final StrictShell SHARED = new StrictShell("."); // opening one takes a second

    @AfterAll
    static void close() {
        SHARED.close();
    }

    @Test
    void answersAsJShellDoes() {
        var script = """
                var x = 3;
                x + 1;
                x = 5;
                void nothing() {}
                nothing();
                var s = "a";
                """;
        try (var session = new StrictShell(".")) {
            assertEquals(
                    List.of("x ==> 3", "$2 ==> 4", "x ==> 5", "s ==> \"a\""),
                    session.run(new Script("demo.jsh", 1, script)));
        }
    }

    @Test
    void knowsWhatJShellImports() {
        try (var session = StrictShell.withImports()) {
            assertEquals(List.of("$1 ==> 2"), session.run(new Script("demo.jsh", 1, "List.of(1, 2).size()")));
        }
    }

    @Test
    void takesLastStatementWithoutSemicolon() {
        assertEquals(List.of("x ==> 3"), run("var x = 3"));
    }

    @Test
    void refusesToGuessSemicolons() {
        assertFails("demo.jsh:1: ", "var x = 3\nvar y = 4");
    }

    @Test
    void passesOverComments() {
        assertEquals(List.of("x ==> 3", "y ==> 4"), run("// one\nvar x = 3; // [1]\n/* two */ var y = 4; // end"));
    }

    @Test
    void keepsVariablesFromOneScriptToTheNext() {
        run("var list = java.util.List.of(1, 2);");
        assertEquals(List.of("size ==> 2"), run("var size = list.size();"));
    }

    @Test
    void runsASnippetTwice() {
        run("var x = 3;");
        assertEquals(List.of("x ==> 4"), run("var x = 4;"));
    }

    @Test
    void stopsAtSnippetThatThrows() {
        assertFails("demo.jsh:2: threw java.lang.IllegalArgumentException: too small", """
                int x = 1;
                if (x < 2) {
                    throw new IllegalArgumentException("too small");
                }
                """);
    }

    @Test
    void stopsBeforeTheSnippetBehindAFailure() {
        assertThrows(ScriptFailure.class, () -> run("int x = 1;\nint y = 1 / 0;\nx = 2;"));
        assertEquals(List.of("x ==> 1"), run("x"));
    }

    @Test
    void namesTheCauseOfAnException() {
        var failure = assertThrows(
                ScriptFailure.class,
                () -> run("throw new IllegalStateException(\"a\", new java.io.IOException(\"b\"));"));
        assertTrue(failure.getMessage().contains("because of java.io.IOException: b"), failure.getMessage());
    }

    @Test
    void stopsAtTheLineThatDoesNotCompile() {
        assertFails("demo.jsh:5: does not compile: ", """
                // a comment

                int twice(int x) {
                    int y = x;
                    return "2";
                }
                """);
    }

    @Test
    void stopsAtUnknownName() {
        assertFails("demo.jsh:2: does not compile: ", "int x = 1;\nx = unknown;");
    }

    @Test
    void stopsAtIncompleteSnippet() {
        assertFails(
                "demo.jsh:2: the snippet is not complete: void open() {", "int x = 1;\nvoid open() {\n    x = 2;\n");
    }

    @Test
    void stopsAtCallOfMethodThatIsUnresolved() {
        assertFails(
                "demo.jsh:2: early needs method late(), which the script never declares",
                "void early() { late(); }\nearly();\nvoid late() {}");
    }

    @Test
    void refusesDeclarationThatStaysUnresolved() {
        try (var session = new StrictShell(".")) {
            session.run(new Script("demo.jsh", 1, "int x = 1;\nvoid first() { second(); }"));
            var failure = assertThrows(ScriptFailure.class, session::checkResolved);
            assertEquals(
                    "demo.jsh:2: first needs method second(), which the script never declares", failure.getMessage());
        }
    }

    @Test
    void takesDeclarationsInAnyOrder() {
        try (var session = new StrictShell(".")) {
            session.run(new Script("demo.jsh", 1, "int first() { return second(); }\nint second() { return 2; }"));
            session.checkResolved();
        }
    }

    @Test
    void refusesWhatJShellReadsOtherwiseLineByLine() {
        assertFails("demo.jsh:1: typed line by line, ", "\"a\"\n    .length();");
    }

    @Test
    void refusesJShellCommand() {
        assertFails("demo.jsh:2: a script holds Java alone and ends by itself, but got /exit", "int x = 1;\n/exit\n");
    }

    @Test
    void countsLinesFromTheScriptsFirstLine() {
        var failure = assertThrows(ScriptFailure.class, () -> SHARED.run(new Script("README.md", 40, "\n1 / 0;")));
        assertTrue(failure.getMessage().startsWith("README.md:41: threw "), failure.getMessage());
    }

    private List<String> run(String source) {
        return SHARED.run(new Script("demo.jsh", 1, source));
    }

    private void assertFails(String message, String source) {
        var failure = assertThrows(ScriptFailure.class, () -> run(source));
        assertTrue(failure.getMessage().startsWith(message), failure.getMessage());
    }
}
