package io.github.gan4j.exercise;

import java.util.Arrays;

/**
 * What tells distributions apart.
 *
 * @param mean the first moment
 * @param deviation the root of the second central moment
 * @param kurtosis the fourth central moment in units of the deviation: 3 for a normal distribution, 1.8 for a uniform one
 */
record Moments(double mean, double deviation, double kurtosis) {
    static Moments of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(x -> Math.pow(x - mean, 2)).average().orElseThrow();
        double fourth =
                Arrays.stream(values).map(x -> Math.pow(x - mean, 4)).average().orElseThrow();
        return new Moments(mean, Math.sqrt(variance), fourth / (variance * variance));
    }

    /** Within what 1,600 values or more leave open. */
    boolean isNear(double otherMean, double otherDeviation) {
        return Math.abs(mean - otherMean) < 0.1 * otherDeviation + 0.05
                && Math.abs(deviation - otherDeviation) < 0.1 * otherDeviation;
    }
}
