package io.github.gan4j.train.fused;

/**
 * The gradient penalty of a discriminator (Gulrajani et al. 2017): how far the norm of its score's gradient is from 1, at one point
 * between each real image and a fake.
 *
 * <p>With leaky ReLU the slopes do not change where weights change a little. So the gradient at a point is a product of
 * weights and slopes, and its derivative by the weights of one layer is that layer's usual product of what comes from behind, which is
 * the way back of the score, and of what comes from before: here not the point, but the direction in which the penalty
 * would have the gradient change, on its way forward through the layers without their biases.
 */
final class FusedPenalty {
    private static final double SMALLEST = 1e-12; // of a squared norm: the root has no slope at 0

    private final double weight;
    private final RowRange points;
    private final RowRange gradients; // [points, features]
    private final int blanks; // columns of labels, in which nothing changes
    private double value;

    /**
     * @param weight of the penalty
     * @param points rows of features and, behind them, columns of labels
     */
    FusedPenalty(double weight, RowRange points, int features) {
        this.weight = weight;
        this.points = points;
        this.gradients = new RowRange(new NativeMatrix(points.count(), features), 0, points.count());
        this.blanks = points.matrix().columns() - features;
    }

    RowRange points() {
        return points;
    }

    /** Where the score's gradient at the points is to be put. */
    RowRange gradients() {
        return gradients;
    }

    /** Takes the penalty, and puts its derivative by the gradients in the place of the points. */
    Phases take() {
        return Phases.of(this::takeAll);
    }

    private void takeAll() {
        value = 0;
        var from = Strip.columns(gradients, 0);
        var to = Strip.columns(points, 0);
        var labels = Strip.columns(points, points.matrix().columns() - blanks);
        var row = new float[gradients.matrix().columns()];
        for (int r = 0; r < points.count(); r++) {
            from.get(r, row);
            double norm = Math.sqrt(squares(row) + SMALLEST);
            value += weight * (norm - 1) * (norm - 1) / points.count();
            Vectors.multiply(row, (float) (weight * 2 * (norm - 1) / norm / points.count()));
            to.put(r, row);
            labels.put(r, new float[blanks]);
        }
    }

    private static double squares(float[] row) {
        double sum = 0;
        for (float x : row) {
            sum += (double) x * x;
        }
        return sum;
    }

    /** The mean over the points, times its weight, when last taken. */
    double value() {
        return value;
    }
}
