package io.github.gan4j.train.fused;

/**
 * How a convolution is multiplied for so many images, between its small side and its large one: from the large one it is a
 * convolution or the way back through a transposed one, from the small one the other way round.
 */
interface Products {
    /** Computes the small side. */
    Phases toSmall(Signal large, Signal small);

    /** Computes the large side. */
    Phases toLarge(Signal small, Signal large);

    /** Computes the weights' gradient or adds to it, behind the last ways between the same two sides in both directions. */
    Phases gradient(Signal small, Signal large, boolean added);
}
