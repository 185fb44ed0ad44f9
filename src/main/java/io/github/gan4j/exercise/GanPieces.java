package io.github.gan4j.exercise;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Small pieces that every GAN in Java has somewhere, and that published ones have got wrong. */
public interface GanPieces {
    /** The discriminator's labels [2 * half, 1] for a batch of reals first, then as many fakes: real is 1. */
    INDArray labels(int half);

    /** Trains for one step: the discriminator, then the generator through the discriminator, which is frozen for that. */
    void step(Turns turns);

    /** A pixel for a generator that ends in tanh, from a grey of 0 to 255. */
    double pixel(int grey);

    /** The grey, 0 to 255, that shows a pixel of -1 to 1. */
    int grey(double pixel);

    /**
     * After the generator inside the stack has learned, brings the generator that draws pictures up to date.
     *
     * @param stack the parameters that have learned
     * @param generator the parameters that pictures are drawn from
     */
    void copy(double[] stack, double[] generator);

    /** What can be done in a step. */
    interface Turns {
        /** Whether the discriminator's parameters may move from now on. */
        void setTrainable(boolean trainable);

        /** One update of the discriminator, if it is trainable. */
        void trainDiscriminator();

        /** One update of the stack: of the generator, and of the discriminator if it is trainable. */
        void trainStack();
    }
}
