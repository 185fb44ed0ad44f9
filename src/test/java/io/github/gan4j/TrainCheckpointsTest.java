package io.github.gan4j;

import static io.github.gan4j.Gan4j.loadGan;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run's checkpoints when something cannot be written. */
class TrainCheckpointsTest {
    private static final Images DIGITS = syntheticDigits(500, 1);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void namesTheFile() {
        file = folder.resolve("gan.zip");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void triesToWriteACheckpointBeforeTheFirstStep() throws IOException {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var unwritable = Path.of("/proc/gan.zip"); // for root too
        var error = assertThrows(
                UncheckedIOException.class,
                () -> train(gan, DIGITS, TrainOptions.steps(9).withCheckpoints(5, unwritable)));
        assertTrue(error.getMessage().startsWith("save: " + unwritable + " must be writable, but is not"));
        assertEquals(0, gan.step());
        Files.writeString(file, "before");
        assertThrows(
                IllegalStateException.class,
                () -> train(
                        gan,
                        DIGITS,
                        TrainOptions.steps(9).withCheckpoints(5, file).withEachStep(loss -> {
                            assertEquals("before", read(file), "trying changes nothing");
                            throw new IllegalStateException("enough");
                        })));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void savesThePairWhenWhatIsDoneWithAGridFails() {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var options = TrainOptions.steps(9).withCheckpoints(5, file).withGrids(3, grid -> {
            if (gan.step() == 4) {
                throw new UncheckedIOException(new IOException("disk full"));
            }
        });
        var error = assertThrows(UncheckedIOException.class, () -> train(gan, DIGITS, options));
        assertEquals("disk full", error.getCause().getMessage());
        assertEquals(4, loadGan(file).step());
    }
}
