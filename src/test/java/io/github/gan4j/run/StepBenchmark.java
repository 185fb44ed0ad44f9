package io.github.gan4j.run;

import io.github.gan4j.Gan4j;
import io.github.gan4j.GanOptions;
import io.github.gan4j.LossHistory;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.OneDnn;
import io.github.gan4j.internal.ProcessMemory;
import io.github.gan4j.internal.Settings;
import io.github.gan4j.train.fused.StepFloor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Times the public {@code trainStep(gan, digits)} and prints one line; {@code .ci/bench} runs it for both routes.
 *
 * <p>Every step's losses are read, and the means of the last ones show that the run learns.
 */
public final class StepBenchmark {
    private static final int WARM_UP = 100;
    private static final int MEASURED = 400;
    private static final int WARM_UP_OF_CONVOLUTIONS = 60;
    private static final int MEASURED_OF_CONVOLUTIONS = 60;
    private static final int LOSSES_OVER = 20;

    private StepBenchmark() {}

    /**
     * Runs the benchmark; the setting {@code gan4j.route} chooses the route.
     *
     * @param args nothing for the tutorial's pair, {@code wgan-gp} for the same with the Wasserstein loss, or the width of TensorFlow's
     *     convolutional one
     */
    public static void main(String[] args) {
        boolean wasserstein = args.length > 0 && args[0].equals("wgan-gp");
        boolean dense = args.length == 0 || wasserstein;
        var networks = dense
                ? NetworkOptions.defaults()
                : NetworkOptions.dcgan()
                        .withWidth(Integer.parseInt(args[0]))
                        .withLeakySlope(0.3)
                        .withMomentum(0.99)
                        .withDropout(0.3);
        int warmUp = dense ? WARM_UP : WARM_UP_OF_CONVOLUTIONS;
        int measured = dense ? MEASURED : MEASURED_OF_CONVOLUTIONS;
        var digits = Gan4j.loadDigits();
        var gan = Gan4j.buildGan(
                Gan4j.buildGenerator(networks),
                Gan4j.buildDiscriminator(networks),
                wasserstein ? GanOptions.wassersteinGp() : GanOptions.defaults());
        Gan4j.trainStep(gan, digits);
        double firstStep = secondsSinceProcessStart();
        for (int i = 1; i < warmUp + measured; i++) {
            Gan4j.trainStep(gan, digits);
        }
        var millis = IntStream.range(warmUp, warmUp + measured)
                .mapToDouble(i -> gan.history().get(i).millis())
                .sorted()
                .toArray();
        long memory = ProcessMemory.mostMegabytes(); // before the floor takes its own
        System.out.printf(
                Locale.ROOT,
                "gan4j-%s%s threads=%d median_ms=%.2f p10=%.2f p90=%.2f steps=%d first_step_s=%.2f rss_mb=%d"
                        + " kernels=%s%s d_loss=%.3f g_loss=%.3f%n",
                Settings.get("route").orElse("fused"),
                wasserstein ? "-wgan-gp" : dense ? "" : "-dcgan-" + args[0],
                NativeTuning.threads(),
                millis[measured / 2],
                millis[measured / 10],
                millis[measured * 9 / 10],
                measured,
                firstStep,
                memory,
                OneDnn.product().replace(' ', '-'),
                dense && !wasserstein ? String.format(Locale.ROOT, " floor_ms=%.2f", StepFloor.millis()) : "",
                mean(gan.history(), true),
                mean(gan.history(), false));
    }

    private static double mean(LossHistory history, boolean discriminator) {
        var losses = discriminator ? history.discriminator() : history.generator();
        return Arrays.stream(losses, losses.length - LOSSES_OVER, losses.length)
                .average()
                .orElseThrow();
    }

    private static double secondsSinceProcessStart() {
        var start = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        return Duration.between(start, Instant.now()).toMillis() / 1e3;
    }
}
