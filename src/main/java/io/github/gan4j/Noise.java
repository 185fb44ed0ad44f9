package io.github.gan4j;

import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Memory;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.internal.OwnThread;
import io.github.gan4j.internal.SeededRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The normal distribution that noise vectors are drawn from.
 *
 * @param mean the mean of every component
 * @param deviation the standard deviation of every component, above 0
 */
public record Noise(double mean, double deviation) {
    static {
        NativeTuning.ensure();
    }

    /** Components of a noise vector: 100. */
    public static final int SIZE = 100;

    private static final long BYTES = SIZE * Float.BYTES; // of a vector

    static final int MAX = Integer.MAX_VALUE / SIZE; // what a Java array holds

    /** What the tutorial trains on: {@code normal(-1, 1) / 2} (tutorial step 8). */
    public static final Noise TRAINING = new Noise(-0.5, 0.5);

    /** What the tutorial draws its pictures from: {@code normal(0, 1)} (tutorial step 6); another one than it trains on (tutorial slip E4). */
    public static final Noise STANDARD = new Noise(0, 1);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the mean is not finite or the deviation is not a finite number above 0
     */
    public Noise {
        Check.argument(
                Double.isFinite(mean) && Double.isFinite(deviation) && deviation > 0,
                "Noise: the mean must be finite and the deviation above 0, but got mean %s and deviation %s.%n"
                        + "Take Noise.TRAINING or Noise.STANDARD.",
                mean,
                deviation);
    }

    /**
     * Noise vectors from a seed; the same seed gives the same vectors.
     *
     * @return a new array [count, 100]
     * @throws IllegalArgumentException if the count is below 1, or above what an array or this process's memory holds
     */
    public INDArray draw(int count, long seed) {
        return OwnThread.stoppableFromNow(() -> draw(count, new SeededRandom(seed), OwnThread::requireNoInterrupt));
    }

    /**
     * Noise vectors from wherever a random source stands, which moves on.
     *
     * @return a new array [count, 100]
     * @throws IllegalArgumentException if the count is below 1, or above what an array or this process's memory holds
     */
    public INDArray draw(int count, RandomGenerator random) {
        return draw(count, random, () -> {});
    }

    private INDArray draw(int count, RandomGenerator random, Runnable beforeEach) {
        Check.argument(
                count >= 1 && count <= MAX,
                "draw: the count must be 1 to %,d, but got %,d.%nWrite Noise.TRAINING.draw(16, 7).",
                MAX,
                count);
        Memory.require(
                "draw",
                String.format(Locale.ROOT, "%,d noise vectors", count),
                count * BYTES,
                count * BYTES,
                "Draw fewer at a time, for example Noise.TRAINING.draw(10_000, 7)");
        var values = new float[count * SIZE];
        Backend.ensure();
        for (int i = 0; i < values.length; i++) {
            if (i % SIZE == 0) {
                beforeEach.run();
            }
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
        return Nd4j.create(values, new long[] {count, SIZE}, 'c'); // [count, 100]
    }

    @Override
    public String toString() {
        return OneLine.of("noise N(%s, %s^2)", mean, deviation);
    }
}
