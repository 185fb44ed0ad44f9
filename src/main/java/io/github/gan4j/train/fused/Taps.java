package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A convolution's products without a copy of its input: for each tap a run of positions times the tap's matrix, added to
 * what other taps gave.
 */
final class Taps implements Products {
    private final TapList list;
    private final TapWeights weights;
    private final Plane small;
    private final Plane large;

    /** Between two planes. */
    Taps(TapList list, TapWeights weights, Plane small, Plane large) {
        this.list = list;
        this.weights = weights;
        this.small = small;
        this.large = large;
    }

    @Override
    public Phases toSmall(Signal from, Signal to) {
        return small.tiles((first, count) -> {
            var pieces = list.atSmall(first, count);
            var products = begin(to, pieces, first, count);
            for (var piece : pieces) {
                products.add(Blas.product(
                        piece.run() * to.images(),
                        weights.small(),
                        weights.large(),
                        from.at(piece.large()),
                        weights.toSmall(piece.tap()),
                        to.at(piece.small()),
                        !products.isEmpty()));
            }
            return task(products);
        });
    }

    @Override
    public Phases toLarge(Signal from, Signal to) {
        return large.tiles((first, count) -> {
            var pieces = list.atLarge(first, count);
            var products = begin(to, pieces, first, count);
            for (var piece : pieces) {
                products.add(Blas.product(
                        piece.run() * to.images(),
                        weights.large(),
                        weights.small(),
                        from.at(piece.small()),
                        weights.toLarge(piece.tap()),
                        to.at(piece.large()),
                        !products.isEmpty()));
            }
            return task(products);
        });
    }

    @Override
    public Phases gradient(Signal atSmall, Signal atLarge, boolean added) {
        return Phases.of(
                IntStream.range(0, weights.taps()).mapToObj(tap -> task(gradient(atSmall, atLarge, tap, added))));
    }

    private List<Runnable> gradient(Signal atSmall, Signal atLarge, int tap, boolean added) {
        var products = new ArrayList<Runnable>();
        for (var piece : list.ofTap(tap)) {
            products.add(Blas.product(
                    weights.large(),
                    weights.small(),
                    piece.run() * atSmall.images(),
                    atLarge.at(piece.large()).turned(),
                    atSmall.at(piece.small()),
                    weights.gradient(tap),
                    added || !products.isEmpty()));
        }
        return products;
    }

    /**
     * Nothing where the first piece writes to all positions, and others may add to that; else they begin as 0. A window that is
     * smaller than its stride leaves positions that no tap meets.
     */
    private static List<Runnable> begin(Signal to, List<TapList.Piece> pieces, int first, int count) {
        var products = new ArrayList<Runnable>();
        if (pieces.isEmpty() || pieces.get(0).run() < count) {
            products.add(() -> to.clear(first, count));
        }
        return products;
    }

    private static Runnable task(List<Runnable> products) {
        return Phases.task(products.toArray(Runnable[]::new));
    }
}
