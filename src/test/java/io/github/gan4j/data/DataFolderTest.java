package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Gan4j;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void readsPlainAndPackedFilesWithTheirLabels() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), Idx.images(3));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), Idx.gzip(Idx.labels(3)));

        var images = DataFolder.load(folder, TinyMnist.DATASET.train());

        assertEquals("tiny train", images.name());
        assertArrayEquals(new int[] {0, 1, 2}, images.labels());
    }

    @Test
    void refusesMissingFolder() {
        refuses(folder.resolve("nowhere"), "loadMnist:", "there is no folder");
    }

    @Test
    void refusesMissingLabels() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), Idx.images(3));

        refuses(folder, "must hold train-labels-idx1-ubyte or train-labels-idx1-ubyte.gz, but has neither");
    }

    @Test
    void refusesOtherImages() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), Idx.images(4));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), Idx.labels(3));

        refuses(
                folder,
                "the sha-256 must be " + TinyMnist.DATASET.train().images().digest(),
                "loadIdx");
    }

    @Test
    void refusesOtherLabels() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), Idx.images(3));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), Idx.labels(4));

        refuses(
                folder,
                "the sha-256 must be " + TinyMnist.DATASET.train().labels().digest());
    }

    @Test
    void readsMnist() {
        var train = Gan4j.loadMnist(Mnist.folder());
        var test = Gan4j.loadMnistTest(Mnist.folder());

        assertEquals("60,000 images of 28x28, values -1..1, from MNIST train", train.toString());
        assertEquals(Dataset.MNIST.train().images().digest(), train.sha256());
        assertEquals(5, train.labels()[0]);
        assertEquals("10,000 images of 28x28, values -1..1, from MNIST test", test.toString());
        assertFalse(test.isSynthetic());
        assertEquals(7, test.labels()[0]);
    }

    @Test
    void testsFindMnistInTheFirstFolderThatHasAllOfIt() throws IOException {
        var half = Files.createDirectories(folder.resolve("half"));
        var whole = Files.createDirectories(folder.resolve("whole"));
        Files.createFile(half.resolve("train-images-idx3-ubyte"));
        for (var name : List.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
            Files.createFile(whole.resolve(name + "-ubyte.gz"));
        }
        assertEquals(Optional.of(whole), Mnist.find(folder.resolve("nowhere"), half, whole, folder));
        assertEquals(Optional.empty(), Mnist.find(half));
    }

    private static void refuses(Path folder, String... words) {
        var e = assertThrows(UncheckedIOException.class, () -> DataFolder.load(folder, TinyMnist.DATASET.train()));
        for (var word : words) {
            assertTrue(e.getMessage().contains(word), e.getMessage());
        }
    }
}
