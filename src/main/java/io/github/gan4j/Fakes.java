package io.github.gan4j;

/** How the generator draws the fakes that the discriminator learns from; for its own update it always takes batch statistics. */
public enum Fakes {
    /** In inference mode: batch normalisation takes its moving statistics, as in the tutorial (tutorial step 8). */
    INFERENCE,
    /**
     * In training mode: batch normalisation takes the statistics of these fakes, as for the generator's own update. The
     * moving statistics do not move. Such a pair is trained on DL4J's layers, which takes several times as long.
     */
    TRAINING
}
