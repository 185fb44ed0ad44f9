package io.github.gan4j.show;

import static io.github.gan4j.Gan4j.plotGrid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.GridAnimation;
import io.github.gan4j.Images;
import io.github.gan4j.LossChart;
import io.github.gan4j.LossHistory;
import io.github.gan4j.StepLoss;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.PieTrace;

class OutputFolderTest {
    @AfterEach
    void leaveTheSettingAway() {
        System.clearProperty("gan4j.out");
    }

    @Test
    void checkoutsFilesGoToItsTarget(@TempDir Path checkout) throws IOException {
        Files.createFile(checkout.resolve("pom.xml"));
        assertEquals(
                checkout.resolve("target/gan4j"),
                OutputFolder.unnamed(Optional.of(checkout.resolve("target/gan4j.jar"))));
        assertEquals(
                checkout.resolve("target/gan4j"),
                OutputFolder.unnamed(Optional.of(checkout.resolve("target/classes"))));
    }

    @Test
    void everybodyElsesGoToTheTemporaryFolder(@TempDir Path repository) {
        var folder = OutputFolder.unnamed(Optional.of(repository.resolve("gan4j-0.1.0.jar")));
        assertTrue(folder.startsWith(System.getProperty("java.io.tmpdir")));
    }

    @Test
    void codeThatIsNoFileGoesThereToo() {
        assertTrue(OutputFolder.unnamed(Optional.empty()).startsWith(System.getProperty("java.io.tmpdir")));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void temporaryFolderIsNewAndForItsUserAlone(@TempDir Path repository) throws IOException {
        var jar = repository.resolve("gan4j-0.1.0.jar");
        var folder = OutputFolder.unnamed(Optional.of(jar));
        assertNotEquals(
                "gan4j-" + System.getProperty("user.name"), folder.getFileName().toString());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals(folder, OutputFolder.unnamed(Optional.of(jar)));

        Files.delete(folder);
        Files.createSymbolicLink(folder, Files.createDirectory(repository.resolve("trap")));
        var next = OutputFolder.unnamed(Optional.of(jar));
        Files.delete(folder);
        assertNotEquals(folder, next);
        assertFalse(Files.isSymbolicLink(next));
    }

    @Test
    void neverWritesOverWhatAnotherSessionHasWritten(@TempDir Path folder) throws Exception {
        System.setProperty("gan4j.out", folder.toString());
        for (int number = 1; number < 200; number++) {
            Files.writeString(folder.resolve("picture-" + number + ".png"), "other");
        }
        Callable<String> show = () -> Contents.of(new BufferedImage(1, 1, 1)).file();
        var threads = Executors.newFixedThreadPool(2);
        var shown = new HashSet<String>();
        for (var done : threads.invokeAll(Collections.nCopies(20, show))) {
            shown.add(done.get());
        }
        threads.shutdown();
        assertEquals(20, shown.size());
        for (int number = 1; number < 200; number++) {
            assertEquals("other", Files.readString(folder.resolve("picture-" + number + ".png")));
        }
    }

    static Stream<Object> allThatIsWrittenAsAFile() {
        var grid = plotGrid(Images.of("black", new byte[784], new int[0]));
        return Stream.of(
                grid,
                new GridAnimation(List.of(grid)),
                new LossChart(LossHistory.of(List.of(new StepLoss(1, 1, 1, 1, 1)))),
                new Figure(PieTrace.builder(StringColumn.create("a", "b"), DoubleColumn.create("c", 1.0))
                        .build()));
    }

    @ParameterizedTest
    @MethodSource("allThatIsWrittenAsAFile")
    void saysHowToNameAnotherFolder(Object value, @TempDir Path folder) throws IOException {
        var blocked = Files.createFile(folder.resolve("file"));
        System.setProperty("gan4j.out", blocked.toString());
        var lines = assertThrows(
                        UncheckedIOException.class, () -> Contents.of(value).file())
                .getMessage()
                .lines()
                .toList();
        assertTrue(
                lines.get(0).startsWith("show: pictures go to " + blocked + ", which must be a folder "), lines.get(0));
        assertEquals(
                "Name another: System.setProperty(\"gan4j.out\", \"DIR\"), or start with GAN4J_OUT=DIR.", lines.get(1));
    }

    @Test
    void shownGridIsAPictureWhosePathIsPrinted(@TempDir Path folder) throws IOException {
        System.setProperty("gan4j.out", folder.resolve("new").toString());
        var grid = plotGrid(Images.of("black", new byte[784 * 16], new int[0]));
        var lines = Contents.of(grid).file().split("\n");
        assertEquals(grid.toString(), lines[0]);
        assertEquals(folder.resolve("new"), Path.of(lines[1]).getParent());
        assertEquals(448, ImageIO.read(Path.of(lines[1]).toFile()).getWidth());
    }

    @Test
    void textNeedsNoFile() {
        assertEquals("42", Contents.of(42).file());
        assertEquals("null", Contents.of(null).file());
    }
}
