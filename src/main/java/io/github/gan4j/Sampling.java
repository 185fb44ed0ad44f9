package io.github.gan4j;

/** How the real images of a training batch are drawn. */
public enum Sampling {
    /** Neighbours from a random start, as the tutorial does (row L1); the very last image is never drawn (row E8). */
    CONTIGUOUS,
    /** Every image of the batch drawn on its own from all images. */
    SHUFFLED
}
