package io.github.gan4j.data;

import io.github.gan4j.Images;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Handover;
import io.github.gan4j.internal.Memory;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.internal.Workers;
import java.util.Locale;

/**
 * Digits drawn by a program, for machines without a network: MNIST's format, nobody's handwriting.
 *
 * <p>Every Java platform draws the same bytes, and image i of a seed is the same whatever the count.
 */
public final class SyntheticDigits {
    private static final int MAX = Integer.MAX_VALUE / Canvas.PIXELS;
    private static final int BLOCK = 500; // images that a thread draws at a time

    private SyntheticDigits() {}

    /**
     * Draws digits.
     *
     * @param count how many, 1 to 2,739,137; the label of image i is i % 10
     * @param seed another seed, other digits
     * @return images that call themselves synthetic, for example {@code synthetic digits (seed 42)}
     * @throws IllegalArgumentException if the count is out of range, or so many do not fit into memory
     */
    public static Images draw(int count, long seed) {
        Check.argument(
                count >= 1 && count <= MAX,
                "syntheticDigits: count must be 1 to %,d, but got %,d.%nAs many as MNIST has are syntheticDigits(60_000, %d).",
                MAX,
                count,
                seed);
        Memory.require(
                "syntheticDigits",
                String.format(Locale.ROOT, "%,d digits", count),
                count * (long) (Canvas.PIXELS + Integer.BYTES),
                0,
                "Draw fewer, for example syntheticDigits(60_000, " + seed + ")");
        var pixels = new byte[count * Canvas.PIXELS];
        var labels = new int[count];
        long first = new SeededRandom(seed).nextLong();
        Workers.current().forEach((count + BLOCK - 1) / BLOCK, block -> {
            for (int i = block * BLOCK; i < Math.min(count, (block + 1) * BLOCK); i++) {
                labels[i] = i % 10;
                draw(labels[i], new SeededRandom(first + i), pixels, i * Canvas.PIXELS);
            }
        });
        return Images.synthetic("synthetic digits (seed " + seed + ")", new Handover(pixels), labels);
    }

    private static void draw(int digit, SeededRandom random, byte[] pixels, int offset) {
        var ways = Skeletons.of(digit);
        var skeleton = ways.get((int) (random.nextDouble() * ways.size()));
        var lines = new StrokeDistortion(digit, random).draw(skeleton);
        double pen = Math.max(1.3, Math.min(4.4, 2.45 + 0.65 * StrokeDistortion.normal(random))); // pixels
        double softness = 0.55 + 0.3 * random.nextDouble();
        double gain = 1 + 0.15 * random.nextDouble();
        new Canvas(pen, softness, lines).copyTo(pixels, offset, gain);
    }
}
