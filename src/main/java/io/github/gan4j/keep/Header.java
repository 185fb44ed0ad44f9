package io.github.gan4j.keep;

import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Noise;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneDnn;
import io.github.gan4j.internal.Versions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint says in words, a line for each: its format, where it comes from, options, random state and layers.
 *
 * <p>A line that is absent means the tutorial's value, so that a new option breaks no file; one that nobody knows is refused
 * by its name, and so is one that is there twice. Wrong values throw IllegalArgumentException.
 */
final class Header {
    /** Files of format 1 hold every option and nothing of shapes and digests, and are read the same way. */
    static final int FORMAT = 2;

    private static final int MAX_NAME = 200;
    private static final int MAX_UPDATES = 1_000_000_000; // so that more can be counted

    private static final Set<String> OTHER_KEYS = Set.of(
            "format",
            "software",
            "saved",
            "images",
            "images.sha256",
            "shape",
            "classes",
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
        var progress = checkpoint.progress();
        header.put("format", FORMAT);
        header.put("software", Versions.all() + ", matrix products by " + OneDnn.product());
        header.put("saved", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        header.put("images", oneLine(progress.trainedOn()));
        header.put("images.sha256", progress.imagesSha256());
        header.put("shape", checkpoint.shape());
        header.put("classes", checkpoint.classes() == 0 ? null : checkpoint.classes());
        OptionLines.of(checkpoint.options()).forEach(header::put);
        header.put("random", progress.random());
        header.putNetwork("generator", checkpoint.generator());
        header.putNetwork("discriminator", checkpoint.discriminator());
        return header;
    }

    private static String oneLine(@Nullable String name) {
        var line = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
        return line.substring(0, Math.min(MAX_NAME, line.length()));
    }

    private void putNetwork(String name, SavedNetwork network) {
        put(name + ".updates", network.updates());
        put(name + ".layers", network.stack().text());
    }

    private void put(String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value.toString());
        }
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
            Check.argument(end > 0, "the line \"%s\" has no =", line);
            var earlier = values.put(line.substring(0, end), line.substring(end + 1));
            Check.argument(earlier == null, "the line \"%s\" is there twice", line);
        }
        return new Header(values);
    }

    /** Which version of this format it is; read before all else, because others may have other lines. */
    int format() {
        int format = Integer.parseInt(text("format"));
        Check.argument(format >= 1, "the format must be at least 1, but is %s", format);
        return format;
    }

    void requireKnownLines() {
        var known = OptionLines.keys();
        for (var key : values.keySet()) {
            Check.argument(OTHER_KEYS.contains(key) || known.contains(key), "the line %s is unknown", key);
        }
    }

    GanOptions options() {
        var options = OptionLines.read(values);
        options.objective().requireConsistent();
        boolean isSaidInAnyCase = format() == 1 && options.discriminatorLearningRate() == options.learningRate();
        return isSaidInAnyCase ? options.withoutDiscriminatorLearningRate() : options;
    }

    long random() {
        return Long.parseLong(text("random"));
    }

    /** The name of the images that were trained on, if any were. */
    @Nullable
    String images() {
        return values.getOrDefault("images", "").isEmpty() ? null : values.get("images");
    }

    /** Their digest, if it is known. */
    @Nullable
    String imagesSha256() {
        var digest = values.get("images.sha256");
        Check.argument(digest == null || digest.matches("[0-9a-f]{64}"), "the digest of the images is %s", digest);
        return digest;
    }

    /** The shape of the images that are drawn. */
    ImageShape shape() {
        var text = values.getOrDefault("shape", ImageShape.MNIST.toString());
        Check.argument(text.matches("[1-9]\\d{0,3}x[1-9]\\d{0,3}(x3)?"), "the shape is %s", text);
        var sides = text.split("x");
        return new ImageShape(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), sides.length == 2 ? 1 : 3);
    }

    /** How many classes the pair's labels are of; 0 where it takes none. */
    int classes() {
        var text = values.get("classes");
        Check.argument(text == null || text.matches("[1-9]\\d{0,2}"), "the number of classes is %s", text);
        return text == null ? 0 : Integer.parseInt(text);
    }

    int updates(String network) {
        int updates = Integer.parseInt(text(network + ".updates"));
        Check.argument(
                updates >= 0 && updates <= MAX_UPDATES, "updates must be 0 to %,d, but are %s", MAX_UPDATES, updates);
        return updates;
    }

    /** The layers of the generator, which draws an image from 100 numbers and a label, where there are any. */
    NetworkDescription generator() {
        return requireColumns("generator", stack("generator"), Noise.SIZE + classes(), shape().features());
    }

    /** The layers of the discriminator, which turns an image, and planes or columns for a label, into one number. */
    NetworkDescription discriminator() {
        var stack = stack("discriminator");
        int columnsOfClass = stack.beginsWithImage() ? shape().pixels() : 1;
        requireColumns("discriminator", stack, shape().features() + classes() * columnsOfClass, 1);
        var activation = options().loss().lastActivation();
        Check.argument(
                stack.endsIn(activation.getActivationFunction()),
                "the discriminator must end in an output layer with %s",
                activation);
        return stack;
    }

    private NetworkDescription stack(String network) {
        return NetworkDescription.parse(text(network + ".layers"));
    }

    private static NetworkDescription requireColumns(
            String network, NetworkDescription stack, int inputs, int outputs) {
        Check.argument(
                stack.inputs() == inputs && stack.outputs() == outputs,
                "the %s must turn %s columns into %s",
                network,
                inputs,
                outputs);
        return stack;
    }

    private String text(String key) {
        Check.argument(values.containsKey(key), "the line %s is missing", key);
        return values.get(key);
    }
}
