package io.github.gan4j.exercise;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * What is known on paper of a critic with one weight w, whose score of a picture of one pixel x is w * x.
 *
 * @param penalty the gradient penalty with the usual weight of 10, by w
 * @param slope the derivative of the penalty by w, but at 0
 * @param best the w with the lowest loss, for one real pixel and another, fake one
 * @param estimate the critic's estimate with this w, score of the real pixel less score of the fake
 */
public record OneWeight(
        DoubleUnaryOperator penalty,
        DoubleUnaryOperator slope,
        DoubleBinaryOperator best,
        DoubleBinaryOperator estimate) {}
