package io.github.gan4j.sweep;

import io.github.gan4j.GanOptions;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.SweepOptions.Variant;
import io.github.gan4j.internal.Sha256;
import io.github.gan4j.internal.Versions;
import io.github.gan4j.keep.OptionLines;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of a sweep.
 *
 * @param variant with the run's seed in all its options
 * @param steps of training
 * @param threads that the run uses
 * @param judged what the evaluation is, as a line
 */
public record Task(Variant variant, int steps, int threads, String judged) {
    /** The seed of the pair and of its networks. */
    public long seed() {
        return variant.options().seed();
    }

    /** A digest of all that decides the run's numbers, beside the machine's kernels; not of the variant's name. */
    public String digest(String imagesSha256) {
        return digest(imagesSha256, Versions.version("gan4j"));
    }

    String digest(String imagesSha256, String version) {
        var lines = new LinkedHashMap<>(OptionLines.of(variant.options()));
        lines.putAll(ofNetworks(variant.networks()));
        lines.put("steps", Integer.toString(steps));
        lines.put("threads", Integer.toString(threads));
        lines.put("judged", judged);
        lines.put("images", imagesSha256);
        lines.put("version", version); // another one may round differently
        var text = lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n"));
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private static Map<String, String> ofNetworks(NetworkOptions networks) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("networks.seed", Long.toString(networks.seed()));
        lines.put("networks.leakySlope", Double.toString(networks.leakySlope()));
        lines.put("networks.shape", networks.shape().toString());
        lines.put("networks.momentum", Double.toString(networks.momentum()));
        lines.put("networks.width", Integer.toString(networks.width()));
        lines.put("networks.dropout", Double.toString(networks.dropout()));
        lines.put("networks.classes", Integer.toString(networks.classes()));
        return lines;
    }

    /** The same run's options with its seed. */
    public static Variant seeded(Variant variant, long seed) {
        NetworkOptions networks = variant.networks().withSeed(seed);
        GanOptions options = variant.options().withSeed(seed);
        return new Variant(variant.name(), networks, options);
    }
}
