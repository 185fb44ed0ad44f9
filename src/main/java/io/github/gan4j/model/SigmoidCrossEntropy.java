package io.github.gan4j.model;

import io.github.gan4j.Loss;

/**
 * {@link Loss#CROSS_ENTROPY} for DL4J's output layer, from the logit: DL4J's own {@code LossBinaryXENT} clips the
 * probability, and its gradient vanishes there. The mean is over the batch, in nats.
 */
public final class SigmoidCrossEntropy extends LogitLoss {
    private static final long serialVersionUID = 1L;

    @Override
    Loss perImage() {
        return Loss.CROSS_ENTROPY;
    }
}
