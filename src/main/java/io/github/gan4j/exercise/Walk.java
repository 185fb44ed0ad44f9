package io.github.gan4j.exercise;

import io.github.gan4j.Gan;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A straight way through a generator's noise.
 *
 * @param gan whose generator draws
 * @param from noise [1, 100]
 * @param to noise [1, 100]
 */
public record Walk(Gan gan, INDArray from, INDArray to) {
    /** The picture [1, 784] at a share of the way, 0 to 1. */
    public INDArray at(double share) {
        return gan.sample(from.mul(1 - share).addi(to.mul(share)));
    }
}
