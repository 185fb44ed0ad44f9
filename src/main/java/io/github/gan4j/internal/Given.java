package io.github.gan4j.internal;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** That an argument is there: after a line that failed, the variable that it should have made is null. */
public final class Given {
    private static final String FILE = "Path.of(\"gan.zip\")";
    private static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("gan", "var gan = buildGan(buildGenerator(), buildDiscriminator())"),
            Map.entry("generator", "var generator = buildGenerator()"),
            Map.entry("discriminator", "var discriminator = buildDiscriminator()"),
            Map.entry("network", "var network = buildGenerator().network()"),
            Map.entry("images", "var digits = loadDigits()"),
            Map.entry("real", "var real = digits.batch(0, 32)"),
            Map.entry("discriminatorNoise", "var discriminatorNoise = Noise.TRAINING.draw(32, 1)"),
            Map.entry("generatorNoise", "var generatorNoise = Noise.TRAINING.draw(64, 2)"),
            Map.entry(
                    "batch",
                    "var batch = Batch.of(digits.batch(0, 32), Noise.TRAINING.draw(32, 1), Noise.TRAINING.draw(64, 2))"),
            Map.entry("alpha", "var alpha = Nd4j.rand(32, 1)"),
            Map.entry("labels", "var labels = new int[] {0, 1, 2}"),
            Map.entry("realLabels", "var realLabels = Arrays.copyOf(digits.labels(), 32)"),
            Map.entry("generatorLabels", "var generatorLabels = new int[64]"),
            Map.entry("noise", "var noise = Noise.TRAINING.draw(16, 7)"),
            Map.entry("from", "var from = Noise.TRAINING.draw(1, 7)"),
            Map.entry("to", "var to = Noise.TRAINING.draw(1, 8)"),
            Map.entry("losses", "var losses = train(gan, digits, 500)"),
            Map.entry("history", "var history = gan.history()"),
            Map.entry("chart", "var chart = plotLosses(losses)"),
            Map.entry("figure", "var figure = plotLosses(losses).figure()"));

    private Given() {}

    /**
     * The argument itself.
     *
     * @param verb what the user called
     * @param name the parameter's
     * @throws IllegalArgumentException if it is null; the message names it, and a line that makes such a value
     */
    public static <T> T given(String verb, String name, @Nullable T argument) {
        var line = LINES.containsKey(name) ? ", such as " + LINES.get(name) : "";
        return given(verb, name, argument, "Run the line that makes it again" + line + ".");
    }

    /** The same of a file or a folder. */
    public static Path file(String verb, String name, @Nullable Path argument) {
        return given(verb, name, argument, "Write where it is, such as " + FILE + ".");
    }

    private static <T> T given(String verb, String name, @Nullable T argument, String repair) {
        if (argument == null) {
            Check.argument(false, "%s: %s must be given, but got null.%n%s", verb, name, repair);
        }
        return argument;
    }
}
