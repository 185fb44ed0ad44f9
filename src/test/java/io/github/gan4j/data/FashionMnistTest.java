package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.data.Dataset.DataFile;
import io.github.gan4j.data.Dataset.DigestKind;
import io.github.gan4j.data.Dataset.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What differs for Fashion-MNIST, on a stand-in: a file is known by the MD5 of its published packing, not by its content. */
@Timeout(30)
class FashionMnistTest {
    private static final byte[] IMAGES = Idx.gzip(Idx.images(3));
    private static final byte[] LABELS = Idx.gzip(Idx.labels(3));

    @TempDir
    Path folder;

    private Part clothes;

    @BeforeEach
    void publish() throws IOException {
        clothes = new Part(
                "loadFashionMnist",
                "clothes",
                3,
                file("train-images-idx3-ubyte", IMAGES),
                file("train-labels-idx1-ubyte", LABELS));
        Files.write(folder.resolve("train-images-idx3-ubyte"), Idx.images(3)); // plain files do not count
    }

    @Test
    void takesThePublishedFiles() {
        assertArrayEquals(new int[] {0, 1, 2}, DataFolder.load(folder, clothes).labels());
    }

    @Test
    void refusesTheSameContentInAnotherPacking() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), repacked());
        assertTrue(refusal().contains("the md5 must be " + clothes.images().digest()), refusal());
    }

    @Test
    void refusesPlainFiles() throws IOException {
        Files.delete(folder.resolve("train-images-idx3-ubyte.gz"));
        assertTrue(refusal().startsWith("loadFashionMnist: "), refusal());
        assertTrue(
                refusal().contains("must hold train-images-idx3-ubyte.gz as it was published, but has not"), refusal());
    }

    @Test
    void passesOverAMirrorWhoseFileIsAnother() throws IOException {
        try (var wrong = mirror(repacked());
                var right = mirror(IMAGES)) {
            var finder = finder(wrong.address(), right.address());
            assertEquals(3, finder.train().size());
            assertEquals(3, finder.train().size());
            assertEquals(2, wrong.requests().size(), "the labels, and the images that were refused");
            assertEquals(1, right.requests().size(), "the images, once");
        }
    }

    @Test
    void isKnownByTheDigestsOfItsPublisher() {
        var all = Dataset.FASHION_MNIST;
        assertEquals(
                List.of(
                        "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
                        "25c81989df183df01b3e8a0aad5dffbe",
                        "bef4ecab320f06d8554ea6380940ec79",
                        "bb300cfdad3c16e7a12a480ee83cd310"),
                Stream.of(
                                all.train().images(),
                                all.train().labels(),
                                all.test().images(),
                                all.test().labels())
                        .map(DataFile::digest)
                        .toList());
    }

    @Test
    void comesOverHttpsAlone() {
        for (var dataset : List.of(Dataset.MNIST, Dataset.FASHION_MNIST)) {
            assertTrue(dataset.mirrors().size() >= 2);
            dataset.mirrors()
                    .forEach(mirror -> assertTrue(mirror.toString().matches("https://.*/"), mirror.toString()));
        }
    }

    private DataFile file(String name, byte[] packed) throws IOException {
        var file = Files.write(folder.resolve(name + ".gz"), packed);
        return new DataFile(name, DigestKind.PACKED_MD5, Md5.of(file));
    }

    /** Another file with the same content: the ninth byte only says how hard the packer tried. */
    private static byte[] repacked() {
        var packed = IMAGES.clone();
        packed[8]++;
        return packed;
    }

    private String refusal() {
        return assertThrows(UncheckedIOException.class, () -> DataFolder.load(folder, clothes))
                .getMessage();
    }

    private static LoopbackServer mirror(byte[] images) throws IOException {
        return new LoopbackServer(exchange -> exchange.file(exchange.path().contains("images") ? images : LABELS));
    }

    private DataFinder finder(URI... mirrors) {
        var places = new Places(Optional.empty(), List.of(folder.resolve("data")), folder.resolve("cache"), false);
        var limits =
                new DownloadLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10), 100_000, 3);
        var dataset = new Dataset("clothes", "clothes", clothes, clothes, Arrays.asList(mirrors));
        return new DataFinder(dataset, places, limits, new PrintStream(OutputStream.nullOutputStream()));
    }
}
