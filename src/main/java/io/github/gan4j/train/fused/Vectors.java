package io.github.gan4j.train.fused;

/** Elementwise loops on rows. In each, all arrays share one index from 0: only then does the JIT use vectors. */
final class Vectors {
    private static final float HUGE = 3e38f; // twice makes the least number above 0 more than 1

    private Vectors() {}

    static void add(float[] sum, float[] x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += x[i];
        }
    }

    static void addProduct(float[] sum, float[] x, float[] y) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += x[i] * y[i];
        }
    }

    static void addSquaredDistance(float[] sum, float[] x, float[] center) {
        for (int i = 0; i < sum.length; i++) {
            float d = x[i] - center[i];
            sum[i] += d * d;
        }
    }

    static void multiply(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= y[i];
        }
    }

    static void multiply(float[] x, float factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    /** Moves x towards y by a share of the way, which leaves it where both are the same. */
    static void interpolate(float[] x, float[] y, float share) {
        for (int i = 0; i < x.length; i++) {
            x[i] += share * (y[i] - x[i]);
        }
    }

    /** Batch normalisation backwards for one row: what is left of delta once its mean and its part along x are gone. */
    static void normBackward(float[] delta, float[] x, float[] scale, float[] sum, float[] sumAlongX, float share) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] = scale[i] * (delta[i] - share * (sum[i] + x[i] * sumAlongX[i]));
        }
    }

    /** y = (x - center) * scale; a shift instead of the center would round worse. */
    static void centerAndScale(float[] y, float[] x, float[] center, float[] scale) {
        for (int i = 0; i < y.length; i++) {
            y[i] = (x[i] - center[i]) * scale[i];
        }
    }

    /** y = x * scale + shift. */
    static void scaleAndShift(float[] y, float[] x, float[] scale, float[] shift) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * scale[i] + shift[i];
        }
    }

    /** Leaky ReLU of x + bias with a slope above 0; the identity has slope 1. */
    static void addBiasAndLeak(float[] x, float[] bias, float slope) {
        for (int i = 0; i < x.length; i++) {
            float z = x[i] + bias[i];
            x[i] = Math.max(z, 0) + slope * Math.min(z, 0);
        }
    }

    /** ReLU of x + bias, without a product: 0 times -infinity is no number. */
    static void addBiasAndCut(float[] x, float[] bias) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(x[i] + bias[i], 0);
        }
    }

    /** The derivative of leaky ReLU with a slope up to 1, from its own output. */
    static void multiplyByLeakSlope(float[] delta, float[] output, float slope) {
        for (int i = 0; i < delta.length; i++) {
            float sign =
                    Math.min(output[i] * HUGE * HUGE, 1); // 1 if above 0, else below the slope: no branch, for the JIT
            delta[i] *= Math.max(sign, slope);
        }
    }

    static void addBiasAndTanh(float[] x, float[] bias) {
        for (int i = 0; i < x.length; i++) {
            x[i] = tanh(x[i] + bias[i]);
        }
    }

    static void multiplyByTanhSlope(float[] delta, float[] output) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= 1 - output[i] * output[i];
        }
    }

    /**
     * Lambert's continued fraction of tanh to thirteen terms, as one fraction: all its terms have one sign, so that little
     * is lost in float32, and the JIT computes many at once. Within 4e-7 of tanh, and within -1..1: the argument is cut.
     */
    static float tanh(float z) {
        float x = Math.max(Math.min(z, 8), -8);
        float q = x * x;
        float above = (((((q + 4095) * q + 2552550) * q + 523783260f) * q + 41247931725f) * q + 1159525191825f) * q
                + 7905853580625f;
        float below =
                (((((91 * q + 120120) * q + 41351310) * q + 5237832600f) * q + 252070693875f) * q + 3794809718700f) * q
                        + 7905853580625f;
        return x * (above / below);
    }
}
