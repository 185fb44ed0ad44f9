package io.github.gan4j.model;

import io.github.gan4j.Loss;

/**
 * Binary cross-entropy behind a sigmoid, computed from the logit z as softplus(z) - y * z.
 *
 * <p>Its gradient is sigmoid(z) - y everywhere, so that a discriminator that is sure still teaches (tutorial step 4); DL4J's own
 * {@code LossBinaryXENT} clips the probability and its gradient vanishes there. The mean is over the batch, in nats.
 */
public final class SigmoidCrossEntropy extends LogitLoss {
    private static final long serialVersionUID = 1L;

    /** The loss of one logit. */
    public static double loss(double logit, double label) {
        return Math.max(logit, 0) - logit * label + Math.log1p(Math.exp(-Math.abs(logit)));
    }

    /** The derivative of {@link #loss} by the logit. */
    public static double gradient(double logit, double label) {
        return 1 / (1 + Math.exp(-logit)) - label;
    }

    @Override
    Loss perImage() {
        return Loss.CROSS_ENTROPY;
    }
}
