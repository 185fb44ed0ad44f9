package io.github.gan4j;

import static io.github.gan4j.Gan4j.loadImages;
import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.sample;
import static io.github.gan4j.Gan4j.saveImage;
import static io.github.gan4j.Gan4j.saveImages;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.internal.Handover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaveImagesTest {
    @TempDir
    Path temp;

    private static Images random(ImageShape shape, int count, int[] labels, List<String> names) {
        var pixels = new byte[count * shape.features()];
        new Random(1).nextBytes(pixels);
        return Images.of("random", shape, new Handover(pixels), labels, names);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyByteComesBack(int channels) {
        var images = random(new ImageShape(7, 5, channels), 300, new int[0], List.of());
        saveImages(images, temp.resolve("pictures"));
        var again = loadImages(temp.resolve("pictures"));
        assertEquals(images.sha256(), again.sha256());
        saveImages(again, temp.resolve("again"));
        assertEquals(images.sha256(), loadImages(temp.resolve("again")).sha256());
    }

    @Test
    void classesComeBackWithTheirNames() {
        var labels = new int[] {0, 0, 1, 2, 2};
        var images = random(ImageShape.MNIST, 5, labels, List.of("bird", "cat", "\u0436\u0443\u043a"));
        saveImages(images, temp);
        var again = loadImages(temp);
        assertEquals(images.sha256(), again.sha256());
        assertEquals(images.labelNames(), again.labelNames());
        assertArrayEquals(labels, again.labels());
    }

    @Test
    void classesWithoutNamesAreCalledByNumber() {
        saveImages(random(ImageShape.MNIST, 3, new int[] {10, 9, 10}, List.of()), temp);
        assertEquals(List.of("009", "010"), loadImages(temp).labelNames());
    }

    @Test
    void samplesComeBackToTheNearestLevel() {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var samples = sample(gan, 20);
        saveImages(samples, gan.shape(), temp);
        var again = loadImages(temp).batch(0, 20);
        assertTrue(samples.sub(again).norm1Number().doubleValue() / samples.length() < 1 / 255.0);
        assertTrue(samples.sub(again).normmaxNumber().doubleValue() < 1.001 / 255);
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Files.createFile(temp.resolve("mine.txt"));
        var images = random(ImageShape.MNIST, 1, new int[0], List.of());
        var thrown = assertThrows(UncheckedIOException.class, () -> saveImages(images, temp));
        assertEquals(
                "saveImages: folder must be a new folder or an empty one, but holds mine.txt.\n"
                        + "Take another: saveImages(images, Path.of(\"folder-2\"))",
                thrown.getMessage().replace(temp.toString(), "folder"));
    }

    @Test
    void refusesAClassThatLeadsOutOfTheFolder() {
        var images = random(ImageShape.MNIST, 1, new int[] {0}, List.of("../up"));
        var thrown = assertThrows(IllegalArgumentException.class, () -> saveImages(images, temp.resolve("new")));
        assertTrue(
                thrown.getMessage().startsWith("saveImages: a class's name must be that of a folder, but got ../up."));
    }

    @Test
    void savesOneImageOfAGrid() throws IOException {
        var grid = plotGrid(random(new ImageShape(8, 8, 3), 16, new int[0], List.of()));
        saveImage(grid.image(1, 2), temp.resolve("new/one.png"));
        var again = ImageIO.read(temp.resolve("new/one.png").toFile());
        assertEquals(8, again.getWidth());
        assertEquals(grid.getRGB(2 * 8 + 3, 8 + 4), again.getRGB(3, 4));
    }
}
