package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.exercise.Exercise;
import io.github.gan4j.exercise.Exercises;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exercises' snippets, pasted as a reader pastes them. */
class ExerciseSnippetsTest {
    private static StrictShell shell;

    @TempDir
    static Path folder;

    @BeforeAll
    static void open() {
        System.setProperty("gan4j.show", "ascii");
        shell = StrictShell.withImports();
    }

    @AfterAll
    static void close() {
        shell.close();
        System.clearProperty("gan4j.show");
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
    void hasASolutionThatIsRight(Exercise exercise) throws IOException {
        assumeTrue(
                exercise.number() != 9 || Shortened.isFullLength(), "trains for 2,000 steps: -Dgan4j.fullLength=true");
        var said = run(exercise.solution()
                .replace("loadFashionMnist()", "loadIdx(java.nio.file.Path.of(\"" + clothes() + "\"))"));
        assertTrue(said.contains("Right: "), said);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void comesAsAScript(Exercise exercise) throws IOException {
        var file = Path.of("jshell", "exercises", name(exercise));
        if (Boolean.getBoolean("gan4j.record")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, script(exercise));
        }
        assertEquals(script(exercise), Files.readString(file), "write it anew with -Dgan4j.record=true");
    }

    @Test
    void thereAreTwelveOnNarrowLines() {
        assertEquals(12, exercises().size());
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
        var task = exercise.task().lines().map(line -> "// " + line + "\n").toList();
        return "// " + exercise.heading() + "\n" + String.join("", task) + "\n" + exercise.start();
    }

    private static String name(Exercise exercise) {
        var title = exercise.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-")
                .replaceAll("-$", "");
        return String.format("%02d-%s.jsh", exercise.number(), title);
    }

    /** A stand-in for pictures of clothes in MNIST's format: large grey shapes. */
    private static Path clothes() throws IOException {
        var file = folder.resolve("clothes-idx3-ubyte");
        var bytes = ByteBuffer.allocate(16 + 256 * 784)
                .putInt(2051)
                .putInt(256)
                .putInt(28)
                .putInt(28);
        var random = new Random(7);
        for (int i = 0; i < 256; i++) {
            int left = 2 + random.nextInt(5);
            int grey = 120 + random.nextInt(120);
            for (int pixel = 0; pixel < 784; pixel++) {
                int column = pixel % 28;
                bytes.put((byte) (column >= left && column < 28 - left ? grey + random.nextInt(16) : 0));
            }
        }
        return Files.write(file, bytes.array());
    }
}
