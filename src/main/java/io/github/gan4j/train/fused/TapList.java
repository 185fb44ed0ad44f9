package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A convolution as a list: which positions of its small side meet which of the large one through which tap of the window. Both
 * directions and the weights' gradient run over this list, which is built once; a tap that falls on padding is not in it.
 *
 * @param pieces what there is to multiply
 * @param taps how many there are in the window
 */
record TapList(List<Piece> pieces, int taps) {
    /**
     * A run of neighbouring positions that meet a run of others through one tap.
     *
     * @param tap the window's
     * @param small the first position of the small side
     * @param large the first position of the large side
     * @param run how many positions follow each other on both sides
     */
    record Piece(int tap, int small, int large, int run) {
        private Piece part(int from, int end) {
            return new Piece(tap, small + from, large + from, end - from);
        }

        private boolean isFollowedBy(Piece next) {
            return tap == next.tap && small + run == next.small && large + run == next.large;
        }
    }

    /** Each position meets the same one through one tap. */
    static TapList pointwise(int positions) {
        return new TapList(List.of(new Piece(0, 0, 0, positions)), 1);
    }

    static TapList of(Plane small, Plane large, Kernel kernel) {
        var meetings = new ArrayList<Piece>();
        int above = kernel.above(small, large);
        int left = kernel.left(small, large);
        for (int tap = 0; tap < kernel.taps(); tap++) {
            int down = tap / kernel.width() - above;
            int right = tap % kernel.width() - left;
            for (int position = 0; position < small.size(); position++) {
                int y = position / small.width();
                int x = position % small.width();
                int farY = y * kernel.stride() + down;
                int farX = x * kernel.stride() + right;
                if (farY >= 0 && farX >= 0 && farY < large.height() && farX < large.width()) {
                    meetings.add(new Piece(tap, small.index(y, x), large.index(farY, farX), 1));
                }
            }
        }
        return new TapList(inRuns(meetings), kernel.taps());
    }

    private static List<Piece> inRuns(List<Piece> meetings) {
        var runs = new ArrayList<Piece>();
        meetings.sort(Comparator.comparingInt(Piece::tap).thenComparingInt(Piece::small));
        for (var meeting : meetings) {
            int end = runs.size() - 1;
            if (end >= 0 && runs.get(end).isFollowedBy(meeting)) {
                runs.set(end, runs.get(end).part(0, runs.get(end).run + 1));
            } else {
                runs.add(meeting);
            }
        }
        return runs;
    }

    /** What meets some positions of the small side, cut at their ends, the longest run first. */
    List<Piece> atSmall(int from, int count) {
        return cut(Piece::small, from, count);
    }

    /** What meets some positions of the large side, cut at their ends, the longest run first. */
    List<Piece> atLarge(int from, int count) {
        return cut(Piece::large, from, count);
    }

    private List<Piece> cut(ToIntFunction<Piece> side, int from, int count) {
        var parts = new ArrayList<Piece>();
        for (var piece : pieces) {
            int first = Math.max(from - side.applyAsInt(piece), 0);
            int end = Math.min(from + count - side.applyAsInt(piece), piece.run);
            if (first < end) {
                parts.add(piece.part(first, end));
            }
        }
        parts.sort(Comparator.comparingInt(Piece::run).reversed());
        return parts;
    }

    /** All pieces of a tap. */
    List<Piece> ofTap(int tap) {
        return pieces.stream().filter(piece -> piece.tap == tap).toList();
    }
}
