package io.github.gan4j.exercise;

import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Small programs that a critic with gradient penalty has, and that published ones have got wrong.
 *
 * @param shares for so many images, from a random source: how much of the real image is in each point, evenly between 0 and 1
 * @param points where the penalty looks
 * @param lengths of the score's gradients [n, pixels], a gradient for each image: their lengths, [n, 1]
 * @param push the derivative of (length - 1)^2 by each number of a gradient
 * @param scores the scores [n, 1] of a critic with a single layer, for images [n, pixels] and weights [pixels, 1]
 * @param turn the critic's turn in a step
 */
public record CriticPieces(
        BiFunction<Integer, Random, double[]> shares,
        Points points,
        UnaryOperator<INDArray> lengths,
        UnaryOperator<double[]> push,
        BinaryOperator<INDArray> scores,
        CriticTurn turn) {
    /** Points between real images and fakes. */
    @FunctionalInterface
    public interface Points {
        /** The points [n, pixels] on the lines from fakes to real images, for the real images' shares [n, 1]. */
        INDArray between(INDArray real, INDArray fake, INDArray shares);
    }

    /** An update of a critic with one weight, beside a generator with one weight. */
    @FunctionalInterface
    public interface CriticTurn {
        /**
         * Both weights after the critic's update on one real pixel and one fake, critic first. A score is critic * pixel, a
         * fake is generator * noise, and the learning rate is 0.1.
         */
        double[] take(double critic, double generator, double noise, double real);
    }
}
