package io.github.gan4j.keep;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Fuzz;
import io.github.gan4j.Gan4j;
import io.github.gan4j.SmallPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFuzzTest {
    private static final long MAX_BYTES = 1_000_000; // the files are under 40,000
    private static final int BUILT_ONE_IN = 20;

    @TempDir
    Path folder;

    private final Fuzz fuzz = new Fuzz();
    private Path file;
    private byte[] good;
    private Archive archive;

    @BeforeEach
    void savesAGoodOne() throws IOException {
        file = folder.resolve("gan.zip");
        SmallPair.saved(file);
        good = Files.readAllBytes(file);
        archive = Archive.of(good);
        Gan4j.loadGan(file); // loads classes
    }

    @Test
    void readsOrRefusesWhateverTheBytesAre() {
        fuzz.run("checkpoint, any bytes", 4_000, MAX_BYTES, () -> reads(fuzz.mutated(good)));
    }

    @Test
    void readsOrRefusesWhateverARightArchiveSays() {
        fuzz.run(
                "checkpoint, right sums",
                4_000,
                MAX_BYTES,
                () -> reads(strange().bytes()));
    }

    /** Another header, or another content behind it. */
    private Archive strange() {
        if (fuzz.random().nextInt(4) == 0) {
            var entry = Entry.values()[fuzz.random().nextInt(Entry.values().length)];
            return archive.with(entry, fuzz.mutated(archive.get(entry)));
        }
        return archive.withHeader(header -> {
            var lines = header.lines().toList();
            var line = lines.get(fuzz.random().nextInt(lines.size()));
            return header.replace(line, fuzz.mutated(line));
        });
    }

    private boolean reads(byte[] input) throws IOException {
        Files.write(file, input);
        try {
            CheckpointFile.load(file);
        } catch (UncheckedIOException e) {
            assertTrue(e.getMessage().startsWith("loadGan: " + file + " must "), e.getMessage());
            return false;
        }
        if (fuzz.random().nextInt(BUILT_ONE_IN) == 0) {
            // on another thread, because what is measured on this one is what the reader takes
            assertEquals(
                    List.of(1L, 784L),
                    CompletableFuture.supplyAsync(this::shapeOfASample).join());
        }
        return true;
    }

    private List<Long> shapeOfASample() {
        var shape = Gan4j.sample(Gan4j.loadGan(file), 1).shape();
        return List.of(shape[0], shape[1]);
    }
}
