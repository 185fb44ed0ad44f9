package io.github.gan4j.data;

import io.github.gan4j.ImageShape;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which sizes pictures have, and how many have each; threads may add to it at the same time. */
final class PictureSizes {
    private static final int MOST_NAMED = 3;

    /** A size that may be larger than that of any image here. */
    record Size(int height, int width, int channels) {
        Optional<ImageShape> shape() {
            return Math.max(height, width) <= ImageShape.MAX_SIDE
                    ? Optional.of(new ImageShape(height, width, channels))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return height + "x" + width + (channels == 1 ? "" : "x" + channels);
        }
    }

    private final Map<Size, Integer> counts = new HashMap<>();

    static Size of(Picture picture) {
        return new Size(picture.height(), picture.width(), picture.channels());
    }

    /** Counts a picture. */
    synchronized void add(Picture picture) {
        counts.merge(of(picture), 1, Integer::sum);
    }

    /** Whether all have had one size so far. */
    synchronized boolean agree() {
        return counts.size() <= 1;
    }

    /** Throws if there are several sizes, or the only one is too large. */
    synchronized void requireOne(Path folder) throws FileProblem {
        Check.file(
                counts.isEmpty()
                        || counts.size() == 1
                                && counts.keySet().iterator().next().shape().isPresent(),
                "the pictures of %s must have one size of at most %,d pixels a side, but have %s.%n"
                        + "Say to what they are scaled: loadImages(Path.of(\"%s\"), new ImageShape(64, 64, %d))",
                folder,
                ImageShape.MAX_SIDE,
                this,
                folder,
                counts.keySet().stream().mapToInt(Size::channels).max().orElse(1));
    }

    /** The most frequent ones. */
    @Override
    public synchronized String toString() {
        var first = counts.entrySet().stream()
                .sorted(Map.Entry.<Size, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(MOST_NAMED)
                .map(entry -> String.format(Locale.ROOT, "%s (%,d)", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        int more = counts.size() - MOST_NAMED;
        return more > 0 ? String.format(Locale.ROOT, "%s and %,d other sizes", first, more) : first;
    }
}
