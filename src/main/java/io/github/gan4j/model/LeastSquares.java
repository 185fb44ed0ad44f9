package io.github.gan4j.model;

import io.github.gan4j.Loss;

/** {@link Loss#LEAST_SQUARES} for DL4J's output layer. The mean is over the batch. */
public final class LeastSquares extends LogitLoss {
    private static final long serialVersionUID = 1L;

    @Override
    Loss perImage() {
        return Loss.LEAST_SQUARES;
    }
}
