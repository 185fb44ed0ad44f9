package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job as a process of its own, in a folder where nothing may be written. */
class MainTest {
    @TempDir
    Path folder;

    private record Outcome(int code, String output, List<String> problems) {}

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var here = Files.createDirectories(folder.resolve("here"));
        var problems = folder.resolve("problems");
        var builder = ChildJvm.builder(ChildJvm.command(Main.class, (Object[]) arguments))
                .directory(here.toFile())
                .redirectErrorStream(false)
                .redirectError(problems.toFile());
        builder.environment().put("DISPLAY", ":6599"); // one that is gone: no window is opened, and none is needed
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        assertArrayEquals(new String[0], here.toFile().list(), "written where the user stands");
        var lines = Files.readAllLines(problems).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: ")) // newer JDKs on JNA and JavaCPP
                .toList();
        return new Outcome(code, output, lines);
    }

    @Test
    void leavesGridChartLossesAndPairWithoutNoise() throws IOException, InterruptedException {
        var out = folder.resolve("new/out");
        var outcome = run("--steps", "3", "--out", out.toString());
        assertEquals(List.of(), outcome.problems);
        assertEquals(0, outcome.code);
        for (var words : List.of(
                "Total params: 1,493,520", // tutorial step 2
                "Total params: 1,066,497", // tutorial step 3
                "step 3/3: ",
                out + ": grid.png losses.png losses.html losses.csv gan.zip, after ")) {
            assertTrue(outcome.output.contains(words), outcome.output);
        }
        assertEquals(
                Set.of("grid.png", "losses.png", "losses.html", "losses.csv", "gan.zip"),
                new TreeSet<>(Arrays.asList(out.toFile().list())));
        assertEquals(112, ImageIO.read(out.resolve("grid.png").toFile()).getWidth());
        var losses = Files.readAllLines(out.resolve("losses.csv"));
        assertEquals("step,discriminator,generator,accuracy,millis", losses.get(0));
        assertEquals(4, losses.size());
        assertEquals(3, Gan4j.loadGan(out.resolve("gan.zip")).step());
    }

    @ParameterizedTest
    @CsvSource({
        "--steps 0, '--steps must be a whole number from 1 to 999,999,999, but got 0.'",
        "--steps -5, '--steps must be a whole number from 1 to 999,999,999, but got -5.'",
        "--steps many, '--steps must be a whole number from 1 to 999,999,999, but got many.'",
        "--steps, --steps must have a value behind it.",
        "--help, 'options must be --steps or --out, but got --help.'",
        "--out problems/x, 'the folder for the results must be one that can be made, but got problems/x'"
    })
    void endsWithAMessageAndCode1(String arguments, String message) throws IOException, InterruptedException {
        var absolute = arguments.replace("problems", folder.resolve("problems").toString());
        var outcome = run(absolute.split(" "));
        assertEquals(1, outcome.code);
        assertEquals("", outcome.output);
        var expected = "main job: "
                + message.replace("problems", folder.resolve("problems").toString());
        assertTrue(outcome.problems.get(0).startsWith(expected), outcome.problems.toString());
        assertEquals(2, outcome.problems.size(), "rule and repair, no stack: " + outcome.problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid.png", "losses.png", "losses.html", "losses.csv", "gan.zip"})
    void triesEveryFileBeforeTheFirstStep(String name) throws IOException, InterruptedException {
        var inTheWay =
                Files.createDirectories(folder.resolve("out").resolve(name).resolve("x"));
        var outcome = run("--steps", "2", "--out", folder.resolve("out").toString());
        assertEquals(1, outcome.code);
        assertEquals("", outcome.output);
        assertEquals(2, outcome.problems.size(), "rule and repair, no stack: " + outcome.problems);
        assertTrue(
                outcome.problems.get(0).startsWith("main job: " + inTheWay.getParent() + " must be a file"),
                outcome.problems.toString());
        assertTrue(outcome.problems.get(1).contains("--out DIR"), outcome.problems.toString());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void triesThePairWithAllItsBytesBeforeTheFirstStep() throws IOException, InterruptedException {
        var command = ChildJvm.command(
                Main.class, "--steps", "2", "--out", folder.resolve("out").toString());
        command.addAll(0, List.of("sh", "-c", "ulimit -f 16000; exec \"$@\"", "sh")); // at most 8 or 16 MB a file
        command.add(command.indexOf("-cp"), "-XX:-UsePerfData");
        var process = ChildJvm.builder(command).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(1, process.waitFor());
        assertTrue(output.contains("gan.zip must be writable, but is not: "), output);
        assertFalse(output.contains("step 1/2"), output);
        assertArrayEquals(new String[0], folder.resolve("out").toFile().list());
    }

    @Test
    void oneFileThatFailsTakesNoOtherWithIt() throws IOException {
        var out = Files.createDirectories(folder.resolve("out"));
        Files.createDirectory(out.resolve("gan.zip"));
        Files.createDirectory(out.resolve("losses.csv"));
        var gan = SmallPair.of(8, GanOptions.defaults());
        var losses = Gan4j.train(gan, Gan4j.syntheticDigits(100, 1), 2);
        var error = assertThrows(IllegalStateException.class, () -> Main.leave(gan, losses, out, System.nanoTime()));
        assertTrue(error.getMessage().contains(out.resolve("gan.zip") + " must be a file"), error.getMessage());
        assertTrue(error.getMessage().contains(out.resolve("losses.csv") + " must be a file"), error.getMessage());
        for (var name : List.of("grid.png", "losses.png", "losses.html")) {
            assertTrue(Files.size(out.resolve(name)) > 0, name);
        }
    }

    @Test
    void asksWhereItsCodeLiesOnlyWithoutAFolder() {
        System.setProperty("gan4j.out", "no\0path"); // asking would fail
        try {
            assertEquals(
                    Path.of("x"), Main.Arguments.of(new String[] {"--out", "x"}).folder());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Main.Arguments.of(new String[0]).folder());
        } finally {
            System.clearProperty("gan4j.out");
        }
    }

    @Test
    void endsWithAMessageWhenTheNumberOfThreadsIsNone() throws IOException, InterruptedException {
        var outcome = run(Map.of("OMP_NUM_THREADS", "0"), "--steps", "1");
        assertEquals(1, outcome.code);
        assertEquals("", outcome.output);
        assertEquals("OMP_NUM_THREADS: must be a whole number from 1 to 1,024, but got 0.", outcome.problems.get(0));
    }
}
