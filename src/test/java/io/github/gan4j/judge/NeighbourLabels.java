package io.github.gan4j.judge;

import io.github.gan4j.internal.Check;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the nearest neighbours of some images say they are.
 *
 * @param neighbours how many neighbours of each image were asked
 * @param labels the digit that most of them have, for each image; among equals the nearest one's
 * @param counts how many of them have it, for each image, 1 to neighbours
 */
public record NeighbourLabels(int neighbours, int[] labels, int[] counts) {
    private static final int CLASSES = 10;

    /**
     * The share of images whose neighbours agree: legible digits, other things being equal.
     *
     * @param least how many of the neighbours must have the same label, for example 4 of 5
     * @return 0..1
     */
    public double agreeing(int least) {
        return Arrays.stream(counts).filter(count -> count >= least).count() / (double) counts.length;
    }

    /** The share of each digit 0..9 among the images, [10], which adds up to 1. */
    public double[] histogram() {
        var shares = new double[CLASSES];
        for (int label : labels) {
            shares[label] += 1.0 / labels.length;
        }
        return shares;
    }

    /**
     * The share of images whose neighbours are right.
     *
     * @param truth the digit of each image
     * @return 0..1
     * @throws IllegalArgumentException if there is not one for each image
     */
    public double accuracy(int[] truth) {
        Check.argument(
                truth.length == labels.length,
                "accuracy: there must be one digit for each of the %,d images, but got %,d.%nTake images.labels().",
                labels.length,
                truth.length);
        long right = IntStream.range(0, truth.length)
                .filter(i -> truth[i] == labels[i])
                .count();
        return right / (double) truth.length;
    }

    @Override
    public String toString() {
        int most = Math.max(1, neighbours - 1);
        var shares = Arrays.stream(histogram())
                .mapToObj(share -> String.format(Locale.ROOT, "%.1f", 100 * share))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "%,d images, %.1f %% with at least %d of %d equal votes%ndigits 0 to 9 in %%: %s",
                labels.length,
                100 * agreeing(most),
                most,
                neighbours,
                shares);
    }
}
