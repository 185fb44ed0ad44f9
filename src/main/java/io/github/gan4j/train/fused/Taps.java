package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A convolution's products, without a copy of its input: for each tap a run of positions times the tap's matrix, added to
 * what other taps gave. From its large side to the small one it is a convolution or the way back through a transposed one.
 */
final class Taps {
    private final TapList list;
    private final TapWeights weights;

    Taps(TapList list, TapWeights weights) {
        this.list = list;
        this.weights = weights;
    }

    /** Computes some positions of the small side. */
    Runnable toSmall(Signal large, Signal small, int from, int count) {
        var products = new ArrayList<Blas.Product>();
        var pieces = list.atSmall(from, count);
        boolean covered = pieces.get(0).run() == count;
        for (var piece : pieces) {
            products.add(new Blas.Product(
                    piece.run() * small.images(),
                    weights.small(),
                    weights.large(),
                    large.at(piece.large()),
                    weights.values(piece.tap()).turned(),
                    small.at(piece.small()),
                    !covered || !products.isEmpty()));
        }
        return covered ? inOrder(products) : clearFirst(small, from, count, products);
    }

    /** Computes some positions of the large side. */
    Runnable toLarge(Signal small, Signal large, int from, int count) {
        var products = new ArrayList<Blas.Product>();
        var pieces = list.atLarge(from, count);
        boolean covered = pieces.get(0).run() == count;
        for (var piece : pieces) {
            products.add(new Blas.Product(
                    piece.run() * large.images(),
                    weights.large(),
                    weights.small(),
                    small.at(piece.small()),
                    weights.values(piece.tap()),
                    large.at(piece.large()),
                    !covered || !products.isEmpty()));
        }
        return covered ? inOrder(products) : clearFirst(large, from, count, products);
    }

    /** Computes the weights' gradient. */
    Phases gradient(Signal small, Signal large) {
        return Phases.of(IntStream.range(0, weights.taps()).mapToObj(tap -> inOrder(gradient(small, large, tap))));
    }

    private List<Blas.Product> gradient(Signal small, Signal large, int tap) {
        var products = new ArrayList<Blas.Product>();
        for (var piece : list.ofTap(tap)) {
            products.add(new Blas.Product(
                    weights.small(),
                    weights.large(),
                    piece.run() * small.images(),
                    small.at(piece.small()).turned(),
                    large.at(piece.large()),
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
