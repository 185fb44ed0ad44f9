package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.internal.SeededRandom;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Good inputs, changed at random.
 *
 * <p>{@code -Dgan4j.fuzz=1000000} tries so many in each test instead of its usual number, and {@code -Dgan4j.fuzzSeed}
 * repeats the input that a failure names.
 */
public final class Fuzz {
    /** Where one input goes to. */
    public interface Parser {
        /** Whether the input was read; false when it was refused as documented. */
        boolean reads() throws Exception;
    }

    private static final Optional<Integer> INPUTS = Optional.ofNullable(Integer.getInteger("gan4j.fuzz"));
    private static final long SEED = Long.getLong("gan4j.fuzzSeed", 42);
    private static final int[] TELLING = {
        0, 1, -1, 2049, 2051, 28, 27, 784, 255, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE, 2_739_137, 0x1f8b0800
    };
    private static final String[] WORDS = {
        "0",
        "-1",
        "1",
        "2147483648",
        "9223372036854775808",
        "NaN",
        "1e400",
        "-0.0",
        "true",
        "%s",
        "%",
        "=",
        ":",
        ".",
        "/",
        "@",
        "[",
        ",",
        " ",
        "\t",
        "\n",
        "\0",
        "\u0661",
        "\ud83d",
        "..",
        "java.lang.Runtime",
        "",
        "https://",
        "65536"
    };

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SeededRandom random = new SeededRandom(SEED);

    /** Where all changes come from; a parser's input must depend on nothing else. */
    public SeededRandom random() {
        return random;
    }

    /** How many inputs a test tries. */
    public static int inputs(int usually) {
        return INPUTS.orElse(usually);
    }

    /**
     * Tries inputs, fails at the first that ends in an exception of any kind or takes more memory than allowed, and prints
     * the counts.
     *
     * @param mostBytes that the parser's thread may allocate for one input
     */
    public void run(String what, int usually, long mostBytes, Parser parser) {
        int inputs = inputs(usually);
        int read = 0;
        for (int i = 0; i < inputs; i++) {
            long seed = random.state();
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                read += parser.reads() ? 1 : 0;
            } catch (Exception | Error e) {
                throw new AssertionError(what + ": input of -Dgan4j.fuzzSeed=" + seed, e);
            }
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(
                    i == 0 || bytes < mostBytes, // the first loads classes
                    what + ": " + bytes + " bytes were allocated for the input of -Dgan4j.fuzzSeed=" + seed);
        }
        System.out.printf("%s: %,d inputs (seed %d), %,d read, %,d refused%n", what, inputs, SEED, read, inputs - read);
        assertTrue(inputs == 1 || read > 0 && read < inputs, "both outcomes must occur");
    }

    /** Up to three changes. */
    public byte[] mutated(byte[] good) {
        var input = good.clone();
        for (int changes = random.nextInt(4); changes > 0 && input.length > 0; changes--) {
            input = changed(input, position(input.length));
        }
        return input;
    }

    /** Anywhere, or near an end, where formats keep what they promise. */
    private int position(int length) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(Math.min(20, length));
            case 1 -> length - 1 - random.nextInt(Math.min(500, length));
            default -> random.nextInt(length);
        };
    }

    private byte[] changed(byte[] input, int at) {
        switch (random.nextInt(6)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt();
            case 2 -> telling(input, random.nextBoolean() ? at : at / 4 * 4);
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

    /** One of the good ones with up to three changes. */
    public String mutated(String... good) {
        var input = good[random.nextInt(good.length)];
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int from = random.nextInt(input.length() + 1);
            int to = random.nextBoolean() ? from : Math.min(input.length(), from + 1 + random.nextInt(8));
            input = input.substring(0, from) + WORDS[random.nextInt(WORDS.length)] + input.substring(to);
        }
        return input;
    }
}
