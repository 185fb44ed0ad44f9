package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.ImageShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsPlainImages() throws IOException {
        var images = IdxReader.load(write("three", Idx.images(3)));

        assertEquals(3, images.size());
        assertEquals(0, images.labels().length);
        assertEquals((2 - 127.5f) / 127.5f, images.batch(2, 1).getFloat(0, 783));
    }

    @Test
    void readsPackedFilesWhateverTheirName() throws IOException {
        var packed = IdxReader.load(write("packed", Idx.gzip(Idx.images(3))));
        var plain = IdxReader.load(write("plain.gz", Idx.images(3)));

        assertEquals(plain.sha256(), packed.sha256());
    }

    @Test
    void readsLabelsAsUnsignedBytes() throws IOException {
        var labels = Idx.labels(3);
        labels[10] = (byte) 200;

        var images = IdxReader.load(write("images", Idx.images(3)), write("labels", labels));

        assertArrayEquals(new int[] {0, 1, 200}, images.labels());
    }

    @Test
    void namesImagesAfterTheirFile() throws IOException {
        assertEquals(
                "my-digits.idx",
                IdxReader.load(write("my-digits.idx", Idx.images(1))).name());
    }

    @Test
    void refusesMissingFile() {
        refuses(folder.resolve("nowhere"), "loadIdx:", "cannot be read", "no such file");
    }

    @Test
    void refusesFolder() {
        refuses(folder, "cannot be read", "no file");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 15})
    void refusesTruncatedHeader(int length) throws IOException {
        var start = Arrays.copyOf(Idx.images(3), length);

        refuses(write("plain", start), "the header must have 16 bytes, but the file ends after " + length);
        refuses(write("packed", Idx.gzip(start)), "the header must have 16 bytes, but the file ends after " + length);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 2_000, 2_367})
    void refusesTruncatedPixels(int length) throws IOException {
        var start = Arrays.copyOf(Idx.images(3), length);

        refuses(write("plain", start), "is cut short", "2,368 bytes");
        refuses(write("packed", Idx.gzip(start)), "is cut short", "2,368 bytes");
    }

    @Test
    void refusesTrailingBytes() throws IOException {
        var longer = Arrays.copyOf(Idx.images(3), 2_369);

        refuses(write("plain", longer), "longer than it should be", "2,369");
        refuses(write("packed", Idx.gzip(longer)), "longer than it should be", "2,369");
    }

    @Test
    void readsPackedFilesOfSeveralMembers() throws IOException {
        var content = Idx.images(3);
        var packed = new ByteArrayOutputStream();
        for (int from = 0; from < content.length; from += 100) { // as pigz and bgzip do
            packed.write(Idx.gzip(Arrays.copyOfRange(content, from, Math.min(content.length, from + 100))));
        }
        packed.write(Idx.gzip(new byte[0]));

        var images = IdxReader.load(write("members", packed.toByteArray()));
        assertEquals(IdxReader.load(write("plain", content)).sha256(), images.sha256());
        refuses(write("more", plus(packed.toByteArray(), Idx.gzip(new byte[1]))), "longer than it should be");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 19, 100, 70_000})
    void readsPackedFilesWithPaddingBehindThem(int bytes) throws IOException {
        var padded = plus(Idx.gzip(Idx.images(3)), new byte[bytes]);

        assertEquals(3, IdxReader.load(write("padded", padded)).size());
    }

    private static byte[] plus(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void refusesPackedContentThatIsLongerThanItsTrailerSays() throws IOException {
        var packed = Idx.gzip(Arrays.copyOf(Idx.images(3), 5_000));
        var trailer = Idx.header(Integer.reverseBytes(2_368));
        System.arraycopy(trailer, 0, packed, packed.length - 4, 4);

        refuses(write("forged", packed), "longer than it should be");
    }

    @Test
    void refusesPackedFileThatWasCutShort() throws IOException {
        var packed = Idx.gzip(Idx.images(3));
        for (int length = 2; length < packed.length; length++) {
            var path = write("cut", Arrays.copyOf(packed, length));
            assertThrows(UncheckedIOException.class, () -> IdxReader.load(path), "after " + length + " bytes");
        }
    }

    @Test
    void refusesPackedFileWithAChangedByte() throws IOException {
        var packed = Idx.gzip(Idx.images(3));
        packed[packed.length - 6] ^= 1; // in the checksum

        refuses(write("garbled", packed), "cut short or garbled");
    }

    @Test
    void refusesLabelsInPlaceOfImagesAndTheOtherWayRound() throws IOException {
        var images = write("images", Idx.images(3));
        var labels = write("labels", Idx.labels(20));

        refuses(labels, "must begin with the number 2051, but begins with 2049", "as its second path");
        var swapped = assertThrows(UncheckedIOException.class, () -> IdxReader.load(labels, images));
        assertTrue(swapped.getMessage().contains("as its first path"), swapped.getMessage());
    }

    @Test
    void readsImagesOfAnySize() throws IOException {
        var file = Arrays.copyOf(Idx.header(2051, 2, 3, 5), 16 + 2 * 15);
        file[file.length - 1] = (byte) 255;
        var images = IdxReader.load(write("small", file));
        assertEquals(new ImageShape(3, 5, 1), images.shape());
        assertEquals(2, images.size());
        assertEquals(1, images.batch(1, 1).getFloat(0, 14));
    }

    @Test
    void refusesSidesThatNoImageHas() throws IOException {
        refuses(write("wide", Idx.header(2051, 1, 28, 1_025)), "sides of 1 to 1,024 pixels", "[28, 1025]");
        refuses(write("flat", Idx.header(2051, 1, 0, 28)), "sides of 1 to 1,024 pixels", "[0, 28]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesImpossibleCounts(int count) throws IOException {
        refuses(write("count", Idx.imagesHeader(count)), "1 to 2,739,137", String.format("%,d", count));
    }

    @Test
    void refusesAFewBytesThatPromiseGigabytes() throws IOException {
        var packed = Idx.gzip(Idx.imagesHeader(2_700_000));
        var trailer = Idx.header(Integer.reverseBytes(16 + 2_700_000 * 784));
        System.arraycopy(trailer, 0, packed, packed.length - 4, 4);

        assertAllocatesLittle(write("plain", Idx.imagesHeader(2_700_000)));
        assertAllocatesLittle(write("packed", packed));
    }

    @Test
    void refusesGigabytesBehindAFewImages() throws IOException {
        var bomb = Arrays.copyOf(Idx.images(3), 50_000_000);

        assertAllocatesLittle(write("bomb.gz", Idx.gzip(bomb)));
    }

    @Test
    void refusesAnotherNumberOfLabels() throws IOException {
        var images = write("images", Idx.images(3));
        var labels = write("labels", Idx.labels(2));

        var e = assertThrows(IllegalArgumentException.class, () -> IdxReader.load(images, labels));
        assertTrue(e.getMessage().contains("3 images and 2 labels"), e.getMessage());
    }

    private static void assertAllocatesLittle(Path path) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThrows(UncheckedIOException.class, () -> IdxReader.load(path));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 2_000_000, "allocated " + allocated + " bytes");
    }

    private static void refuses(Path path, String... words) {
        var e = assertThrows(UncheckedIOException.class, () -> IdxReader.load(path));
        for (var word : words) {
            assertTrue(e.getMessage().contains(word), e.getMessage());
        }
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
