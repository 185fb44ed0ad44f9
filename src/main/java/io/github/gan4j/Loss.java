package io.github.gan4j;

import org.nd4j.linalg.activations.Activation;

/** What both networks of a pair are trained on, for one image: from the discriminator's logit or score z and the label y. */
public enum Loss {
    /**
     * Binary cross-entropy of sigmoid(z), in nats, computed as softplus(z) - y * z: 0.693 at z = 0 (tutorial step 4). Its
     * gradient is sigmoid(z) - y everywhere, so that a discriminator that is sure still teaches.
     */
    CROSS_ENTROPY {
        @Override
        public double loss(double logit, double label) {
            if (Double.isInfinite(logit)) {
                return label == (logit > 0 ? 1 : 0) ? 0 : Double.POSITIVE_INFINITY; // below: infinity - infinity
            }
            return Math.max(logit, 0) - logit * label + Math.log1p(Math.exp(-Math.abs(logit)));
        }

        @Override
        public double gradient(double logit, double label) {
            return 1 / (1 + Math.exp(-logit)) - label;
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
    },
    /**
     * The score z itself, without a sigmoid: the discriminator, here called a critic, raises it for real images and lowers it for fakes
     * (Arjovsky et al. 2017). Only differences of scores mean something, and these only while the critic cannot be arbitrarily
     * steep: with a gradient penalty or clipped weights. The discriminator's loss is mean(score(fake)) - mean(score(real)), which is
     * not bounded; the generator's is -mean(score(fake)).
     */
    WASSERSTEIN {
        @Override
        public Activation lastActivation() {
            return Activation.IDENTITY;
        }

        @Override
        public boolean isScore() {
            return true;
        }

        @Override
        public double loss(double score, double label) {
            return gradient(score, label) * score;
        }

        @Override
        public double gradient(double score, double label) {
            return 1 - 2 * label;
        }
    };

    /** The activation that the discriminator's output layer must have, by which DL4J turns the logit into its output. */
    public Activation lastActivation() {
        return Activation.SIGMOID;
    }

    /** Whether the discriminator gives a score, which has no scale and no threshold, in the place of a probability. */
    public boolean isScore() {
        return false;
    }

    /**
     * By how many images the sum of a discriminator's losses is divided: the mean is over the mixed batch; that of scores is a mean
     * over the reals and one over the fakes.
     *
     * @param images in the mixed batch, half of them real
     */
    public int divisor(int images) {
        return isScore() ? images / 2 : images;
    }

    /** The loss of one image. */
    public abstract double loss(double logit, double label);

    /** The derivative of {@link #loss} by the logit. */
    public abstract double gradient(double logit, double label);
}
