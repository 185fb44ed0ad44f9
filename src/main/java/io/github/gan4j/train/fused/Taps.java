package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

    /** Between a plane and unfolded pixels. */
    static Taps ofPixels(TapWeights weights, Plane small) {
        return new Taps(TapList.pointwise(small.size()), weights, small, small);
    }

    @Override
    public Phases load() {
        return weights.load();
    }

    @Override
    public Phases toSmall(Signal from, Signal to) {
        return small.tiles((first, count) -> {
            var products = new ArrayList<Blas.Product>();
            var pieces = list.atSmall(first, count);
            boolean covered = pieces.get(0).run() == count;
            for (var piece : pieces) {
                products.add(new Blas.Product(
                        piece.run() * to.images(),
                        weights.small(),
                        weights.large(),
                        from.at(piece.large()),
                        weights.values(piece.tap()).turned(),
                        to.at(piece.small()),
                        !covered || !products.isEmpty()));
            }
            return covered ? inOrder(products) : clearFirst(to, first, count, products);
        });
    }

    @Override
    public Phases toLarge(Signal from, Signal to) {
        return large.tiles((first, count) -> {
            var products = new ArrayList<Blas.Product>();
            var pieces = list.atLarge(first, count);
            boolean covered = pieces.get(0).run() == count;
            for (var piece : pieces) {
                products.add(new Blas.Product(
                        piece.run() * to.images(),
                        weights.large(),
                        weights.small(),
                        from.at(piece.small()),
                        weights.values(piece.tap()),
                        to.at(piece.large()),
                        !covered || !products.isEmpty()));
            }
            return covered ? inOrder(products) : clearFirst(to, first, count, products);
        });
    }

    @Override
    public Phases update(Signal atSmall, Signal atLarge, Supplier<Adam> adam) {
        var gradients = IntStream.range(0, weights.taps()).mapToObj(tap -> inOrder(gradient(atSmall, atLarge, tap)));
        return Phases.of(gradients).then(weights.update(adam));
    }

    private List<Blas.Product> gradient(Signal atSmall, Signal atLarge, int tap) {
        var products = new ArrayList<Blas.Product>();
        for (var piece : list.ofTap(tap)) {
            products.add(new Blas.Product(
                    weights.small(),
                    weights.large(),
                    piece.run() * atSmall.images(),
                    atSmall.at(piece.small()).turned(),
                    atLarge.at(piece.large()),
                    weights.gradient(tap),
                    !products.isEmpty()));
        }
        return products;
    }

    private static Runnable inOrder(List<Blas.Product> products) {
        var all = products.toArray(Blas.Product[]::new);
        return () -> {
            for (var product : all) {
                product.run();
            }
        };
    }

    private static Runnable clearFirst(Signal target, int from, int count, List<Blas.Product> products) {
        var rest = inOrder(products);
        return () -> {
            target.clear(from, count);
            rest.run();
        };
    }
}
