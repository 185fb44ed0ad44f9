package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gan4j.Gan4j;
import java.io.File;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

/** What JShell offers behind the Tab key. */
class CompletionTest {
    @Test
    void offersTheVerbsOfTheFacadeAndNothingElse() {
        var verbs = Arrays.stream(Gan4j.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getName() + "(")
                .collect(Collectors.toCollection(TreeSet::new));
        verbs.add("class"); // JShell offers it behind every type
        assertEquals(verbs, offered("Gan4j."));
    }

    private static TreeSet<String> offered(String typed) {
        try (var shell = JShell.builder().executionEngine("local").build()) {
            for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                shell.addToClasspath(entry);
            }
            shell.eval("import io.github.gan4j.*;");
            return shell.sourceCodeAnalysis().completionSuggestions(typed, typed.length(), new int[1]).stream()
                    .map(suggestion -> suggestion.continuation().replaceAll("\\(.*", "("))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
