package io.github.gan4j.train;

import io.github.gan4j.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One way to compute a training step (tutorial step 8), which has two halves. Both update the DL4J networks' own parameters
 * and optimizer state, and none changes an argument.
 */
public interface TrainingStep {
    /**
     * Updates the discriminator on the real images with label 1, and on as many fakes with label 0 that the generator
     * draws in inference mode; the generator stays as it is. Where the objective says so, several times, each on a part of the
     * rows; what it measures is of the last time.
     */
    Measured updateDiscriminator(Batch batch);

    /** Updates the generator on images of batch statistics with label 1, through the frozen discriminator. */
    Measured updateGenerator(Batch batch);

    /** The discriminator's updates, then the generator's. */
    default Losses apply(Batch batch) {
        return Losses.of(updateDiscriminator(batch), updateGenerator(batch));
    }

    /**
     * New images [n, features] in -1..1 that the generator draws in inference mode from noise, of a conditional pair with one-hot labels
     * behind it, [n, 100 + classes]; updates nothing.
     */
    INDArray sample(INDArray noise);
}
