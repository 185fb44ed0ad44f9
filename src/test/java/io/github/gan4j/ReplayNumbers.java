package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.evaluate;
import static io.github.gan4j.Gan4j.loadMnist;
import static io.github.gan4j.Gan4j.trainStep;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * The numbers of the faithful replay, for the docs: so many seeds, trained as the tutorial does and judged.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.gan4j.ReplayNumbers
 *     -Dexec.args="5000 5"</pre>
 */
final class ReplayNumbers {
    private final List<Evaluation> evaluations;

    private ReplayNumbers(List<Evaluation> evaluations) {
        this.evaluations = evaluations;
    }

    /**
     * Prints a table. Arguments: steps, 5,000 by default, seeds, 5 by default, and as wanted {@code dcgan} for the convolutional pair
     * and {@code conditional} for one that is told labels.
     */
    public static void main(String[] arguments) {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        boolean dcgan = List.of(arguments).contains("dcgan");
        var unconditional = dcgan ? NetworkOptions.dcgan() : NetworkOptions.defaults();
        var networks = List.of(arguments).contains("conditional") ? unconditional.withClasses(10) : unconditional;
        var options = dcgan ? GanOptions.dcgan() : GanOptions.defaults();
        var digits = loadMnist();
        var evaluations = LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> replay(digits, steps, networks.withSeed(seed), options.withSeed(seed)))
                .toList();
        System.out.println(new ReplayNumbers(evaluations).table());
    }

    private static Evaluation replay(Images digits, int steps, NetworkOptions networks, GanOptions options) {
        var gan = buildGan(buildGenerator(networks), buildDiscriminator(networks), options);
        long start = System.nanoTime();
        for (int step = 0; step < steps; step++) {
            trainStep(gan, digits);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var evaluation = evaluate(gan);
        System.out.printf(
                Locale.ROOT,
                "seed %d: %.0f s, distance %.2f, coverage %.3f, right %.4f %s%n",
                options.seed(),
                seconds,
                evaluation.frechetDistance(),
                evaluation.coverage(),
                evaluation.conditionalAccuracy(),
                evaluation.digitAccuracies());
        return evaluation;
    }

    private String table() {
        var real = evaluations.get(0).baselines().orElseThrow().realTestImages();
        return String.join(
                "\n",
                "| " + evaluations.get(0).subject() + " | mean | standard deviation | real test images |",
                "|---|---|---|---|",
                row("classifier Fréchet distance", Evaluation::frechetDistance, real),
                row("classifier score", Evaluation::score, real),
                row("digits drawn", Evaluation::digitsDrawn, real),
                row("entropy of digits, nats", Evaluation::entropy, real),
                row("mean confidence", Evaluation::confidence, real),
                row("coverage", Evaluation::coverage, real),
                row("read as the digit asked for", Evaluation::conditionalAccuracy, real),
                row("the same of the worst digit", ReplayNumbers::worst, real),
                row("nearest training image", Evaluation::nearest, real),
                row("copies of training images", Evaluation::copies, real));
    }

    private static double worst(Evaluation evaluation) {
        return evaluation.digitAccuracies().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
    }

    private String row(String name, ToDoubleFunction<Evaluation> measure, Evaluation real) {
        double mean = values(measure).average().orElseThrow();
        double squares =
                values(measure).map(value -> (value - mean) * (value - mean)).sum();
        double deviation = Math.sqrt(squares / Math.max(1, evaluations.size() - 1));
        return String.format(
                Locale.ROOT, "| %s | %.3f | %.3f | %.3f |", name, mean, deviation, measure.applyAsDouble(real));
    }

    private DoubleStream values(ToDoubleFunction<Evaluation> measure) {
        return evaluations.stream().mapToDouble(measure);
    }
}
