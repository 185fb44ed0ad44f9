package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.loadMnist;
import static io.github.gan4j.Gan4j.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * How well a number of training follows the Fréchet distance, for the docs: Pearson's correlation over 20 evaluations of a run, of the
 * critic's estimate and of the tutorial's generator loss, each a mean of the 50 steps up to the evaluation.
 */
final class EstimateAndDistance {
    private static final int EVALUATIONS = 20;
    private static final int STEPS = 50; // in a mean

    private EstimateAndDistance() {}

    /** Prints a line for each run. Arguments: the steps of the Wasserstein pair, of the tutorial's, and seeds, 1 by default. */
    public static void main(String[] arguments) {
        int wassersteinSteps = Integer.parseInt(arguments[0]);
        int tutorialSteps = Integer.parseInt(arguments[1]);
        int seeds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        var digits = loadMnist();
        LongStream.rangeClosed(1, seeds).forEach(seed -> {
            report(digits, GanOptions.wassersteinGp().withSeed(seed), wassersteinSteps);
            report(digits, GanOptions.defaults().withSeed(seed), tutorialSteps);
        });
    }

    private static void report(Images digits, GanOptions options, int steps) {
        var networks = NetworkOptions.defaults().withSeed(options.seed());
        var gan = buildGan(buildGenerator(networks), buildDiscriminator(networks), options);
        var losses = train(gan, digits, TrainOptions.steps(steps).withEvaluations(steps / EVALUATIONS));
        var evaluations = losses.evaluations().stream()
                .filter(evaluation -> evaluation.step() > 1) // before, nothing is learned
                .toList();
        var distances =
                evaluations.stream().mapToDouble(Evaluation::frechetDistance).toArray();
        double[] values = options.loss().isScore() ? losses.estimate() : losses.generator();
        var means = evaluations.stream()
                .mapToDouble(evaluation -> mean(values, evaluation.step()))
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%s, seed %d, %,d steps, %d evaluations: correlation %.3f, distance %.1f to %.1f%n  %s%n  %s%n",
                options.loss(),
                options.seed(),
                steps,
                means.length,
                new PearsonsCorrelation().correlation(means, distances),
                distances[0],
                distances[distances.length - 1],
                Arrays.toString(means),
                Arrays.toString(distances));
    }

    private static double mean(double[] values, int to) {
        return Arrays.stream(values, Math.max(0, to - STEPS), to).average().orElseThrow();
    }
}
