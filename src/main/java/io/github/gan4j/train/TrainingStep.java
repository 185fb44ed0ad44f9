package io.github.gan4j.train;

/**
 * One way to compute a training step (rows L3-L5).
 *
 * <p>What a step is, whatever the way: fakes from the generator in inference mode; one discriminator update on reals
 * with label 1 and those fakes with label 0; one generator update through the frozen discriminator on fresh noise with
 * label 1 and batch statistics. Both updates go to the DL4J networks' own parameters and optimizer state.
 */
public interface TrainingStep {
    /** Updates both networks once, and no argument. */
    Losses apply(Batch batch);
}
