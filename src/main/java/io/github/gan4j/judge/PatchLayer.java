package io.github.gan4j.judge;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A layer whose outputs each see a patch of the inputs: a convolution, or a dense layer when the one patch is everything.
 *
 * <p>Values are kept as {@code [unit][lane]}, one lane for each image of a block, so that every inner loop runs along the
 * lanes and vectorises; sums keep their order, so the same inputs give the same bits on every machine.
 */
final class PatchLayer {
    private static final int GROUP = 5; // inputs added in one pass: a 5x5 kernel has five such groups

    final float[][] weights; // [channels][patch + 1], the bias last
    private final int[][] patches; // [positions][patch]
    private final boolean rectified;

    private PatchLayer(int[][] patches, int channels, boolean rectified) {
        this.patches = patches;
        this.weights = new float[channels][patches[0].length + 1];
        this.rectified = rectified;
    }

    /** A convolution of a square picture, channels last and without padding, followed by a rectifier. */
    static PatchLayer convolution(int side, int inputs, int kernel, int stride, int channels) {
        return convolution(side, side, inputs, kernel, stride, channels);
    }

    /** The same of a picture of any sides. */
    static PatchLayer convolution(int height, int width, int inputs, int kernel, int stride, int channels) {
        int steps = (width - kernel) / stride + 1; // from left to right
        var patches = new int[((height - kernel) / stride + 1) * steps][];
        for (int i = 0; i < patches.length; i++) {
            patches[i] = window(i / steps * stride, i % steps * stride, width, inputs, kernel);
        }
        return new PatchLayer(patches, channels, true);
    }

    /** A dense layer, with a rectifier or without. */
    static PatchLayer dense(int inputs, int outputs, boolean rectified) {
        return new PatchLayer(new int[][] {IntStream.range(0, inputs).toArray()}, outputs, rectified);
    }

    private static int[] window(int top, int left, int width, int inputs, int kernel) {
        int row = kernel * inputs;
        return IntStream.range(0, kernel * row)
                .map(k -> ((top + k / row) * width + left) * inputs + k % row)
                .toArray();
    }

    /** He's uniform start, bias 0 (He et al., "Delving deep into rectifiers", 2015). */
    void initialise(RandomGenerator random) {
        float limit = (float) Math.sqrt(6.0 / patchSize());
        for (var row : weights) {
            for (int k = 0; k < patchSize(); k++) {
                row[k] = limit * (2 * random.nextFloat() - 1);
            }
        }
    }

    /** Inputs [unit][lane] to outputs [position * channels + channel][lane]. */
    float[][] forward(float[][] inputs) {
        var outputs = new float[patches.length * weights.length][inputs[0].length];
        for (int unit = 0; unit < outputs.length; unit++) {
            respond(gather(inputs, patches[unit / weights.length]), weights[unit % weights.length], outputs[unit]);
        }
        return outputs;
    }

    private void respond(float[][] patch, float[] row, float[] output) {
        Arrays.fill(output, row[patch.length]);
        addWeighted(patch, row, output);
        if (rectified) {
            for (int lane = 0; lane < output.length; lane++) {
                output[lane] = Math.max(output[lane], 0);
            }
        }
    }

    /**
     * One block's share of the gradient.
     *
     * @param outputs what {@link #forward} gave for these inputs
     * @param errors the gradient at the outputs, [unit][lane]
     * @param gradient what the gradient of {@link #weights} is added to
     * @return the gradient at the inputs, [unit][lane]
     */
    float[][] backward(float[][] inputs, float[][] outputs, float[][] errors, float[][] gradient) {
        var passed = rectified ? passed(outputs, errors) : errors;
        addWeightGradient(inputs, passed, gradient);
        return inputGradient(inputs, passed);
    }

    private void addWeightGradient(float[][] inputs, float[][] errors, float[][] gradient) {
        var sums = new float[inputs[0].length];
        for (int channel = 0; channel < weights.length; channel++) {
            for (int k = 0; k < patchSize(); k++) {
                Arrays.fill(sums, 0);
                for (int position = 0; position < patches.length; position++) {
                    addProduct(inputs[patches[position][k]], errors[position * weights.length + channel], sums);
                }
                gradient[channel][k] += sum(sums);
            }
            for (int position = 0; position < patches.length; position++) {
                gradient[channel][patchSize()] += sum(errors[position * weights.length + channel]);
            }
        }
    }

    private float[][] inputGradient(float[][] inputs, float[][] errors) {
        var result = new float[inputs.length][inputs[0].length];
        var columns = transposed();
        for (int position = 0; position < patches.length; position++) {
            var seen = Arrays.copyOfRange(errors, position * weights.length, (position + 1) * weights.length);
            for (int k = 0; k < patchSize(); k++) {
                addWeighted(seen, columns[k], result[patches[position][k]]);
            }
        }
        return result;
    }

    private int patchSize() {
        return patches[0].length;
    }

    private float[][] transposed() {
        var columns = new float[patchSize()][weights.length];
        for (int channel = 0; channel < weights.length; channel++) {
            for (int k = 0; k < patchSize(); k++) {
                columns[k][channel] = weights[channel][k];
            }
        }
        return columns;
    }

    private static float[][] gather(float[][] inputs, int[] patch) {
        var seen = new float[patch.length][];
        for (int k = 0; k < patch.length; k++) {
            seen[k] = inputs[patch[k]];
        }
        return seen;
    }

    private static float[][] passed(float[][] outputs, float[][] errors) {
        var passed = new float[errors.length][errors[0].length];
        for (int unit = 0; unit < errors.length; unit++) {
            for (int lane = 0; lane < passed[unit].length; lane++) {
                passed[unit][lane] = outputs[unit][lane] > 0 ? errors[unit][lane] : 0;
            }
        }
        return passed;
    }

    private static void addWeighted(float[][] vectors, float[] factors, float[] target) {
        int k = 0;
        for (; k + GROUP <= vectors.length; k += GROUP) {
            addFive(vectors, factors, k, target);
        }
        for (; k < vectors.length; k++) {
            addOne(vectors[k], factors[k], target);
        }
    }

    private static void addFive(float[][] vectors, float[] factors, int k, float[] target) {
        float[] a = vectors[k], b = vectors[k + 1], c = vectors[k + 2], d = vectors[k + 3], e = vectors[k + 4];
        float fa = factors[k], fb = factors[k + 1], fc = factors[k + 2], fd = factors[k + 3], fe = factors[k + 4];
        for (int i = 0; i < target.length; i++) {
            target[i] += fa * a[i] + fb * b[i] + fc * c[i] + fd * d[i] + fe * e[i];
        }
    }

    private static void addOne(float[] vector, float factor, float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * vector[i];
        }
    }

    private static void addProduct(float[] a, float[] b, float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] += a[i] * b[i];
        }
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
