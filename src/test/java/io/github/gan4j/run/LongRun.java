package io.github.gan4j.run;

import io.github.gan4j.Gan4j;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.ProcessMemory;
import java.util.Locale;

/**
 * Trains the tutorial's pair for long, prints what the process holds after 1,000, 20,000 and 50,000 steps, and fails when it
 * grows; {@code .ci/nightly} runs it with a heap of a fixed size.
 */
public final class LongRun {
    private static final int STEPS = 50_000;
    private static final int[] REPORT_AT = {2, 40, 100}; // per cent of the steps
    private static final long MAX_GROWTH = 64; // MB; the history keeps 25 MB of grids, 2 MB of losses

    private LongRun() {}

    /** Runs it; one argument takes another number of steps. */
    public static void main(String[] args) {
        int steps = args.length > 0 ? Integer.parseInt(args[0]) : STEPS;
        var digits = Gan4j.loadDigits();
        var gan = Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator());
        long first = 0;
        for (int percent : REPORT_AT) {
            Gan4j.train(gan, digits, (int) ((long) steps * percent / 100) - gan.step());
            long megabytes = ProcessMemory.megabytes();
            first = first == 0 ? megabytes : first;
            System.out.printf(
                    Locale.ROOT,
                    "step %,d: rss_mb=%d peak_mb=%d heap_mb=%d, %s%n",
                    gan.step(),
                    megabytes,
                    ProcessMemory.mostMegabytes(),
                    heap(),
                    gan.history());
            requireFlat(first, megabytes);
        }
    }

    /** Java's own part, once what nobody holds is gone. */
    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** Throws when a process has grown, in megabytes. */
    static void requireFlat(long first, long now) {
        Check.state(
                now <= first + MAX_GROWTH,
                "long run: memory must stay within %d MB, but went from %d MB to %d MB.",
                MAX_GROWTH,
                first,
                now);
    }
}
