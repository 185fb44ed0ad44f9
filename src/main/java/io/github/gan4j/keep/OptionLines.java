package io.github.gan4j.keep;

import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.Noise;
import io.github.gan4j.Sampling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pair's options as lines, a key and a value each. A line that is absent means the tutorial's value. */
public final class OptionLines {
    /** An option as a line; a value of null is not written. */
    private record Option(
            String key,
            Function<GanOptions, @Nullable Object> value,
            BiFunction<GanOptions, String, GanOptions> read) {}

    private static final List<Option> OPTIONS = List.of(
            new Option("seed", GanOptions::seed, (to, text) -> to.withSeed(Long.parseLong(text))),
            new Option("learningRate", GanOptions::learningRate, (to, text) -> to.withLearningRate(number(text))),
            new Option(
                    "discriminatorLearningRate",
                    OptionLines::ownRate,
                    (to, text) -> to.withDiscriminatorLearningRate(number(text))),
            new Option("beta1", GanOptions::beta1, (to, text) -> to.withBeta1(number(text))),
            new Option("beta2", GanOptions::beta2, (to, text) -> to.withBeta2(number(text))),
            new Option(
                    "decay",
                    from -> from.decay() == GanOptions.defaults().decay() ? null : from.decay(),
                    (to, text) -> to.withDecay(number(text))),
            new Option(
                    "noiseMean",
                    from -> from.noise().mean(),
                    (to, text) ->
                            to.withNoise(new Noise(number(text), to.noise().deviation()))),
            new Option(
                    "noiseDeviation",
                    from -> from.noise().deviation(),
                    (to, text) -> to.withNoise(new Noise(to.noise().mean(), number(text)))),
            new Option("batchSize", GanOptions::batchSize, (to, text) -> to.withBatchSize(Integer.parseInt(text))),
            new Option("sampling", GanOptions::sampling, (to, text) -> to.withSampling(Sampling.valueOf(text))),
            new Option("loss", GanOptions::loss, (to, text) -> to.withLoss(Loss.valueOf(text))),
            new Option("realLabel", GanOptions::realLabel, (to, text) -> to.withRealLabel(number(text))),
            new Option("fakes", GanOptions::fakes, (to, text) -> to.withFakes(Fakes.valueOf(text))),
            new Option(
                    "gradientPenalty",
                    from -> from.gradientPenalty() == 0 ? null : from.gradientPenalty(),
                    (to, text) -> to.withGradientPenalty(number(text))),
            new Option(
                    "discriminatorSteps",
                    from -> from.discriminatorSteps() == 1 ? null : from.discriminatorSteps(),
                    (to, text) -> to.withDiscriminatorSteps(Integer.parseInt(text))));

    private OptionLines() {}

    private static @Nullable Object ownRate(GanOptions options) {
        return options.ownDiscriminatorRate().isPresent() ? options.discriminatorLearningRate() : null;
    }

    private static double number(String text) {
        return Words.number(text);
    }

    /** The keys that there are. */
    static Set<String> keys() {
        return OPTIONS.stream().map(Option::key).collect(Collectors.toSet());
    }

    /** The options that differ from the tutorial's, and those that were always written. */
    public static Map<String, String> of(GanOptions options) {
        var lines = new LinkedHashMap<String, String>();
        for (var option : OPTIONS) {
            var value = option.value.apply(options);
            if (value != null) {
                lines.put(option.key, value.toString());
            }
        }
        return lines;
    }

    /**
     * The options that lines tell of, among which there may be others.
     *
     * @throws IllegalArgumentException if a value is wrong
     */
    public static GanOptions read(Map<String, String> lines) {
        var options = GanOptions.defaults();
        for (var option : OPTIONS) {
            var text = lines.get(option.key);
            options = text == null ? options : option.read.apply(options, text);
        }
        return options;
    }
}
