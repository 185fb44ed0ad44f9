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

    /** From an input to an output. */
    Phases forward(RowRange from, RowRange to, Rows rows);

    /** Where the gradient at the output of so many images that train is to be put. */
    RowRange gradient(int training);

    /** From the gradient at the output to what the methods below need; none of the rows is inference, here as there. */
    Phases backward(Rows rows);

    /** Writes the gradient at the input, which is the gradient at the output of the layer before. */
    Phases inputGradient(RowRange target, Rows rows);

    /**
     * From a change of the input of all penalised images to that of the output: without the bias, and with the slopes of the last way
     * forward. A generator's last pixels are never asked.
     */
    default Phases change(RowRange from, RowRange to) {
        throw new UnsupportedOperationException();
    }

    /** Updates the parameters, where there are any, behind all of the above. */
    Phases update(RowRange input, Rows rows, Supplier<Adam> adam);

    /** Begins new dropout masks, where there are any. */
    default void drawMasks(RandomGenerator random) {}
}
