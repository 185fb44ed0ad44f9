package io.github.gan4j.judge;

import io.github.gan4j.ImageShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The network of the digit classifier: two strided convolutions, {@value #FEATURES} features, 10 digits.
 *
 * <p>28x28x1 -> 12x12x16 -> 4x4x48 -> 32 -> 10, in plain Java, so that the weights mean the same on every machine.
 */
final class DigitNetwork {
    static final int PIXELS = ImageShape.MNIST.pixels();
    static final int FEATURES = 32;
    static final int DIGITS = 10;

    final List<PatchLayer> layers = List.of(
            PatchLayer.convolution(28, 1, 5, 2, 16), // [12 * 12 * 16]
            PatchLayer.convolution(12, 16, 5, 2, 48), // [4 * 4 * 48]
            PatchLayer.dense(4 * 4 * 48, FEATURES, true),
            PatchLayer.dense(FEATURES, DIGITS, false));

    void initialise(RandomGenerator random) {
        layers.forEach(layer -> layer.initialise(random));
    }

    /** What the network wants for a pixel of -1..1: black is 0 and white is 1. */
    static float input(float pixel) {
        return (pixel + 1) / 2;
    }

    /** The inputs and every layer's outputs, each [unit][lane]; the last are logits, those before them the features. */
    List<float[][]> forward(float[][] pixels) {
        var values = new ArrayList<float[][]>();
        values.add(pixels);
        for (var layer : layers) {
            values.add(layer.forward(values.get(values.size() - 1)));
        }
        return values;
    }

    /** The gradient of one block in the shape of {@link #rows}, from the gradient at the logits. */
    List<float[]> backward(List<float[][]> values, float[][] errors) {
        var gradient = layers.stream()
                .map(layer -> new float[layer.weights.length][layer.weights[0].length])
                .toList();
        var error = errors;
        for (int i = layers.size() - 1; i >= 0; i--) {
            error = layers.get(i).backward(values.get(i), values.get(i + 1), error, gradient.get(i));
        }
        return gradient.stream().flatMap(Arrays::stream).toList();
    }

    /** Every row of weights, layer by layer: the order of the weight file. */
    List<float[]> rows() {
        return layers.stream().flatMap(layer -> Arrays.stream(layer.weights)).toList();
    }

    /** The softmax of one lane's logits, [10]. */
    static float[] probabilities(float[][] logits, int lane) {
        float highest = Float.NEGATIVE_INFINITY;
        for (var digit : logits) {
            highest = Math.max(highest, digit[lane]);
        }
        var probabilities = new float[DIGITS];
        double sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            probabilities[digit] = (float) StrictMath.exp(logits[digit][lane] - highest);
            sum += probabilities[digit];
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            probabilities[digit] /= (float) sum;
        }
        return probabilities;
    }
}
