package io.github.gan4j.train.fused;

import java.util.random.RandomGenerator;

/**
 * Which values a layer drops. Each value's fate is a function of a seed and of its place in the layer's memory, so that it does
 * not matter who computes it and when; what is kept is scaled so that the mean stays.
 */
final class Dropout {
    private static final int GOLDEN_GAMMA = 0x9E3779B9; // odd and far from any pattern
    private static final float UNIT = 1f / (1 << 24);

    private final float drop;
    private final float factor;
    private int seed;
    private int salt;

    /** Drops this share of the values. */
    Dropout(double drop) {
        this.drop = (float) drop;
        this.factor = (float) (1 / (1 - drop));
    }

    /** Begins the masks of another pass. */
    void draw(RandomGenerator random) {
        seed = random.nextInt();
        salt = random.nextInt();
    }

    /** The mask of the values from a place on: 0, or 1 over the share that is kept. */
    void mask(float[] target, int place) {
        float edge = drop - UNIT / 2; // no number falls on it
        for (int i = 0; i < target.length; i++) {
            int x = (place + i) * GOLDEN_GAMMA + seed; // then the finaliser of MurmurHash3, salted
            x = (x ^ (x >>> 16)) * 0x85EBCA6B + salt;
            x = (x ^ (x >>> 13)) * 0xC2B2AE35;
            x = (x ^ (x >>> 16)) >>> 8;
            target[i] = Math.min(Math.max((x * UNIT - edge) * Float.MAX_VALUE, 0), factor);
        }
    }
}
