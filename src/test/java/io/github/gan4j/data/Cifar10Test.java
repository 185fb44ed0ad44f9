package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.data.Dataset.DataFile;
import io.github.gan4j.data.Dataset.DigestKind;
import io.github.gan4j.data.Dataset.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stand-in for CIFAR-10: an archive of two batches of two images, and one to test with. */
@Timeout(30)
class Cifar10Test {
    private static final String NAME = "cifar-10-binary.tar.gz";

    @TempDir
    Path folder;

    private static byte[] archive(int firstBatch) throws IOException {
        var tar = new ByteArrayOutputStream();
        tar.write(entry("batches.meta.txt", "airplane".getBytes(StandardCharsets.US_ASCII)));
        tar.write(entry("data_batch_1.bin", batch(firstBatch, 1)));
        tar.write(entry("test_batch.bin", batch(9)));
        tar.write(entry("data_batch_2.bin", batch(2, 3)));
        tar.write(new byte[1024]);
        return Idx.gzip(tar.toByteArray());
    }

    private static byte[] entry(String name, byte[] content) {
        var entry = Arrays.copyOf(
                String.format(Locale.ROOT, "cifar-10-batches-bin/%s", name).getBytes(StandardCharsets.US_ASCII),
                512 + (content.length + 511) / 512 * 512);
        var size = String.format(Locale.ROOT, "%011o", content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, entry, 124, size.length);
        System.arraycopy(content, 0, entry, 512, content.length);
        return entry;
    }

    /** Images whose pixels are their label, ten times it and a hundred times it. */
    private static byte[] batch(int... labels) {
        var bytes = new ByteArrayOutputStream();
        for (int label : labels) {
            bytes.write(label);
            for (int i = 0; i < 3 * 1024; i++) {
                bytes.write(label * (i < 1024 ? 1 : i < 2048 ? 10 : 25));
            }
        }
        return bytes.toByteArray();
    }

    private Dataset standIn(byte[] published, LoopbackServer... mirrors) throws IOException {
        var md5 = Md5.of(Files.write(folder.resolve("published"), published));
        var file = new DataFile("cifar-10-binary.tar", DigestKind.PACKED_MD5, md5);
        return new Dataset(
                "tiny",
                "tiny",
                new Part("loadCifar10", "tiny train", 4, file, file),
                new Part("loadCifar10", "tiny test", 1, file, file),
                Arrays.stream(mirrors).map(LoopbackServer::address).toList());
    }

    @Test
    void readsTheBatchesOfItsPart() throws IOException {
        var set = standIn(archive(0));
        Files.write(folder.resolve(NAME), archive(0));
        var train = DataFolder.load(folder, set.train());
        assertEquals("4 images of 32x32x3, values -1..1, from tiny train", train.toString());
        assertArrayEquals(new int[] {0, 1, 2, 3}, train.labels());
        assertEquals("cat", train.labelNames().get(3));
        assertEquals(3 / 127.5 - 1, train.batch(3, 1).getDouble(0, 0), 1e-6);
        assertEquals(30 / 127.5 - 1, train.batch(3, 1).getDouble(0, 1024), 1e-6);
        assertEquals(75 / 127.5 - 1, train.batch(3, 1).getDouble(0, 3071), 1e-6);
        assertArrayEquals(new int[] {9}, DataFolder.load(folder, set.test()).labels());
    }

    @Test
    void refusesAnotherArchive() throws IOException {
        Files.write(folder.resolve(NAME), archive(5));
        var set = standIn(archive(0));
        var message = assertThrows(UncheckedIOException.class, () -> DataFolder.load(folder, set.train()))
                .getMessage();
        assertTrue(message.startsWith("loadCifar10: " + folder.resolve(NAME) + " has another content"), message);
    }

    @Test
    void downloadsItOnceAndPassesOverAMirrorWhoseFileIsAnother() throws IOException {
        try (var wrong = new LoopbackServer(exchange -> exchange.file(archiveOrNothing(5)));
                var right = new LoopbackServer(exchange -> exchange.file(archiveOrNothing(0)))) {
            var places = new Places(Optional.empty(), List.of(folder.resolve("data")), folder.resolve("cache"), false);
            var finder = new DataFinder(
                    standIn(archive(0), wrong, right),
                    places,
                    DataFinderTest.limits(),
                    new PrintStream(OutputStream.nullOutputStream()));
            assertEquals(4, finder.train().size());
            assertEquals(1, finder.test().size());
            assertEquals(1, wrong.requests().size());
            assertEquals(1, right.requests().size());
        }
    }

    private static byte[] archiveOrNothing(int firstBatch) {
        try {
            return archive(firstBatch);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void namesTheArchiveThatItNeeds() throws IOException {
        var set = standIn(archive(0));
        var places = new Places(Optional.empty(), List.of(folder.resolve("data")), folder.resolve("cache"), true);
        var finder = new DataFinder(set, places, DataFinderTest.limits(), System.out);
        var message = assertThrows(UncheckedIOException.class, finder::train).getMessage();
        assertTrue(message.contains("1. Put " + NAME + " into " + folder.resolve("data") + ";"), message);
    }

    @Test
    void isKnownByTheDigestOfItsPublisher() {
        assertEquals(
                "c32a1d4ab5d03f1284b67883e8d87530",
                Dataset.CIFAR_10.train().images().digest());
        assertTrue(Dataset.CIFAR_10.limits().bytes() > 170_052_171);
    }
}
