package io.github.gan4j.keep;

import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Loss;
import io.github.gan4j.Noise;
import io.github.gan4j.Sampling;
import io.github.gan4j.internal.Versions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint says in words, a line for each: its format, where it comes from, options, random state and layers.
 *
 * <p>Strict: every line must be known and there once. Wrong values throw IllegalArgumentException.
 */
final class Header {
    static final int FORMAT = 1;

    private static final int MAX_NAME = 200;
    private static final int MAX_UPDATES = 1_000_000_000; // so that more can be counted
    private static final Set<String> KEYS = Set.of(
            "format",
            "software",
            "saved",
            "images",
            "seed",
            "learningRate",
            "beta1",
            "noiseMean",
            "noiseDeviation",
            "batchSize",
            "sampling",
            "discriminatorLearningRate",
            "loss",
            "realLabel",
            "fakes",
            "random",
            "generator.updates",
            "generator.layers",
            "discriminator.updates",
            "discriminator.layers");

    private final Map<String, String> values;

    private Header(Map<String, String> values) {
        this.values = values;
    }

    /** What is written of a checkpoint. */
    static Header of(Checkpoint checkpoint) {
        var header = new Header(new LinkedHashMap<>());
        header.put("format", FORMAT);
        header.put("software", Versions.all());
        header.put("saved", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        header.put("images", oneLine(checkpoint.progress().trainedOn()));
        header.putOptions(checkpoint.options());
        header.put("random", checkpoint.progress().random());
        header.putNetwork("generator", checkpoint.generator());
        header.putNetwork("discriminator", checkpoint.discriminator());
        return header;
    }

    private static String oneLine(@Nullable String name) {
        var line = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
        return line.substring(0, Math.min(MAX_NAME, line.length()));
    }

    private void putOptions(GanOptions options) {
        put("seed", options.seed());
        put("learningRate", options.learningRate());
        put("beta1", options.beta1());
        put("noiseMean", options.noise().mean());
        put("noiseDeviation", options.noise().deviation());
        put("batchSize", options.batchSize());
        put("sampling", options.sampling());
        put("discriminatorLearningRate", options.discriminatorLearningRate());
        put("loss", options.loss());
        put("realLabel", options.realLabel());
        put("fakes", options.fakes());
    }

    private void putNetwork(String name, SavedNetwork network) {
        put(name + ".updates", network.updates());
        put(name + ".layers", network.stack().text());
    }

    private void put(String key, Object value) {
        values.put(key, value.toString());
    }

    String text() {
        return values.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static Header parse(String text) {
        var values = new LinkedHashMap<String, String>();
        for (var line : text.split("\n")) {
            int end = line.indexOf('=');
            require(end > 0, "the line \"%s\" has no =", line);
            var earlier = values.put(line.substring(0, end), line.substring(end + 1));
            require(earlier == null, "the line \"%s\" is there twice", line);
        }
        return new Header(values);
    }

    /** Which version of this format it is; read before all else, because others may have other lines. */
    int format() {
        int format = Integer.parseInt(text("format"));
        require(format >= 1, "the format must be at least 1, but is %s", format);
        return format;
    }

    void requireKnownLines() {
        require(values.keySet().equals(KEYS), "a line is missing or unknown");
    }

    GanOptions options() {
        return GanOptions.defaults()
                .withSeed(Long.parseLong(text("seed")))
                .withLearningRate(number("learningRate"))
                .withDiscriminatorLearningRate(number("discriminatorLearningRate"))
                .withBeta1(number("beta1"))
                .withNoise(new Noise(number("noiseMean"), number("noiseDeviation")))
                .withBatchSize(Integer.parseInt(text("batchSize")))
                .withSampling(Sampling.valueOf(text("sampling")))
                .withLoss(Loss.valueOf(text("loss")))
                .withRealLabel(number("realLabel"))
                .withFakes(Fakes.valueOf(text("fakes")));
    }

    long random() {
        return Long.parseLong(text("random"));
    }

    @Nullable
    String images() {
        return text("images").isEmpty() ? null : text("images");
    }

    int updates(String network) {
        int updates = Integer.parseInt(text(network + ".updates"));
        require(updates >= 0 && updates <= MAX_UPDATES, "updates must be 0 to %,d, but are %s", MAX_UPDATES, updates);
        return updates;
    }

    /** The layers of the generator, which draws 784 pixels from 100 numbers. */
    NetworkDescription generator() {
        return stack("generator", Noise.SIZE, ImageShape.MNIST.features());
    }

    /** The layers of the discriminator, which turns 784 pixels into one probability. */
    NetworkDescription discriminator() {
        var stack = stack("discriminator", ImageShape.MNIST.features(), 1);
        require(stack.isDiscriminator(), "the discriminator must end in an output layer with a sigmoid");
        return stack;
    }

    private NetworkDescription stack(String network, int inputs, int outputs) {
        var stack = NetworkDescription.parse(text(network + ".layers"));
        require(
                stack.inputs() == inputs && stack.outputs() == outputs,
                "the %s must turn %s columns into %s",
                network,
                inputs,
                outputs);
        return stack;
    }

    private double number(String key) {
        return Words.number(text(key));
    }

    private String text(String key) {
        require(values.containsKey(key), "the line %s is missing", key);
        return values.get(key);
    }

    private static void require(boolean holds, String rule, Object... details) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, rule, details));
        }
    }
}
