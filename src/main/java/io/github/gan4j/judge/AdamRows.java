package io.github.gan4j.judge;

import java.util.List;

/** Adam with its usual settings for rows of weights (Kingma and Ba, "Adam: a method for stochastic optimization", 2015). */
final class AdamRows {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;

    private final List<float[]> weights;
    private final List<float[]> first;
    private final List<float[]> second;
    private int step;

    AdamRows(List<float[]> weights) {
        this.weights = weights;
        this.first = zeros(weights);
        this.second = zeros(weights);
    }

    /** Moves the weights against the sum of some gradients of their shape. */
    void update(List<List<float[]>> gradients, double learningRate) {
        step++;
        double correction = Math.sqrt(1 - StrictMath.pow(BETA2, step)) / (1 - StrictMath.pow(BETA1, step));
        for (int i = 0; i < weights.size(); i++) {
            int row = i;
            var parts = gradients.stream().map(gradient -> gradient.get(row)).toList();
            update(row, parts, (float) (learningRate * correction));
        }
    }

    private void update(int row, List<float[]> parts, float rate) {
        float[] w = weights.get(row), m = first.get(row), v = second.get(row);
        for (int i = 0; i < w.length; i++) {
            float gradient = 0;
            for (var part : parts) {
                gradient += part[i];
            }
            m[i] = BETA1 * m[i] + (1 - BETA1) * gradient;
            v[i] = BETA2 * v[i] + (1 - BETA2) * gradient * gradient;
            w[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) + 1e-7f);
        }
    }

    private static List<float[]> zeros(List<float[]> rows) {
        return rows.stream().map(row -> new float[row.length]).toList();
    }
}
