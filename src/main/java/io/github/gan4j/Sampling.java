package io.github.gan4j;

/** How the real images of a training batch are drawn. */
public enum Sampling {
    /** Neighbours from a random start, as the tutorial does (tutorial step 8); the very last image is never drawn (tutorial slip E8). */
    CONTIGUOUS,
    /** Every image of the batch drawn on its own from all images. */
    SHUFFLED
}
