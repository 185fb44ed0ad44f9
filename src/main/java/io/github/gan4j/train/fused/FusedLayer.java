package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One layer of a network, whose work comes as phases of tasks. Its values are rows of units for each image, or pixels of channels
 * ({@link Signal}).
 */
interface FusedLayer {
    /** How many units its output has for each image. */
    int units();

    /** So many last images of its output: those that train are the last ones, whatever comes before them. */
    RowRange last(int images);

    /** From an input to an output, of which so many at the end train; the others are inference. */
    Phases forward(RowRange from, RowRange to, int training);

    /** Where the gradient at the output of so many images that train is to be put. */
    RowRange gradient(int training);

    /** From the gradient at the output to what the two methods below need. */
    Phases backward(int training);

    /** Writes the gradient at the input, which is the gradient at the output of the layer before. */
    Phases inputGradient(RowRange target);

    /** Updates the parameters, where there are any, behind all of the above. */
    Phases update(RowRange input, Supplier<Adam> adam);

    /** Begins new dropout masks, where there are any. */
    default void drawMasks(RandomGenerator random) {}
}
