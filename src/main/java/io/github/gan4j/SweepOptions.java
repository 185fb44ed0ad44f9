package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@code sweep}: which variants are compared, and how.
 *
 * @param variants what is compared, in the order of the table; their seeds are the sweep's
 * @param steps of training of each run
 * @param seeds how many runs of each variant: with the seeds 1 to this number, the same for all variants
 * @param evaluation how each pair is judged in the end; empty as {@code TrainOptions.withEvaluations} does, digits by the digit
 *     classifier with 10,000 samples and other images in comparison with those trained on
 * @param threads of each run; as many runs are done at once as there are cores for them
 * @param file keeps the finished runs, so that a sweep that is begun again goes on
 */
public record SweepOptions(
        List<Variant> variants,
        int steps,
        int seeds,
        Optional<EvaluationOptions> evaluation,
        int threads,
        Optional<Path> file) {
    private static final int MAX = 1_000;

    /**
     * What is compared with others.
     *
     * @param name what tables and charts call it
     * @param networks how both networks are built
     * @param options how the pair is trained
     */
    public record Variant(String name, NetworkOptions networks, GanOptions options) {
        private static final int LONGEST = 40;

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the name is empty or longer than 40 characters
         */
        public Variant {
            given("SweepOptions", "networks", networks);
            given("SweepOptions", "options", options);
            given("SweepOptions", "name", name);
            Check.argument(
                    !name.isBlank()
                            && name.length() <= LONGEST
                            && name.equals(OneLine.printable(name).strip()),
                    "SweepOptions: a variant must have a name of 1 to %d characters, but got \"%s\".%n"
                            + "Write withVariant(\"shuffled\", GanOptions.defaults().withSampling(Sampling.SHUFFLED)).",
                    LONGEST,
                    OneLine.of("%s", OneLine.printable(name)));
        }

        @Override
        public String toString() {
            return OneLine.of("%s", name);
        }
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is below 1 or above what is sensible, two variants have one name, or the evaluation
     *     trains classifiers
     */
    public SweepOptions {
        variants = List.copyOf(variants);
        Check.argument(
                steps >= 1,
                "SweepOptions: there must be at least 1 step, but got %d.%nWrite SweepOptions.steps(5_000).",
                steps);
        requireNumber("seeds", seeds, "withSeeds(5)");
        requireNumber("threads", threads, "withThreads(1)");
        long names = variants.stream().map(Variant::name).distinct().count();
        Check.argument(
                names == variants.size(),
                "SweepOptions: each variant must have a name of its own, but got %s.%nCall one of them differently.",
                variants);
        Check.argument(
                evaluation.flatMap(EvaluationOptions::test).isEmpty(),
                "SweepOptions: an evaluation must take seconds, but got one that trains classifiers.%n"
                        + "Leave withTestImages(...) out here, and evaluate the best pair with it afterwards.");
    }

    private static void requireNumber(String what, int number, String repair) {
        Check.argument(
                number >= 1 && number <= MAX,
                "SweepOptions: the number of %s must be 1 to %,d, but got %,d.%nWrite %s.",
                what,
                MAX,
                number,
                repair);
    }

    /** Runs of so many steps with 5 seeds and one thread each, and no variant yet. */
    public static SweepOptions steps(int steps) {
        return new SweepOptions(List.of(), steps, 5, Optional.empty(), 1, Optional.empty());
    }

    /** The same with one more variant: the tutorial's networks, trained in another way. */
    public SweepOptions withVariant(String name, GanOptions options) {
        return withVariant(name, NetworkOptions.defaults(), options);
    }

    /** The same with one more variant: other networks, trained as the tutorial does. */
    public SweepOptions withVariant(String name, NetworkOptions networks) {
        return withVariant(name, networks, GanOptions.defaults());
    }

    /** The same with one more variant. */
    public SweepOptions withVariant(String name, NetworkOptions networks, GanOptions options) {
        var more = new ArrayList<>(variants);
        more.add(new Variant(name, networks, options));
        return new SweepOptions(more, steps, seeds, evaluation, threads, file);
    }

    /** The same with another number of runs of each variant: with seeds 1 to this number. */
    public SweepOptions withSeeds(int newSeeds) {
        return new SweepOptions(variants, steps, newSeeds, evaluation, threads, file);
    }

    /** The same with pairs judged in another way. */
    public SweepOptions withEvaluation(EvaluationOptions newEvaluation) {
        var judged = Optional.of(given("withEvaluation", "evaluation", newEvaluation));
        return new SweepOptions(variants, steps, seeds, judged, threads, file);
    }

    /** The same with more threads for each run, and fewer runs at once: for pairs that need much memory. */
    public SweepOptions withThreads(int newThreads) {
        return new SweepOptions(variants, steps, seeds, evaluation, newThreads, file);
    }

    /**
     * The same with the finished runs kept in a CSV file. Those that it holds already, of the same settings, images and version
     * of gan4j, are not done again.
     */
    public SweepOptions withFile(Path newFile) {
        return new SweepOptions(
                variants, steps, seeds, evaluation, threads, Optional.of(given("SweepOptions", "file", newFile)));
    }

    @Override
    public String toString() {
        return OneLine.of(
                        "%d variants x %d seeds, %,d steps each, %d threads a run",
                        variants.size(), seeds, steps, threads)
                + file.map(path -> OneLine.of("%nkept in %s", path)).orElse("");
    }
}
