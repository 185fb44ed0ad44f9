package io.github.gan4j.train;

import io.github.gan4j.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One way to compute a training step (tutorial step 8).
 *
 * <p>What a step is, whatever the way: fakes from the generator in inference mode; one discriminator update on reals
 * with label 1 and those fakes with label 0; one generator update through the frozen discriminator on fresh noise with
 * label 1 and batch statistics. Both updates go to the DL4J networks' own parameters and optimizer state.
 */
public interface TrainingStep {
    /** Updates both networks once, and no argument. */
    Losses apply(Batch batch);

    /** New images [n, features] in -1..1 that the generator draws from noise [n, 100] in inference mode; updates nothing. */
    INDArray sample(INDArray noise);
}
