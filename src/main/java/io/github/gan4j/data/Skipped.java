package io.github.gan4j.data;

import io.github.gan4j.internal.OneLine;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Files that gave no picture, and why; threads may add to it at the same time. */
final class Skipped {
    private static final int MOST_NAMED = 3;

    private final Map<Path, String> reasons = new TreeMap<>();

    /** Remembers a file; the reason follows upon its name. */
    synchronized void add(Path file, String reason) {
        reasons.put(file, reason);
    }

    synchronized int count() {
        return reasons.size();
    }

    /** Why each was skipped. */
    synchronized Map<Path, String> reasons() {
        return new TreeMap<>(reasons);
    }

    /** The first three with their reasons, and how many more there are. */
    @Override
    public synchronized String toString() {
        var first = reasons.entrySet().stream()
                .limit(MOST_NAMED)
                .map(skip -> OneLine.printable(skip.getKey() + " " + skip.getValue()))
                .collect(Collectors.joining("; "));
        int more = reasons.size() - MOST_NAMED;
        return more > 0 ? String.format(Locale.ROOT, "%s; and %,d more", first, more) : first;
    }
}
