package io.github.gan4j.exercise;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a single unit of a first layer can make of a label.
 *
 * @param oneHot for some digits the ten weights and, last, the bias of a unit whose sum is above 0 for just these digits when
 *     the label comes as a one-hot vector
 * @param withNumber whether there are a weight w and a bias b, so that w * label + b is above 0 for just these digits
 */
public record LabelUnits(Function<Set<Integer>, double[]> oneHot, Predicate<Set<Integer>> withNumber) {}
