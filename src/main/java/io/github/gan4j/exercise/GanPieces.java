package io.github.gan4j.exercise;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleToIntFunction;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Small programs that every GAN in Java has somewhere, and that published ones have got wrong.
 *
 * @param labels the discriminator's labels [2 * half, 1] for a batch of {@code half} reals first, then as many fakes: real
 *     is 1
 * @param step trains for one step: the discriminator, then the generator through the discriminator, which is frozen for that
 * @param pixel a pixel for a generator that ends in tanh, from a grey of 0 to 255
 * @param grey the grey, 0 to 255, that shows a pixel of -1 to 1
 * @param copy takes the parameters of the stack, whose generator has learned, and those of the generator that draws
 *     pictures, and brings the latter up to date
 */
public record GanPieces(
        IntFunction<INDArray> labels,
        Consumer<Turns> step,
        IntToDoubleFunction pixel,
        DoubleToIntFunction grey,
        BiConsumer<double[], double[]> copy) {
    /** What can be done in a step. */
    public interface Turns {
        /** Whether the discriminator's parameters may move from now on. */
        void setTrainable(boolean trainable);

        /** One update of the discriminator, if it is trainable. */
        void trainDiscriminator();

        /** One update of the stack: of the generator, and of the discriminator if it is trainable. */
        void trainStack();
    }
}
