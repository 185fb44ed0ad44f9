package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.exercise.Exercise;
import io.github.gan4j.exercise.Exercises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exercises' snippets, pasted as a reader pastes them. */
class ExerciseSnippetsTest {
    @RegisterExtension
    static final Shortened SHORTENED = new Shortened(60); // what exercise 7 asks for

    private static StrictShell shell;

    @BeforeAll
    static void open() {
        shell = StrictShell.withImports();
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void beginsNotYetRight(Exercise exercise) {
        var said = run(exercise.start());
        assertTrue(said.contains("Not yet: "), said);
        assertFalse(said.contains("ended with"), said);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void hasASolutionThatIsRightWithinTwoMinutes(Exercise exercise) throws IOException {
        boolean trains = List.of(9, 13).contains(exercise.number());
        assumeTrue(!trains || Shortened.isFullLength(), "trains for 2,000 steps and more: -Dgan4j.fullLength=true");
        var code = Clothes.insteadOfFashionMnist(exercise.answer());
        var said = assertTimeout(Duration.ofMinutes(2), () -> run(code));
        assertTrue(said.contains("Right: "), said);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void comesAsAScript(Exercise exercise) throws IOException {
        var file = Path.of("jshell", "exercises", ExerciseNotebook.name(exercise) + ".jsh");
        if (Boolean.getBoolean("gan4j.record")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, script(exercise));
        }
        assertEquals(script(exercise), Files.readString(file), "write it anew with -Dgan4j.record=true");
    }

    @Test
    void thereAreSeventeenOnNarrowLines() {
        assertEquals(17, exercises().size());
        for (var exercise : exercises()) {
            assertTrue(exercise.text().lines().count() <= 30, exercise.heading());
            exercise.text().lines().forEach(line -> assertTrue(line.length() <= 110, line));
            exercise.solution().lines().forEach(line -> assertTrue(line.length() <= 120, line));
        }
    }

    static List<Exercise> exercises() {
        return Exercises.all();
    }

    private static String run(String source) {
        try (var output = new CapturedOutput()) {
            shell.run(new Script("exercise", 1, source));
            return output.take();
        }
    }

    private static String script(Exercise exercise) {
        return Exercise.commented(exercise.heading() + "\n" + exercise.task()) + "\n" + exercise.start();
    }
}
