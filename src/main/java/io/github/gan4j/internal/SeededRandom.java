package io.github.gan4j.internal;

import java.util.random.RandomGenerator;

/**
 * SplitMix64: a random source whose whole state is one number, so that it can be saved and continued bit for bit.
 *
 * <p>Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class SeededRandom implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** A source that starts from a seed, or goes on from an earlier {@link #state()}. */
    public SeededRandom(long state) {
        this.state = state;
    }

    /** What a new source needs to go on exactly here. */
    public long state() {
        return state;
    }

    /** Another source for a purpose of its own, decided by this one's place and a number; nothing is drawn from this one. */
    public SeededRandom beside(long number) {
        return new SeededRandom(~state - number);
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
