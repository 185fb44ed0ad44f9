package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A convolution's weights as a matrix for each tap, and their gradient likewise. DL4J keeps [small channels, large channels, taps]; its
 * memory alone is updated and kept. The matrices are taken from it before each pass, in both directions, because no product
 * is as fast on a turned matrix. Where the last of the large side's channels are planes of one number, the rows of all taps of a
 * plane stay together, behind those of the other channels.
 */
final class TapWeights {
    private static final int CHANNELS_OF_TASK = 16;

    private final int small;
    private final int large;
    private final int pixels; // how many of the large side's channels are no planes
    private final int taps;
    private final NativeMatrix memory; // [small * large, taps]
    private final NativeMatrix toLarge; // [taps * small, large]
    private final NativeMatrix toSmall; // [taps * large, small]
    private final NativeMatrix gradient; // [taps * large, small]
    private final Parameters parameters;

    TapWeights(MultiLayerNetwork network, int layer, int small, int large, int planes, int taps) {
        this.small = small;
        this.large = large;
        this.pixels = large - planes;
        this.taps = taps;
        this.memory = new NativeMatrix(network.getParam(layer + "_W"), taps);
        this.toLarge = new NativeMatrix(taps * small, large);
        this.toSmall = new NativeMatrix(taps * large, small);
        this.gradient = new NativeMatrix(taps * large, small);
        this.parameters = new Parameters(network, layer, "W", 0);
    }

    int taps() {
        return taps;
    }

    int small() {
        return small;
    }

    int large() {
        return large;
    }

    /** The large side's channels that are no planes. */
    int pixels() {
        return pixels;
    }

    int planes() {
        return large - pixels;
    }

    private int row(int tap, int channel) {
        return channel < pixels ? tap * pixels + channel : taps * pixels + (channel - pixels) * taps + tap;
    }

    /** Copies [taps, small] of a plane. */
    void getPlane(int plane, float[] target) {
        toSmall.get(row(0, pixels + plane) * small, target, taps * small);
    }

    /** Copies the gradient [taps, small] of a plane. */
    void putPlaneGradient(int plane, float[] source) {
        gradient.put(row(0, pixels + plane) * small, source, taps * small);
    }

    /** [small, large] of one tap. */
    Blas.Operand toLarge(int tap) {
        return toLarge.from(tap * small, 0);
    }

    /** [large, small] of one tap, and of the next ones below it. */
    Blas.Operand toSmall(int tap) {
        return toSmall.from(row(tap, 0), 0);
    }

    /** [large, small] likewise. */
    Blas.Operand gradient(int tap) {
        return gradient.from(row(tap, 0), 0);
    }

    /** Takes the matrices from DL4J's memory. */
    Phases load() {
        return tasks(this::load);
    }

    /** Updates DL4J's weights by the gradient. */
    Phases update(Supplier<Adam> adam) {
        return tasks((first, count) -> update(first, count, adam.get()));
    }

    private interface Work {
        void on(int first, int count);
    }

    /** A task for some of the small side's channels. */
    private Phases tasks(Work work) {
        return Phases.of(IntStream.iterate(0, first -> first < small, first -> first + CHANNELS_OF_TASK)
                .mapToObj(first -> () -> work.on(first, Math.min(CHANNELS_OF_TASK, small - first))));
    }

    private void load(int first, int count) {
        var kept = new float[count * large * taps];
        var row = new float[large];
        var column = new float[count];
        memory.get(first * large * taps, kept, kept.length);
        for (int tap = 0; tap < taps; tap++) {
            for (int s = 0; s < count; s++) {
                for (int l = 0; l < large; l++) {
                    row[l] = kept[(s * large + l) * taps + tap];
                }
                toLarge.put((tap * small + first + s) * large, row, large);
            }
            for (int l = 0; l < large; l++) {
                for (int s = 0; s < count; s++) {
                    column[s] = kept[(s * large + l) * taps + tap];
                }
                toSmall.put(row(tap, l) * small + first, column, count);
            }
        }
    }

    private void update(int first, int count, Adam adam) {
        var kept = new float[count * large * taps];
        var column = new float[count];
        for (int tap = 0; tap < taps; tap++) {
            for (int l = 0; l < large; l++) {
                gradient.get(row(tap, l) * small + first, column, count);
                for (int s = 0; s < count; s++) {
                    kept[(s * large + l) * taps + tap] = column[s];
                }
            }
        }
        parameters.update(first * large * taps, kept, kept.length, adam, new Parameters.Scratch());
    }
}
