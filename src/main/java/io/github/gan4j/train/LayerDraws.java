package io.github.gan4j.train;

import io.github.gan4j.internal.SeededRandom;
import java.util.function.Supplier;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What DL4J's layers draw, such as dropout's masks. They take it from ND4J's own source, of which each thread has one and
 * which is at a place that depends on everything else in the process; here it is at one that the pair's source decides.
 */
final class LayerDraws {
    private final SeededRandom source;

    LayerDraws(SeededRandom source) {
        this.source = source;
    }

    /**
     * Runs work on a network, and puts ND4J's source back. The pair's source is looked at and not drawn from, so that a
     * pair has the same batches on every route.
     *
     * @param update the number of the update: each has draws of its own, also on batches that the user gives
     */
    <T> T run(long update, Supplier<T> work) {
        var nd4j = Nd4j.getRandom();
        long root = nd4j.rootState();
        long node = nd4j.nodeState();
        var seeds = source.beside(update);
        nd4j.setStates(seeds.nextLong() | 1, seeds.nextLong() | 1); // 0 would mean the clock
        try {
            return work.get();
        } finally {
            nd4j.setStates(root, node);
        }
    }
}
