package io.github.gan4j;

import io.github.gan4j.model.SigmoidCrossEntropy;

/** What both networks of a pair are trained on, for one image: from the discriminator's logit z and the label y. */
public enum Loss {
    /** Binary cross-entropy of sigmoid(z), in nats: 0.693 at z = 0 (the tutorial's, tutorial step 4). */
    CROSS_ENTROPY {
        @Override
        public double loss(double logit, double label) {
            return SigmoidCrossEntropy.loss(logit, label);
        }

        @Override
        public double gradient(double logit, double label) {
            return SigmoidCrossEntropy.gradient(logit, label);
        }
    },
    /**
     * Least squares of the linear score (z + 1) / 2, without a sigmoid: 0.25 at z = 0 (LSGAN, Mao et al. 2017, with labels 0
     * and 1). The score is shifted so that a probability of 0.5 stays a score halfway between fake and real.
     */
    LEAST_SQUARES {
        @Override
        public double loss(double logit, double label) {
            double miss = (logit + 1) / 2 - label;
            return miss * miss;
        }

        @Override
        public double gradient(double logit, double label) {
            return (logit + 1) / 2 - label;
        }
    };

    /** The loss of one image. */
    public abstract double loss(double logit, double label);

    /** The derivative of {@link #loss} by the logit. */
    public abstract double gradient(double logit, double label);
}
