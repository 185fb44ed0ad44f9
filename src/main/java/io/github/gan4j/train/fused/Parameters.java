package io.github.gan4j.train.fused;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Neighbouring parameters and their two moments, where DL4J keeps them. An update copies them to Java block by block,
 * because the JIT computes with vectors on arrays only.
 */
final class Parameters {
    static final int BLOCK = 4096; // four arrays of 16 KB stay in the second-level cache

    private final NativeMatrix values;
    private final NativeMatrix firsts;
    private final NativeMatrix seconds;
    private final int from;

    /** The parameters of a layer from an index of their memory on. */
    Parameters(MultiLayerNetwork network, int layer, String key, int from) {
        var state = new AdamState(network);
        this.values = new NativeMatrix(network.getParam(layer + "_" + key), 1);
        this.firsts = new NativeMatrix(state.firstMoment(layer, key), 1);
        this.seconds = new NativeMatrix(state.secondMoment(layer, key), 1);
        this.from = from;
    }

    /** Copies the values into the target until it is full. */
    void get(float[] target) {
        values.get(from, target, target.length);
    }

    /** Updates the first parameters from a gradient in Java's memory. */
    void update(float[] gradient, Adam adam, Scratch scratch) {
        update(0, gradient, gradient.length, adam, scratch);
    }

    /** Updates count parameters, from the given one on, likewise. */
    void update(int first, float[] gradient, int count, Adam adam, Scratch scratch) {
        update(
                first,
                count,
                adam,
                scratch,
                (at, length) -> System.arraycopy(gradient, at, scratch.gradient, 0, length));
    }

    /** Updates count parameters, from the given one on, from a gradient in native memory. */
    void update(int first, int count, NativeMatrix gradient, Adam adam, Scratch scratch) {
        update(first, count, adam, scratch, (at, length) -> gradient.get(at, scratch.gradient, length));
    }

    private interface Gradient {
        void copyBlock(int at, int count);
    }

    private void update(int first, int count, Adam adam, Scratch s, Gradient gradient) {
        for (int done = 0; done < count; done += BLOCK) {
            int length = Math.min(BLOCK, count - done);
            int at = from + first + done;
            s.touched = values.touch(at, length) + firsts.touch(at, length) + seconds.touch(at, length);
            gradient.copyBlock(done, length);
            values.get(at, s.value, length);
            firsts.get(at, s.first, length);
            seconds.get(at, s.second, length);
            adam.update(s.value, s.gradient, s.first, s.second, length);
            values.put(at, s.value, length);
            firsts.put(at, s.first, length);
            seconds.put(at, s.second, length);
        }
    }

    /** The Java side of a block; one for each task that may run at the same time. */
    static final class Scratch {
        final float[] value = new float[BLOCK];
        final float[] gradient = new float[BLOCK];
        final float[] first = new float[BLOCK];
        final float[] second = new float[BLOCK];
        float touched; // for the JIT not to leave the reading out
    }
}
