package io.github.gan4j.sweep;

import java.io.Serializable;

/**
 * What one run of a sweep came to. What could not be measured is NaN.
 *
 * @param digest of the run's settings, see {@link Task#digest}
 * @param variant the name of its variant
 * @param seed of the pair and its networks
 * @param steps of training that were asked for
 * @param measured what the evaluation found
 * @param finding what {@code diagnose} sees, the most likely cause first; or why there was nothing to see
 * @param seconds that the run took
 * @param threads that it used
 * @param kernels that multiplied its matrices
 */
public record Row(
        String digest,
        String variant,
        long seed,
        int steps,
        Measured measured,
        String finding,
        double seconds,
        int threads,
        String kernels)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Numbers of an evaluation.
     *
     * @param distance the Fréchet distance
     * @param coverage the share of real images that have a sample near them
     * @param score the classifier score, of digits alone
     * @param digits how many of the ten are drawn, of digits alone
     * @param conditionalAccuracy the share read as asked for, of conditional pairs of digits alone
     */
    public record Measured(double distance, double coverage, double score, double digits, double conditionalAccuracy)
            implements Serializable {
        private static final long serialVersionUID = 1;

        /** Of a run that drew nothing that can be measured. */
        public static final Measured NOTHING = new Measured(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The same run under the name that its variant has now. */
    public Row named(String newVariant) {
        return new Row(digest, newVariant, seed, steps, measured, finding, seconds, threads, kernels);
    }
}
