package io.github.gan4j.exercise;

import io.github.gan4j.Images;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Small programs that a conditional pair has, and that published ones have got wrong.
 *
 * @param drawn what the generator is to draw for its own update: so many labels from a random source, each digit as likely as
 *     any other
 * @param labels the labels of {@code digits.batch(from, count)}
 * @param fakes the labels of the fakes that stand beside real images with these labels
 * @param judged what the discriminator is given, [n, 794], for images [n, 784] and their one-hot labels [n, 10]
 */
public record ConditionalPieces(
        BiFunction<Integer, Random, int[]> drawn,
        BatchLabels labels,
        UnaryOperator<int[]> fakes,
        BinaryOperator<INDArray> judged) {
    /** Labels of a part of images. */
    @FunctionalInterface
    public interface BatchLabels {
        /** The labels of so many images, from one on. */
        int[] of(Images digits, int from, int count);
    }
}
