package io.github.gan4j.show;

import static io.github.gan4j.Gan4j.plotGrid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
