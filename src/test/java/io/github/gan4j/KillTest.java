package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.internal.SeededRandom;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that saves after every step, as kill -9 does, and starts it again from what it left; {@code
 * -Dgan4j.kills=200} does so 200 times instead of 5.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("gan4j.kills", 5);
    private static final long SEED = Long.getLong("gan4j.killSeed", 42);
    private static final long MAX_LENGTH = 80_000_000; // ns of saving until the kill, some ten savings
    private static final Images DIGITS = Gan4j.syntheticDigits(100, 1);

    @TempDir
    Path folder;

    private final SeededRandom random = new SeededRandom(SEED);
    private final Gan neverStopped = Saver.newPair();
    private int midway;

    @Test
    void findsTheLastOrTheCurrentCheckpointWholeAfterEveryKill() throws Exception {
        var file = folder.resolve("gan.zip");
        for (int kill = 1; kill <= KILLS; kill++) {
            int saved = saveUntilKilled(file);
            countParts();
            var gan = Gan4j.loadGan(file);
            assertTrue(gan.step() == saved || gan.step() == saved + 1, gan.step() + " after " + saved);
            while (neverStopped.step() < gan.step()) {
                Gan4j.trainStep(neverStopped, DIGITS);
            }
            CheckpointTest.assertSameBits(neverStopped, gan);
        }
        System.out.printf(
                "checkpoint, kill -9: %,d kills (seed %d), %,d in the midst of a file, %,d steps; each left a whole checkpoint%n",
                KILLS, SEED, midway, neverStopped.step());
        assertTrue(KILLS < 20 || midway > 0, "some kills must hit a file that is being written");
    }

    /** The last step that the process said it had saved. */
    private int saveUntilKilled(Path file) throws Exception {
        var process = ChildJvm.builder(ChildJvm.command(Saver.class, file)).start();
        var said = new ArrayList<String>();
        try (var out = process.inputReader()) {
            assertTrue(awaitSaved(out, said), () -> "the process ended by itself: " + said);
            assertFalse(
                    process.waitFor(random.nextLong(MAX_LENGTH), TimeUnit.NANOSECONDS), "it saves until it is killed");
            process.toHandle().destroyForcibly(); // leaves what it said readable
            out.lines().forEach(said::add);
        } finally {
            process.destroyForcibly();
        }
        return said.stream()
                .filter(line -> line.matches("saved \\d+\\."))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .max()
                .orElseThrow();
    }

    private static boolean awaitSaved(BufferedReader out, List<String> said) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.startsWith("saved ")) {
                return true;
            }
        }
        return false;
    }

    /** Counts the file that a kill left unfinished and removes it, as the next hour would. */
    private void countParts() throws IOException {
        try (var files = Files.list(folder)) {
            for (var part :
                    files.filter(path -> path.toString().endsWith(".part")).toList()) {
                midway++;
                Files.delete(part);
            }
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void keepsCheckpointAndPairWhenTheSystemRefusesMoreBytes() throws Exception {
        var file = folder.resolve("gan.zip");
        Gan4j.save(Saver.newPair(), file);
        var before = Files.readAllBytes(file);
        var limited = new ArrayList<>(List.of("bash", "-c", "ulimit -f 200; exec \"$@\"", "bash")); // KB; needed: 1,400
        limited.addAll(ChildJvm.command(Saver.class, file));
        limited.add(limited.indexOf("-cp"), "-XX:-UsePerfData"); // writes no other file
        var process = ChildJvm.builder(limited).start();
        var said = process.inputReader().lines().toList();

        assertEquals(1, process.waitFor(), said.toString());
        assertTrue(said.get(0).startsWith("save: " + file + " must be writable, but is not: "), said.toString());
        assertTrue(said.contains("still trains: step 2"), said.toString());
        assertArrayEquals(before, Files.readAllBytes(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    /** Trains and saves for ever, from where the file is if there is one. */
    static final class Saver {
        private static final int UNITS = 64;

        private Saver() {}

        static Gan newPair() {
            return SmallPair.of(UNITS, GanOptions.defaults());
        }

        public static void main(String[] arguments) {
            var file = Path.of(arguments[0]);
            var gan = Files.exists(file) ? Gan4j.loadGan(file) : newPair();
            try {
                while (true) {
                    Gan4j.trainStep(gan, DIGITS);
                    Gan4j.save(gan, file);
                    System.out.println("saved " + gan.step() + ".");
                }
            } catch (UncheckedIOException e) {
                System.out.println(e.getMessage());
                System.out.println(
                        "still trains: step " + Gan4j.trainStep(gan, DIGITS).step());
                System.exit(1);
            }
        }
    }
}
