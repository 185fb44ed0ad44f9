package io.github.gan4j.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * Whether the runs of two variants differ by more than their seeds do: Welch's t test, which lets them spread differently, with Holm's
 * correction, so that of many pairs without a difference at most one sweep in twenty calls one different.
 *
 * <p>Sources: Welch, "The generalization of Student's problem when several different population variances are involved", 1947; Holm,
 * "A simple sequentially rejective multiple test procedure", 1979.
 *
 * @param first the index of the variant
 * @param second the index of the other one, above the first
 * @param means the first variant's mean less the other's
 * @param p how often chance alone would part two variants as far, before the correction; NaN where nothing can be said
 * @param holm the same after it, at most 1
 */
public record Difference(int first, int second, double means, double p, double holm) {
    private static final double LEVEL = 0.05;
    private static final int MIN = 2; // runs, for a spread

    /** Whether the runs tell the two apart. */
    public boolean isTold() {
        return holm < LEVEL;
    }

    /**
     * All pairs of variants.
     *
     * @param values the numbers of each variant's runs
     */
    public static List<Difference> among(List<double[]> values) {
        var pairs = new ArrayList<Difference>();
        for (int first = 0; first < values.size(); first++) {
            for (int second = first + 1; second < values.size(); second++) {
                pairs.add(between(first, values.get(first), second, values.get(second)));
            }
        }
        return corrected(pairs);
    }

    private static Difference between(int first, double[] a, int second, double[] b) {
        double p = p(a, b);
        return new Difference(first, second, StatUtils.mean(a) - StatUtils.mean(b), p, p);
    }

    private static double p(double[] a, double[] b) {
        if (a.length < MIN || b.length < MIN) {
            return Double.NaN;
        }
        boolean spreads = StatUtils.variance(a) + StatUtils.variance(b) > 0;
        return spreads ? new TTest().tTest(a, b) : StatUtils.mean(a) == StatUtils.mean(b) ? 1 : 0;
    }

    /** The smallest p counts as often as there are pairs, the next one time less, and none less than the one before. */
    private static List<Difference> corrected(List<Difference> pairs) {
        var order = IntStream.range(0, pairs.size())
                .filter(i -> !Double.isNaN(pairs.get(i).p))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pairs.get(i).p))
                .toList();
        var corrected = new ArrayList<>(pairs);
        double least = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            var pair = pairs.get(order.get(rank));
            least = Math.max(least, Math.min(1, (order.size() - rank) * pair.p));
            corrected.set(order.get(rank), new Difference(pair.first, pair.second, pair.means, pair.p, least));
        }
        return List.copyOf(corrected);
    }
}
