package io.github.gan4j.train.fused;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Which values a layer drops. Each value's fate is a function of a seed and of its place in the layer's memory, so that it does
 * not matter who computes it and when; what is kept is scaled so that the mean stays.
 */
final class Dropout {
    private static final int GOLDEN_GAMMA = 0x9E3779B9; // odd and far from any pattern

    private final int threshold; // of 31 random bits; below it a value is dropped
    private final int keptBits; // of the float that a kept value is multiplied by
    private int seed;
    private int salt;

    /** Drops this share of the values. */
    Dropout(double share) {
        this.threshold = (int) Math.round(share * Integer.MAX_VALUE);
        this.keptBits = Float.floatToRawIntBits((float) (1 / (1 - share)));
    }

    /** Begins the masks of another pass. */
    void draw(RandomGenerator random) {
        seed = random.nextInt();
        salt = random.nextInt();
    }

    /** The masks of rows of one length; one for each task that may run at the same time. */
    final class Row {
        private final int[] steps; // of the counter that is hashed: the JIT computes with vectors on arrays only
        private final int[] bits;
        private final IntBuffer ints;
        private final FloatBuffer floats; // the same memory

        Row(int length) {
            var memory = ByteBuffer.allocateDirect(length * Float.BYTES).order(ByteOrder.nativeOrder());
            this.steps = IntStream.range(0, length).map(i -> i * GOLDEN_GAMMA).toArray();
            this.bits = new int[length];
            this.ints = memory.asIntBuffer();
            this.floats = memory.asFloatBuffer();
        }

        /** The mask of the values from a place on: 0, or 1 over the share that is kept. */
        void mask(float[] target, int place) {
            hash(bits, steps, place * GOLDEN_GAMMA + seed, salt, threshold, keptBits);
            ints.put(0, bits);
            floats.get(0, target);
        }
    }

    /** MurmurHash3's finaliser of a counter, salted, and a kept value's bits where it is not below the threshold. */
    private static void hash(int[] bits, int[] steps, int start, int salt, int threshold, int keptBits) {
        for (int i = 0; i < bits.length; i++) {
            int x = start + steps[i];
            x = (x ^ (x >>> 16)) * 0x85EBCA6B + salt;
            x = (x ^ (x >>> 13)) * 0xC2B2AE35;
            x = (x ^ (x >>> 16)) >>> 1;
            bits[i] = keptBits & ~((x - threshold) >> 31);
        }
    }
}
