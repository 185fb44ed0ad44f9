package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.SeededRandom;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Good files, changed at random; {@code -Dgan4j.fuzz=1000000} tries more of them than the usual 10,000. */
class IdxReaderFuzzTest {
    private static final int INPUTS = Integer.getInteger("gan4j.fuzz", 10_000);
    private static final long SEED = Long.getLong("gan4j.fuzzSeed", 42);
    private static final long MOST_BYTES = 5_000_000; // buffers and, once, loaded classes; the files are under 3,000

    private static final List<byte[]> GOOD =
            List.of(Idx.images(3), Idx.labels(40), Idx.gzip(Idx.images(3)), Idx.gzip(Idx.labels(40)));
    private static final int[] TELLING = {
        0, 1, -1, 2049, 2051, 28, 27, 784, 255, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE, 2_739_137, 0x1f8b0800
    };

    private static final Path NAME = Path.of("input");

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SeededRandom random = new SeededRandom(SEED);

    @Test
    void throwsOnlyWhatIsDocumentedAndTakesLittleMemory() {
        int read = 0;
        for (int i = 0; i < INPUTS; i++) {
            var seed = random.state();
            try {
                read += reads(mutated()) ? 1 : 0;
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError("input of -Dgan4j.fuzzSeed=" + seed, e);
            }
        }
        System.out.printf(
                "IdxReader: %,d inputs (seed %d), %,d read, %,d refused%n", INPUTS, SEED, read, INPUTS - read);
        assertTrue(read > 0 && read < INPUTS, "both outcomes must occur");
    }

    private boolean reads(byte[] input) throws IOException {
        var kind = random.nextBoolean() ? IdxKind.IMAGES : IdxKind.LABELS;
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            return IdxReader.read(new MemoryChannel(input), kind, NAME).length > 0;
        } catch (FileProblem e) {
            assertTrue(e.getMessage().startsWith("input "), e.getMessage());
            return false;
        } finally {
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < MOST_BYTES, allocated + " bytes were allocated");
        }
    }

    private byte[] mutated() {
        var input = GOOD.get(random.nextInt(GOOD.size())).clone();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            input = mutated(input);
        }
        return random.nextInt(4) == 0 ? Idx.gzip(input) : input;
    }

    private byte[] mutated(byte[] input) {
        if (input.length == 0) {
            return input;
        }
        int at = random.nextInt(random.nextBoolean() ? input.length : Math.min(20, input.length));
        switch (random.nextInt(6)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt();
            case 2 -> telling(input, at / 4 * 4);
            case 3 -> telling(input, input.length - 4);
            case 4 -> input = Arrays.copyOf(input, at);
            default -> input = Arrays.copyOf(input, input.length + 1 + random.nextInt(100));
        }
        return input;
    }

    /** Writes a number that means something, in either byte order. */
    private void telling(byte[] input, int at) {
        if (at >= 0 && at + 4 <= input.length) {
            int value = TELLING[random.nextInt(TELLING.length)];
            ByteBuffer.wrap(input).putInt(at, random.nextBoolean() ? value : Integer.reverseBytes(value));
        }
    }
}
