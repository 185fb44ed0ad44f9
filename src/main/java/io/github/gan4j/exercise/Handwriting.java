package io.github.gan4j.exercise;

import io.github.gan4j.Gan;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A conditional pair, and how numbers are written with it.
 *
 * @param gan that draws the digits
 * @param writer pictures [n, 784] for the n digits of a text, in their order
 */
public record Handwriting(Gan gan, BiFunction<Gan, String, INDArray> writer) {}
