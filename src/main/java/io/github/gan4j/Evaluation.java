package io.github.gan4j;

import io.github.gan4j.judge.Baselines;
import io.github.gan4j.judge.EvaluationTable;
import java.util.List;

/**
 * How good a set of drawn digits is, read by the digit classifier that comes with the library.
 *
 * <p>The numbers compare with those of the same classifier and as many samples, and with no others: not with a "FID" that
 * rests on another network.
 *
 * @param subject what was judged, for example {@code gan after 5,000 steps on MNIST train}
 * @param step how many steps the pair had been trained, 0 for images of another origin
 * @param count how many samples
 * @param seed where their noise came from
 * @param frechetDistance the classifier Fréchet distance: how far the samples' features are from those of MNIST's training
 *     images, 0 for the same distribution (Heusel et al. 2017, with this classifier)
 * @param score the classifier score: 1 when all samples are read alike, 10 for sure readings of all digits equally often
 *     (Salimans et al. 2016, with this classifier)
 * @param shares the share of the samples read as each digit, [10], summing to 1
 * @param confidence the mean probability of the digit that a sample is read as, 0.1 to 1
 * @param coverage the share of real digits that have a sample near them, 0 to 1 (Naeem et al. 2020)
 * @param nearest the median distance of 1,000 samples to their nearest training image, pixels in -1..1; NaN where MNIST
 *     is not on this machine
 * @param copies the share of those 1,000 nearer to a training image than any of 1,000 real test images is; NaN likewise
 */
public record Evaluation(
        String subject,
        int step,
        int count,
        long seed,
        double frechetDistance,
        double score,
        List<Double> shares,
        double confidence,
        double coverage,
        double nearest,
        double copies) {
    private static final double DRAWN = 0.01; // a digit counts as drawn from one sample in a hundred

    /** Keeps a copy of the shares. */
    public Evaluation {
        shares = List.copyOf(shares);
    }

    /** The floor: MNIST's 10,000 test images, what a perfect generator would get. */
    public static Evaluation ofRealTestImages() {
        return Baselines.realTestImages();
    }

    /** The ceiling: 10,000 images whose pixels are evenly random. */
    public static Evaluation ofPureNoise() {
        return Baselines.pureNoise();
    }

    /** How many of the ten digits are drawn: those that at least one sample in a hundred is read as. */
    public int digitsDrawn() {
        return (int) shares.stream().filter(share -> share >= DRAWN).count();
    }

    /** The entropy of the shares in nats: 0 for a single digit, ln 10 = 2.303 for all digits equally often. */
    public double entropy() {
        return shares.stream()
                .mapToDouble(share -> share > 0 ? -share * Math.log(share) : 0)
                .sum();
    }

    /** Everything as a table, with 10,000 real test images and 10,000 images of pure noise beside it. */
    @Override
    public String toString() {
        return EvaluationTable.of(this);
    }
}
