package io.github.gan4j.data;

import java.io.PrintStream;
import java.util.Locale;

/** A line that grows by every tenth of many files; a few are read before anybody asks. Threads may step at the same time. */
final class Progress {
    private static final int MANY = 5_000;

    private final int count;
    private final PrintStream out;
    private int done;

    Progress(int count, String folder, PrintStream out) {
        this.count = count < MANY ? 0 : count;
        this.out = out;
        if (this.count > 0) {
            out.printf(Locale.ROOT, "Reading %,d files of %s ...", count, folder);
            out.flush();
        }
    }

    /** One more file is read. */
    synchronized void step() {
        long before = tenths();
        done++;
        if (tenths() > before) {
            out.printf(Locale.ROOT, " %d %%", 10 * tenths());
            if (done == count) {
                out.println();
            }
            out.flush();
        }
    }

    private long tenths() {
        return count == 0 ? 0 : 10L * done / count;
    }
}
