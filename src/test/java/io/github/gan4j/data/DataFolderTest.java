package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Gan4j;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train-images.idx3-ubyte",
                "train-images-idx3-ubyte (1).gz",
                "TRAIN_IMAGES",
                "train-images-idx3-ubyte/train-images-idx3-ubyte",
                "raw/x"
            })
    void takesWhatTheDigestProvesWhateverItsName(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), name.endsWith("gz") ? Idx.gzip(Idx.images(3)) : Idx.images(3));
        Files.write(folder.resolve("train-labels.idx1-ubyte"), Idx.labels(3));
        Files.write(folder.resolve("a-images"), Idx.header(2051, 3, 28, 28)); // looks right, and is cut short

        assertEquals(3, DataFolder.load(folder, TinyMnist.DATASET.train()).size());
    }

    @Test
    void followsLinks() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.write(elsewhere.resolve("a"), Idx.images(3));
        Files.write(elsewhere.resolve("b"), Idx.labels(3));
        var links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("images"), elsewhere.resolve("a"));
        Files.createSymbolicLink(links.resolve("labels"), elsewhere.resolve("b"));
        Files.createSymbolicLink(links.resolve("loop"), links);

        assertEquals(3, DataFolder.load(links, TinyMnist.DATASET.train()).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 16, 1_000, 2_368})
    void takesTheWholePackedFileBesideAPlainOneThatIsNot(int unpacked) throws IOException {
        var broken = Arrays.copyOf(Arrays.copyOf(Idx.images(3), unpacked), 2_368);
        Files.write(folder.resolve("train-images-idx3-ubyte"), unpacked == 2_368 ? Idx.images(2) : broken);
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), Idx.gzip(Idx.images(3)));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), new byte[0]);
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), Idx.gzip(Idx.labels(3)));

        assertEquals(3, DataFolder.load(folder, TinyMnist.DATASET.train()).size());
    }

    @Test
    void namesEveryFileThatItRefuses() throws IOException {
        Files.write(folder.resolve("train-labels-idx1-ubyte"), Idx.labels(3));
        Files.write(folder.resolve("train-images-idx3-ubyte"), Arrays.copyOf(Idx.images(3), 2_000));
        Files.writeString(folder.resolve("train-images.idx3-ubyte"), "<!DOCTYPE html><html>Not found</html>");
        var changed = Idx.images(3);
        changed[100]++;
        Files.write(folder.resolve("other"), changed);
        Files.write(folder.resolve("train-images-idx3-ubyte.gz.part"), new byte[9]); // a download of our own

        refuses(
                folder,
                "train-images-idx3-ubyte is cut short",
                "train-images.idx3-ubyte is no IDX file of images",
                "a web page (HTML)",
                "other has another content");
        var e = assertThrows(UncheckedIOException.class, () -> DataFolder.load(folder, TinyMnist.DATASET.train()));
        assertEquals(3, e.getMessage().lines().findFirst().orElseThrow().split("; ").length, e.getMessage());
    }

    @Test
    void readsNoFileThatCannotBeIt() throws IOException {
        for (var name : List.of("a-disk-image", "b-disk-image", "c-disk-image")) {
            try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                file.write(Idx.imagesHeader(3));
                file.setLength(8L << 30); // sparse
            }
        }
        var deep = Files.createDirectories(folder.resolve("a/b/c"));
        Files.write(deep.resolve("train-images-idx3-ubyte"), Idx.images(3));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), Idx.labels(3));

        assertTimeout(
                Duration.ofSeconds(5), () -> refuses(folder, "must hold train-images-idx3-ubyte", "but has neither"));
    }

    @Test
    void saysWhichSetTheFilesAreOf() throws IOException {
        var mnist = Mnist.folder();

        var e = assertThrows(UncheckedIOException.class, () -> Gan4j.loadFashionMnist(mnist));

        var first = e.getMessage().lines().findFirst().orElseThrow();
        assertTrue(first.startsWith("loadFashionMnist: "), first);
        assertTrue(first.endsWith("must be of Fashion-MNIST train, but is of MNIST train."), first);
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
