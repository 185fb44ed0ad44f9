package io.github.gan4j.judge;

import io.github.gan4j.internal.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much of the real digits' variety a set of samples reaches: the share of reference images that have a sample at least
 * as near as their own second-nearest neighbour among the reference images.
 *
 * <p>Source: Naeem et al., "Reliable fidelity and diversity metrics for generative models", 2020, section 3.2. They take
 * as many samples as references and the fifth neighbour; with five times as many samples the second gives real images the
 * same 0.97.
 */
final class Coverage {
    private static final int NEIGHBOUR = 2;
    private static final double ROUNDING = 1e-6; // of a distance between float32 vectors, and more

    private final float[][] references; // [n, features]
    private final double[] radii; // [n], squared

    Coverage(float[][] references) {
        this.references = references;
        this.radii = new double[references.length];
        Workers.current().forEach(radii.length, i -> radii[i] = radius(references[i]));
    }

    /** The share of references that these samples [n, features] cover, 0 to 1. */
    double of(float[][] samples) {
        var lengths = Arrays.stream(samples).mapToDouble(Coverage::length).toArray();
        var covered = new AtomicInteger();
        Workers.current().forEach(references.length, i -> {
            if (isCovered(i, samples, lengths)) {
                covered.incrementAndGet();
            }
        });
        return covered.doubleValue() / references.length;
    }

    /** Compares with the samples of about the same length alone: two vectors are at least as far apart as their lengths. */
    private boolean isCovered(int i, float[][] samples, double[] lengths) {
        double length = length(references[i]);
        double reach = Math.sqrt(radii[i]) * (1 + ROUNDING);
        for (int k = 0; k < samples.length; k++) {
            if (Math.abs(lengths[k] - length) <= reach
                    && Distances.squared(references[i], samples[k], radii[i]) <= radii[i]) {
                return true;
            }
        }
        return false;
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    private double radius(float[] reference) {
        var nearest = new double[NEIGHBOUR + 1]; // the reference itself is among them, at 0
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (var other : references) {
            double distance = Distances.squared(reference, other, nearest[NEIGHBOUR]);
            if (distance < nearest[NEIGHBOUR]) {
                nearest[NEIGHBOUR] = distance;
                Arrays.sort(nearest);
            }
        }
        return nearest[NEIGHBOUR];
    }
}
