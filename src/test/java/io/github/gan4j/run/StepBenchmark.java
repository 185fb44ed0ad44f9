package io.github.gan4j.run;

import io.github.gan4j.Gan4j;
import io.github.gan4j.LossHistory;
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
 * <p>Every step's losses are read, and their means around step 300 show that the run learns.
 */
public final class StepBenchmark {
    private static final int WARM_UP = 100;
    private static final int MEASURED = 400;
    private static final int LOSSES_AT = 300;
    private static final int LOSSES_OVER = 20;

    private StepBenchmark() {}

    /** Runs the benchmark; it takes no arguments, the setting {@code gan4j.route} chooses the route. */
    public static void main(String[] args) {
        var digits = Gan4j.loadDigits();
        var gan = Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator());
        Gan4j.trainStep(gan, digits);
        double firstStep = secondsSinceProcessStart();
        for (int i = 1; i < WARM_UP + MEASURED; i++) {
            Gan4j.trainStep(gan, digits);
        }
        var millis = IntStream.range(WARM_UP, WARM_UP + MEASURED)
                .mapToDouble(i -> gan.history().get(i).millis())
                .sorted()
                .toArray();
        long memory = ProcessMemory.mostMegabytes(); // before the floor takes its own
        System.out.printf(
                Locale.ROOT,
                "gan4j-%s threads=%d median_ms=%.2f p10=%.2f p90=%.2f steps=%d first_step_s=%.2f rss_mb=%d"
                        + " kernels=%s floor_ms=%.2f d_loss_300=%.3f g_loss_300=%.3f%n",
                Settings.get("route").orElse("fused"),
                NativeTuning.threads(),
                millis[MEASURED / 2],
                millis[MEASURED / 10],
                millis[MEASURED * 9 / 10],
                MEASURED,
                firstStep,
                memory,
                OneDnn.product().replace(' ', '-'),
                StepFloor.millis(),
                mean(gan.history(), true),
                mean(gan.history(), false));
    }

    private static double mean(LossHistory history, boolean discriminator) {
        var losses = discriminator ? history.discriminator() : history.generator();
        return Arrays.stream(losses, LOSSES_AT - LOSSES_OVER, LOSSES_AT)
                .average()
                .orElseThrow();
    }

    private static double secondsSinceProcessStart() {
        var start = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        return Duration.between(start, Instant.now()).toMillis() / 1e3;
    }
}
