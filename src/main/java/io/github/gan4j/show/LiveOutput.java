package io.github.gan4j.show;

import io.github.gan4j.StepLoss;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a run shows while it goes on: in a notebook one output that changes in place, in a terminal one moving line, in a
 * log a line every 10 %. Showing costs little: states that come too fast are left out.
 */
public final class LiveOutput {
    private final long total;
    private final LiveSink sink;
    private final LongSupplier nanos;
    private final long start;
    private long lastShown;
    private long done;
    private Supplier<String> state = () -> ""; // what the last step came to; nothing before the first
    private Supplier<List<?>> pictures = List::of;

    LiveOutput(long total, LiveSink sink, LongSupplier nanos) {
        this.total = total;
        this.sink = sink;
        this.nanos = nanos;
        start = nanos.getAsLong();
        lastShown = start;
    }

    /**
     * The output of a run that begins now.
     *
     * @param total the steps that it will take, at least 1
     */
    public static LiveOutput start(long total) {
        return new LiveOutput(total, LiveSink.current(), System::nanoTime);
    }

    /** The output of a run that another one speaks for. */
    public static LiveOutput silent() {
        return new LiveOutput(1, LiveSink.SILENT, System::nanoTime);
    }

    /**
     * Has pictures of these values under the text of a notebook's output from now on.
     *
     * @param latest asked only when they are drawn, every few seconds, on the thread that calls {@link #update()}
     */
    public LiveOutput withPictures(Supplier<List<?>> latest) {
        pictures = latest;
        return this;
    }

    /** One more step is done. */
    public void count(StepLoss loss) {
        done++;
        state = () -> words(loss);
    }

    /** So many steps are done in all, of which this is to be said. */
    public void reach(long steps, String newState) {
        done = steps;
        state = () -> newState;
    }

    /** Shows the state after the last step, if it is time for it. */
    public void update() {
        long now = nanos.getAsLong();
        if (sink.takes((int) (100L * done / total), (now - lastShown) / 1_000_000)) {
            sink.show(line(now), pictures);
            lastShown = now;
        }
    }

    /**
     * The run is over: the last state stays.
     *
     * @param stopped whether it was cut short, so that a notebook may be at another cell already and shows nothing more
     */
    public void end(boolean stopped) {
        if (done > 0) {
            sink.end(line(nanos.getAsLong()), pictures, stopped);
        }
    }

    private String line(long now) {
        double seconds = Math.max(1e-9, (now - start) / 1e9);
        double rate = done / seconds;
        var time = done < total ? clock((total - done) / rate) + " left" : clock(seconds) + " taken";
        return String.format(Locale.ROOT, "step %,d/%,d: %s, %.0f steps/s, %s", done, total, state.get(), rate, time);
    }

    private static String words(StepLoss loss) {
        var losses = String.format(
                Locale.ROOT, "discriminator %.3f, generator %.3f", loss.discriminator(), loss.generator());
        return loss.estimate().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%s, estimate %.3f",
                        losses,
                        loss.estimate().getAsDouble())
                : losses;
    }

    /** Minutes and seconds, or hours before them. */
    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        var minutes = String.format(Locale.ROOT, "%d:%02d", whole / 60 % 60, whole % 60);
        return whole < 3_600 ? minutes : String.format(Locale.ROOT, "%d h %d min", whole / 3_600, whole / 60 % 60);
    }
}
