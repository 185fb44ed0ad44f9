package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A convolution's weights as one matrix [small channels, large channels] for each tap, and their gradient likewise. DL4J keeps the
 * taps of two channels side by side; its memory alone is updated and kept, and the matrices are taken from it before each pass.
 */
final class TapWeights {
    private static final int BLOCKS_OF_TASK = 16;

    private final int pairs; // of channels
    private final int small;
    private final int taps;
    private final int block; // pairs with all their taps, that fill a block of an update
    private final NativeMatrix memory; // [pairs, taps]
    private final NativeMatrix values; // [taps * small, large]; DL4J's own memory where there is one tap
    private final NativeMatrix gradient;
    private final Parameters parameters;

    TapWeights(MultiLayerNetwork network, int layer, int small, int large, int taps) {
        var weights = network.getParam(layer + "_W");
        this.pairs = small * large;
        this.small = small;
        this.taps = taps;
        this.block = Math.max(1, Parameters.BLOCK / taps);
        this.memory = new NativeMatrix(weights, taps);
        this.values = taps == 1 ? new NativeMatrix(weights, large) : new NativeMatrix(taps * small, large);
        this.gradient = new NativeMatrix(taps * small, large);
        this.parameters = new Parameters(network, layer, "W", 0);
    }

    int taps() {
        return taps;
    }

    int small() {
        return small;
    }

    int large() {
        return gradient.columns();
    }

    Blas.Operand values(int tap) {
        return values.from(tap * small, 0);
    }

    Blas.Operand gradient(int tap) {
        return gradient.from(tap * small, 0);
    }

    /** Takes the matrices from DL4J's memory. */
    Phases load() {
        return taps == 1 ? Phases.NONE : tasks(this::load);
    }

    /** Updates DL4J's weights by the gradient. */
    Phases update(Supplier<Adam> adam) {
        return tasks((first, end) -> update(first, end, adam.get()));
    }

    private interface Work {
        void on(int first, int end);
    }

    private Phases tasks(Work work) {
        int size = block * BLOCKS_OF_TASK;
        return Phases.of(IntStream.iterate(0, first -> first < pairs, first -> first + size)
                .mapToObj(first -> () -> work.on(first, Math.min(first + size, pairs))));
    }

    private void load(int first, int end) {
        var kept = new float[block * taps];
        var ofTap = new float[block];
        for (int at = first; at < end; at += block) {
            int count = Math.min(block, end - at);
            memory.get(at * taps, kept, count * taps);
            for (int tap = 0; tap < taps; tap++) {
                for (int i = 0; i < count; i++) {
                    ofTap[i] = kept[i * taps + tap];
                }
                values.put(tap * pairs + at, ofTap, count);
            }
        }
    }

    private void update(int first, int end, Adam adam) {
        var scratch = new Parameters.Scratch();
        var kept = new float[block * taps];
        var ofTap = new float[block];
        for (int at = first; at < end; at += block) {
            int count = Math.min(block, end - at);
            for (int tap = 0; tap < taps; tap++) {
                gradient.get(tap * pairs + at, ofTap, count);
                for (int i = 0; i < count; i++) {
                    kept[i * taps + tap] = ofTap[i];
                }
            }
            parameters.update(at * taps, kept, count * taps, adam, scratch);
        }
    }
}
