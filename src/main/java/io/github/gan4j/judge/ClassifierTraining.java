package io.github.gan4j.judge;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.internal.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a digit classifier is trained, the shipped one among them: Adam on batches of 128 images, each moved by at most one pixel
 * each way, the learning rate falling to 0 in a straight line.
 *
 * <p>The arithmetic keeps its order whatever the number of threads, so the same seed gives the same bytes.
 */
final class ClassifierTraining {
    static final String RECIPE =
            "convolution 5x5/2 to 16, convolution 5x5/2 to 48, dense 32, dense 10; 14 epochs of MNIST train,"
                    + " each image moved by at most a pixel, batch 128, Adam from 2e-3 to 0 in a straight line, seed 1";

    private static final int EPOCHS = 14;
    private static final long SEED = 1;
    private static final int LANES = 64;
    private static final int BLOCKS = 2; // worked on at the same time
    private static final int BATCH = LANES * BLOCKS;
    private static final double LEARNING_RATE = 2e-3;

    private final Images digits;
    private final int[] labels;
    private final SeededRandom random;
    private final DigitNetwork network = new DigitNetwork();
    private final AdamRows adam = new AdamRows(network.rows());

    private ClassifierTraining(Images digits, long seed) {
        this.digits = digits;
        this.labels = digits.labels();
        this.random = new SeededRandom(seed);
        network.initialise(random);
    }

    /** The network of the recipe. */
    static DigitNetwork train(Images digits) {
        return train(digits, EPOCHS, SEED);
    }

    /** A trained network; images beyond the last whole batch of an epoch wait for the next epoch. */
    static DigitNetwork train(Images digits, int epochs, long seed) {
        var training = new ClassifierTraining(digits, seed);
        int batches = digits.size() / BATCH;
        for (int step = 0, epoch = 0; epoch < epochs; epoch++) {
            var order = training.shuffled();
            for (int batch = 0; batch < batches; batch++, step++) {
                double rate = LEARNING_RATE * (1 - (double) step / (epochs * batches));
                training.step(Arrays.copyOfRange(order, batch * BATCH, (batch + 1) * BATCH), rate);
            }
        }
        return training.network;
    }

    private void step(int[] images, double learningRate) {
        var blocks = IntStream.range(0, BLOCKS)
                .mapToObj(block -> Block.of(
                        digits, labels, random, Arrays.copyOfRange(images, block * LANES, (block + 1) * LANES)))
                .toList();
        var gradients = new ArrayList<List<float[]>>(Collections.nCopies(BLOCKS, List.of()));
        Workers.current()
                .forEach(BLOCKS, block -> gradients.set(block, blocks.get(block).gradient(network)));
        adam.update(gradients, learningRate);
    }

    private int[] shuffled() {
        var order = IntStream.range(0, digits.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return order;
    }

    /** Some images of a batch with their labels, [784][lanes] in 0..1. */
    record Block(float[][] pixels, int[] labels) {
        static Block of(Images digits, int[] labels, SeededRandom random, int[] images) {
            var pixels = new float[ImageShape.MNIST.pixels()][images.length];
            var image = new float[ImageShape.MNIST.pixels()];
            for (int lane = 0; lane < images.length; lane++) {
                digits.copyTo(images[lane], image, 0);
                place(image, random.nextInt(3) - 1, random.nextInt(3) - 1, pixels, lane);
            }
            return new Block(pixels, Arrays.stream(images).map(i -> labels[i]).toArray());
        }

        /** Copies an image, moved by so many pixels, into one lane; what comes in from outside is black. */
        private static void place(float[] image, int right, int down, float[][] pixels, int lane) {
            for (int y = Math.max(0, down);
                    y < Math.min(ImageShape.MNIST.width(), ImageShape.MNIST.width() + down);
                    y++) {
                for (int x = Math.max(0, right);
                        x < Math.min(ImageShape.MNIST.width(), ImageShape.MNIST.width() + right);
                        x++) {
                    float grey = image[(y - down) * ImageShape.MNIST.width() + x - right];
                    pixels[y * ImageShape.MNIST.width() + x][lane] = DigitNetwork.input(grey);
                }
            }
        }

        /** The gradient of the batch's mean cross-entropy, this block's share of it. */
        List<float[]> gradient(DigitNetwork network) {
            var values = network.forward(pixels);
            return network.backward(values, errors(values.get(values.size() - 1)));
        }

        private float[][] errors(float[][] logits) {
            var errors = new float[DigitNetwork.DIGITS][labels.length];
            for (int lane = 0; lane < labels.length; lane++) {
                var probabilities = DigitNetwork.probabilities(logits, lane);
                for (int digit = 0; digit < DigitNetwork.DIGITS; digit++) {
                    errors[digit][lane] = (probabilities[digit] - (digit == labels[lane] ? 1 : 0)) / BATCH;
                }
            }
            return errors;
        }
    }
}
