package io.github.gan4j;

import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.OneDnn;
import io.github.gan4j.internal.Versions;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Pointer;

/** What a report of a problem, or of a result, should say about where it comes from. */
final class About {
    private static final long MEGABYTE = 1 << 20;

    private About() {}

    /** Versions, machine, native libraries and memory, a line each. */
    static String text() {
        return String.join("\n", Versions.all(), machine(), natives(), memory());
    }

    /** Versions, machine, data and training, a line each. */
    static String text(Gan gan, Images images) {
        return String.join("\n", Versions.all(), machine(), data(images), training(gan), options(gan.options()));
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "machine   %s %s, %d processors, %d threads",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                NativeTuning.threads());
    }

    private static String data(Images images) {
        return String.format(
                Locale.ROOT, "data      %s, %,d images, sha256 %s", images.name(), images.size(), images.sha256());
    }

    private static String training(Gan gan) {
        double seconds = gan.history().table().doubleColumn("millis").sum() / 1_000;
        return String.format(
                Locale.ROOT,
                "training  %,d %s in %.0f s, seed %d",
                gan.step(),
                gan.step() == 1 ? "step" : "steps",
                seconds,
                gan.options().seed());
    }

    private static String options(GanOptions options) {
        return options.toString().replace("pair with ", "options   ").replace("\n", "\n          ");
    }

    private static String natives() {
        return "native    " + Backend.text() + ", matrix products by " + OneDnn.product()
                + settings(", set here: ", NativeTuning.choices()) + settings(", set before: ", NativeTuning.presets());
    }

    private static String settings(String words, Map<String, String> settings) {
        return settings.isEmpty()
                ? ""
                : settings.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ", words, ""));
    }

    private static String memory() {
        return String.format(
                Locale.ROOT,
                "memory    Java %,d of at most %,d MB, native %,d of at most %,d MB",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE,
                Runtime.getRuntime().maxMemory() / MEGABYTE,
                Pointer.totalBytes() / MEGABYTE,
                Pointer.maxBytes() / MEGABYTE);
    }
}
