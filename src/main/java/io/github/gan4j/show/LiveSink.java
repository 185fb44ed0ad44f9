package io.github.gan4j.show;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the state of a run is shown while it goes on. */
interface LiveSink {
    /**
     * Whether a new state is shown now.
     *
     * @param percent of the run, 0 to 100
     * @param millis since the last one was shown
     */
    boolean takes(int percent, long millis);

    /** Shows a state in the place of the one before, where that can be. */
    void show(String line, Supplier<List<?>> pictures);

    /** Shows the state that stays, of a run that is done or was stopped. */
    void end(String line, Supplier<List<?>> pictures, boolean stopped);

    /** The sink that suits the session. */
    static LiveSink current() {
        if (Display.medium() == Medium.KERNEL) {
            return new Notebook(Display.kernel());
        }
        var terminal = Terminal.find();
        return terminal.isInteractive(System.getenv())
                ? new MovingLine(System.out, terminal.columns(System.getenv()))
                : new Log(System.out);
    }

    /** Shows nothing. */
    LiveSink SILENT = new LiveSink() {
        @Override
        public boolean takes(int percent, long millis) {
            return false;
        }

        @Override
        public void show(String line, Supplier<List<?>> pictures) {}

        @Override
        public void end(String line, Supplier<List<?>> pictures, boolean stopped) {}
    };

    /** One output, replaced in place. */
    final class Notebook implements LiveSink {
        private static final long TEXT_MILLIS = 500;
        private static final long PICTURE_MILLIS = 3_000; // drawing a chart takes a few tenths of a second

        private final Kernel kernel;
        private Optional<String> id = Optional.empty();
        private long interval = TEXT_MILLIS;

        Notebook(Kernel kernel) {
            this.kernel = kernel;
        }

        @Override
        public boolean takes(int percent, long millis) {
            return millis >= interval;
        }

        @Override
        public void show(String line, Supplier<List<?>> pictures) {
            var page = new LivePage(line, pictures.get());
            interval = page.values().isEmpty() ? TEXT_MILLIS : PICTURE_MILLIS;
            var drawn = Drawn.of(page);
            if (id.isEmpty()) {
                id = kernel.publish(drawn);
            } else {
                kernel.update(id.get(), drawn);
            }
        }

        @Override
        public void end(String line, Supplier<List<?>> pictures, boolean stopped) {
            if (!stopped) {
                show(line, pictures);
            }
        }
    }

    /** A line of a terminal that is written over. */
    record MovingLine(PrintStream out, int columns) implements LiveSink {
        private static final long MILLIS = 100;

        @Override
        public boolean takes(int percent, long millis) {
            return millis >= MILLIS;
        }

        /** The cursor goes back to the left, so that whatever else is printed does not hang on behind. */
        @Override
        public void show(String line, Supplier<List<?>> pictures) {
            out.print(padded(line) + "\r");
            out.flush();
        }

        @Override
        public void end(String line, Supplier<List<?>> pictures, boolean stopped) {
            out.println(padded(line));
        }

        private String padded(String line) {
            int room = columns - 1; // the last column would wrap
            return (line + " ".repeat(Math.max(0, room - line.length()))).substring(0, room);
        }
    }

    /** A plain line every 10 %. */
    final class Log implements LiveSink {
        private final PrintStream out;
        private int next = 10;

        Log(PrintStream out) {
            this.out = out;
        }

        @Override
        public boolean takes(int percent, long millis) {
            if (percent < next || percent >= 100) { // the end has a line of its own
                return false;
            }
            next = percent - percent % 10 + 10;
            return true;
        }

        @Override
        public void show(String line, Supplier<List<?>> pictures) {
            out.println(line);
        }

        @Override
        public void end(String line, Supplier<List<?>> pictures, boolean stopped) {
            out.println(line);
        }
    }
}
