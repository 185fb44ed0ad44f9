package io.github.gan4j.train.fused;

/** Elementwise loops on rows. In each, all arrays share one index from 0: only then does the JIT use vectors. */
final class Vectors {
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

    static void multiply(float[] x, float factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
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

    /** The derivative of leaky ReLU, from its own output. */
    static void multiplyByLeakSlope(float[] delta, float[] output, float slope) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= output[i] > 0 ? 1 : slope;
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
     * Lambert's continued fraction of tanh to thirteen terms, as one fraction, several times as fast as {@code Math.tanh}
     * and, in double precision, within 3e-8 of it. The argument is cut where the fraction reaches 1.
     */
    static float tanh(float z) {
        double x = z > 8.9477 ? 8.9477 : z < -8.9477 ? -8.9477 : z;
        double q = x * x;
        double above = (((((q + 4095) * q + 2552550) * q + 523783260) * q + 41247931725.0) * q + 1159525191825.0) * q
                + 7905853580625.0;
        double below =
                (((((91 * q + 120120) * q + 41351310) * q + 5237832600.0) * q + 252070693875.0) * q + 3794809718700.0)
                                * q
                        + 7905853580625.0;
        return (float) (x * above / below);
    }
}
