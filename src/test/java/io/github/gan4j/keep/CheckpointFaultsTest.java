package io.github.gan4j.keep;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Gan;
import io.github.gan4j.Gan4j;
import io.github.gan4j.SmallPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFaultsTest {
    private static final boolean AT_LENGTH = Integer.getInteger("gan4j.fuzz") != null;

    @TempDir
    Path folder;

    private Path file;
    private Gan gan;
    private byte[] good;
    private Archive archive;

    @BeforeEach
    void savesAGoodOne() throws IOException {
        file = folder.resolve("gan.zip");
        gan = SmallPair.saved(file);
        good = Files.readAllBytes(file);
        archive = Archive.of(good);
    }

    private String refusal(byte[] content) throws IOException {
        Files.write(file, content);
        return assertThrows(UncheckedIOException.class, () -> Gan4j.loadGan(file))
                .getMessage();
    }

    private void assertRefuses(String words, byte[] content) throws IOException {
        var message = refusal(content);
        assertTrue(message.startsWith("loadGan: " + file + " must "), message);
        assertTrue(message.contains(words), message);
    }

    @Test
    void readsBackWhatTheArchiveOfThisTestHolds() throws IOException {
        Files.write(file, archive.bytes());
        assertEquals(3, Gan4j.loadGan(file).step());
        assertEquals(
                "synthetic digits (seed 1)", Gan4j.loadGan(file).trainedOn().orElseThrow());
    }

    @Test
    void refusesATruncatedFileAtEveryLength() throws IOException {
        int every = AT_LENGTH ? 1 : 23;
        int refused = 0;
        for (int length = 0; length < good.length; length += every, refused++) {
            assertRefuses("is cut short or no zip archive", Arrays.copyOf(good, length));
        }
        System.out.printf("checkpoint, truncated: %,d lengths, all refused%n", refused);
    }

    @Test
    void refusesAFlippedBitUnlessNothingThatIsKeptDependsOnIt() throws IOException {
        int refused = 0;
        int same = 0;
        var kept = CheckpointFile.load(file);
        int every = AT_LENGTH ? 1 : 61; // prime: all eight bits come by
        for (int bit = 0; bit < good.length * Byte.SIZE; bit += every) {
            var flipped = good.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, flipped);
            try {
                assertSame(kept, CheckpointFile.load(file), bit);
                same++;
            } catch (UncheckedIOException e) {
                refused++;
            }
        }
        System.out.printf(
                "checkpoint, one bit flipped: %,d bits, %,d refused, %,d in a field of zip's that is not used%n",
                refused + same, refused, same);
        assertTrue(refused > 50 * same, refused + " refused, " + same + " not");
    }

    private static void assertSame(Checkpoint expected, Checkpoint found, int bit) {
        assertEquals(lines(expected), lines(found), "bit " + bit);
        assertEquals(expected.progress(), found.progress(), "bit " + bit);
        assertSame(expected.generator(), found.generator(), bit);
        assertSame(expected.discriminator(), found.discriminator(), bit);
    }

    private static void assertSame(SavedNetwork expected, SavedNetwork found, int bit) {
        assertArrayEquals(expected.parameters(), found.parameters(), "bit " + bit);
        assertArrayEquals(expected.optimizerState(), found.optimizerState(), "bit " + bit);
    }

    private static List<String> lines(Checkpoint checkpoint) {
        return Header.of(checkpoint)
                .text()
                .lines()
                .filter(line -> !line.startsWith("saved="))
                .toList();
    }

    @Test
    void saysThatANewerVersionIsNeeded() throws IOException {
        assertRefuses(
                "must have format 2, but has format 3 of a newer gan4j",
                archive.withHeader(text -> text.replace("format=2\n", "format=3\nwhatever=comes\n"))
                        .with("more", new byte[3])
                        .bytes());
    }

    @Test
    void refusesFilesOfOtherKinds() throws IOException {
        assertRefuses("no zip archive", new byte[0]);
        assertRefuses("no zip archive", "a text\n".getBytes(StandardCharsets.UTF_8));
        assertRefuses("has no header.txt", archive.without(Entry.HEADER).bytes());
        ModelSerializer.writeModel(gan.generator().network(), file.toFile(), true);
        assertRefuses("has no header.txt", Files.readAllBytes(file));
    }

    @Test
    void saysThatThereIsNoFile() {
        var missing = folder.resolve("missing.zip");
        var message = assertThrows(UncheckedIOException.class, () -> Gan4j.loadGan(missing))
                .getMessage();
        assertTrue(message.contains("there is no such file"), message);
        message = assertThrows(UncheckedIOException.class, () -> Gan4j.loadGan(folder))
                .getMessage();
        assertTrue(message.contains("something there that is no file"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/tmp/evil", "..\\evil", "losses/../../evil", "header.txt/"})
    void followsNoEntryOutOfItsFolder(String name) throws IOException {
        assertRefuses("has other entries than", archive.with(name, new byte[10]).bytes());
        try (var files = Files.walk(folder)) {
            assertEquals(List.of(folder, file), files.toList());
        }
    }

    /** What a line of the header becomes, and what the reader is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activation leakyrelu:0.2 | activation java.lang.Runtime | there is no activation java.lang.Runtime",
                "dense 1 784 tanh | dense 1 784 org.nd4j.linalg.activations.impl.ActivationELU | there is no activation org",
                "norm 1 | custom 1 | there is no layer custom",
                "loss=CROSS_ENTROPY | loss=java.lang.Runtime | its header is wrong",
                "sampling=CONTIGUOUS | sampling=io.github.gan4j.Evil | its header is wrong",
                "generator.layers=dense 100 1 | generator.layers=dense 100 1000000 | layers must fit each other",
                "dense 1 784 tanh | dense 1 1000000 tanh, dense 1000000 784 tanh | at most 100,000,000 parameters",
                "dense 1 784 tanh | dense 1 100000 tanh, dense 100000 784 tanh | that the layers need",
                "dense 1 784 tanh | dense 1 -784 tanh | a layer must have 1 to 1,000,000 units",
                "batchSize=64 | batchSize=2147483648 | its header is wrong",
                "learningRate=2.0E-4 | learningRate=NaN | a number must be finite",
                "seed=42 | seed=42\u2028x=1 | its header is wrong",
                "beta1=0.5 | betaOne=0.5 | the line betaOne is unknown",
                "shape=28x28 | shape=28x27 | the generator must turn 100 columns into 756",
                "shape=28x28 | shape=0x28 | the shape is 0x28",
                "shape=28x28 | 'shape=28x28\nclasses=10' | the generator must turn 110 columns into 784",
                "shape=28x28 | 'shape=28x28\nclasses=ten' | the number of classes is ten",
                "images.sha256= | images.sha256=x | the digest of the images is x",
                "generator.updates=3 | generator.updates=-3 | updates must be 0 to 1,000,000,000",
                "generator.updates=3 | generator.updates=2147483647 | updates must be 0 to 1,000,000,000",
                "output 1 1 sigmoid | output 1 1 tanh | must end in an output layer with SIGMOID",
                "format=2 | format=0 | the format must be at least 1",
            })
    void refusesAHeaderThatNamesOrPromisesWhatIsNotOnTheList(String line, String other, String words)
            throws IOException {
        assertTrue(archive.header().contains(line), archive.header());
        assertRefuses(
                words, archive.withHeader(text -> text.replace(line, other)).bytes());
    }

    @Test
    void takesNoMemoryForWhatAHeaderMerelyPromises() throws IOException {
        UnaryOperator<String> huge =
                text -> text.replace("dense 1 784 tanh", "dense 1 100000 tanh, dense 100000 784 tanh"); // 630 MB
        for (var promise : List.of(
                archive.withHeader(huge).bytes(),
                withStatedSize(Integer.MAX_VALUE),
                withStatedSize(-1),
                withStatedEntries(65_534),
                withSecondEnd(500_000_000),
                archive.with(Entry.LOSSES, new byte[40_000_000]).bytes(ZipEntry.DEFLATED),
                archive.with(Entry.HEADER, new byte[1 << 24]).bytes(ZipEntry.DEFLATED))) {
            Files.write(file, promise);
            long bytes = allocated(() -> assertThrows(UncheckedIOException.class, () -> CheckpointFile.load(file)));
            assertTrue(bytes < 2_000_000, bytes + " bytes were allocated");
        }
    }

    /** The last entry, the losses, promises another size in the archive's directory. */
    private byte[] withStatedSize(int size) {
        var promising = good.clone();
        var buffer = littleEndian(promising);
        int last = good.length - 22 - 46 - "losses".length(); // the last record of the directory
        assertEquals(0x02014b50, buffer.getInt(last));
        buffer.putInt(last + 20, size).putInt(last + 24, size);
        return promising;
    }

    private byte[] withStatedEntries(int count) {
        var promising = good.clone();
        int end = good.length - 22;
        littleEndian(promising).putShort(end + 8, (short) count).putShort(end + 10, (short) count);
        return promising;
    }

    /** The end of zip's 64-bit form, which Java follows where the usual end has no room for the numbers. */
    private byte[] withSecondEnd(long count) {
        int start = good.length - 22;
        int directory = littleEndian(good).getInt(start + 16);
        var promising = littleEndian(new byte[good.length + 56 + 20]).put(good, 0, start);
        promising
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        promising.putLong(count).putLong(count).putLong(start - directory).putLong(directory);
        promising.putInt(0x07064b50).putInt(0).putLong(start).putInt(1);
        promising.put(good, start, 22);
        return promising
                .putShort(start + 76 + 8, (short) -1)
                .putShort(start + 76 + 10, (short) -1)
                .array();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long allocated(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void leavesThePairInMemoryAsItWas() throws IOException {
        var before = gan.generator().network().params().dup();
        refusal(Arrays.copyOf(good, good.length / 2));
        assertEquals(before, gan.generator().network().params());
        assertEquals(3, gan.step());
    }

    @Test
    void usesNoJavaSerializationAndLooksNoClassUp() throws IOException {
        var classes = new ArrayList<Path>();
        try (var files = Files.list(Path.of("target/classes/io/github/gan4j/keep"))) {
            files.filter(path -> path.toString().endsWith(".class")).forEach(classes::add);
        }
        assertTrue(classes.size() > 10, classes.toString());
        for (var path : classes) {
            var code = Files.readString(path, StandardCharsets.ISO_8859_1);
            for (var name : List.of("ObjectInputStream", "util/ModelSerializer", "forName", "loadClass", "fromJson")) {
                assertFalse(code.contains(name), path + " uses " + name);
            }
        }
    }
}
