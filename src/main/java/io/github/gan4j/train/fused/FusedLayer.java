package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One layer of a network, whose work comes as phases of tasks.
 *
 * <p>Its values are rows of units for each image, or pixels of channels ({@link Signal}). It computes its output in parts,
 * and asks the next layer for the gradient part by part, so that a part is worked on while it is in the cache: units are
 * parts of rows, positions are parts of pixels.
 */
interface FusedLayer {
    /** How many units its output has for each image. */
    int units();

    /** So many last images of its output: those that train are the last ones, whatever comes before them. */
    RowRange last(int images);

    /** From an input to an output, of which so many at the end train; the others are inference. */
    Phases forward(RowRange from, RowRange to, int training);

    /** From the gradient at the output, which the next layer has, to the one that this layer needs. */
    Phases backward(FusedLayer next, int training);

    /** What comes before {@link #inputGradient}, behind {@link #backward}. */
    default Phases prepareInputGradient(int training) {
        return Phases.NONE;
    }

    /** The work that writes the gradient at some units or positions of the input. */
    Runnable inputGradient(RowRange target, int from, int count);

    /** Updates the parameters, where there are any, once the gradient is known. */
    Phases update(RowRange input, Supplier<Adam> adam);

    /** Begins new dropout masks, where there are any. */
    default void drawMasks(RandomGenerator random) {}
}
