package io.github.gan4j.exercise;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Finds the training image that a picture could be a copy of. */
@FunctionalInterface
public interface NearestImage {
    /**
     * The nearest training image by Euclidean distance.
     *
     * @param picture [1, 784] in -1..1
     * @param training [n, 784] in -1..1
     * @return its row in {@code training}, counted from 0
     */
    int find(INDArray picture, INDArray training);
}
