package io.github.gan4j.train.fused;

/** What follows the weights of a layer, row by row and in place. */
sealed interface Activation {
    Activation IDENTITY = new Leaky(1);

    /** Adds the bias and applies the activation. */
    void forward(float[] x, float[] bias);

    /** Multiplies by the derivative, taken from the activation's own output. */
    void backward(float[] delta, float[] output);

    /** Leaky ReLU; slope 0 is ReLU and slope 1 the identity. */
    record Leaky(float slope) implements Activation {
        @Override
        public void forward(float[] x, float[] bias) {
            if (slope == 0) {
                Vectors.addBiasAndCut(x, bias);
            } else {
                Vectors.addBiasAndLeak(x, bias, slope);
            }
        }

        @Override
        public void backward(float[] delta, float[] output) {
            Vectors.multiplyByLeakSlope(delta, output, slope);
        }
    }

    /** Hyperbolic tangent. */
    record Tanh() implements Activation {
        @Override
        public void forward(float[] x, float[] bias) {
            Vectors.addBiasAndTanh(x, bias);
        }

        @Override
        public void backward(float[] delta, float[] output) {
            Vectors.multiplyByTanhSlope(delta, output);
        }
    }
}
