package io.github.gan4j.train.fused;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows the product with the weights on one part of a layer, forwards and backwards, row by row: bias, activation,
 * batch normalisation, a second activation, dropout. What the way back needs is kept in Java's memory.
 */
final class Epilogue {
    private final @Nullable Activation first; // null where nothing is to be computed
    private final @Nullable Activation second; // null likewise
    private final @Nullable BatchNorm norm;
    private final Dropout.@Nullable Row dropout;
    private final boolean hasBias;
    private final float[] bias;
    private final float[] nothing; // the bias of the second activation
    private final float[] biasGradient;
    private final float[] row;
    private final float[][] activations; // [training rows][length], before batch normalisation
    private final float[][] normalised;
    private final float[][] outputs; // before dropout
    private final float[][] masks;
    private final float[][] delta;
    private final BatchNorm.Sums sums;

    /** For rows of a length, of which so many train at most. */
    Epilogue(LayerShape shape, @Nullable BatchNorm norm, @Nullable Dropout dropout, int length, int trainingRows) {
        this.hasBias = shape.hasBias();
        boolean bare = !hasBias && shape.activation().equals(Activation.IDENTITY);
        this.first = bare ? null : shape.activation();
        this.second = shape.after().equals(Activation.IDENTITY) ? null : shape.after();
        this.norm = norm;
        this.dropout = dropout == null ? null : dropout.new Row(length);
        this.bias = new float[length];
        this.nothing = new float[length];
        this.biasGradient = new float[length];
        this.row = new float[length];
        this.activations = new float[trainingRows][length];
        this.normalised = new float[norm == null ? 0 : trainingRows][length];
        this.outputs = norm == null ? activations : new float[trainingRows][length];
        this.masks = new float[dropout == null ? 0 : trainingRows][length];
        this.delta = new float[trainingRows][length];
        this.sums = new BatchNorm.Sums(length);
    }

    /** To be filled before a pass. */
    float[] bias() {
        return bias;
    }

    float[] biasGradient() {
        return biasGradient;
    }

    BatchNorm.Sums sums() {
        return sums;
    }

    /** All of it in inference mode, in place. */
    void infer(Strip rows) {
        for (int r = 0; r < rows.count(); r++) {
            rows.get(r, row);
            activate(row);
            if (norm != null) {
                norm.normalise(row, row);
                scaleAndActivate(norm, row, row);
            }
            rows.put(r, row);
        }
    }

    /** The first half of the way forward, which ends with the sums that the normalisation needs. */
    void forward(Strip rows) {
        for (int r = 0; r < rows.count(); r++) {
            rows.get(r, activations[r]);
            activate(activations[r]);
        }
        if (norm != null) {
            sums.take(activations, rows.count());
        }
    }

    /** The second half, once the normalisation knows the batch's statistics. */
    void finish(Strip rows) {
        for (int r = 0; r < rows.count(); r++) {
            if (norm != null) {
                norm.normalise(normalised[r], activations[r]);
                scaleAndActivate(norm, outputs[r], normalised[r]);
            }
            rows.put(r, dropped(r, rows.at(r)));
        }
    }

    private void activate(float[] x) {
        if (first != null) {
            first.forward(x, bias);
        }
    }

    private void scaleAndActivate(BatchNorm by, float[] y, float[] x) {
        by.scaleAndShift(y, x);
        if (second != null) {
            second.forward(y, nothing);
        }
    }

    private float[] dropped(int r, int place) {
        if (dropout == null) {
            return outputs[r];
        }
        dropout.mask(masks[r], place);
        System.arraycopy(outputs[r], 0, row, 0, row.length);
        Vectors.multiply(row, masks[r]);
        return row;
    }

    /** The first half of the way back, from the gradient at the output; it too ends with sums. */
    void backward(Strip rows) {
        for (int r = 0; r < rows.count(); r++) {
            rows.get(r, delta[r]);
            if (dropout != null) {
                Vectors.multiply(delta[r], masks[r]);
            }
            if (second != null) {
                second.backward(delta[r], outputs[r]);
            }
        }
        if (norm != null) {
            sums.takeGradient(delta, normalised, rows.count());
        }
    }

    /** The second half, which ends with the gradient behind the weights, in place, and the bias's. */
    void finishBackward(Strip rows) {
        Arrays.fill(biasGradient, 0);
        for (int r = 0; r < rows.count(); r++) {
            if (norm != null) {
                norm.backward(delta[r], normalised[r]);
            }
            if (first != null) {
                first.backward(delta[r], activations[r]);
            }
            if (hasBias) {
                Vectors.add(biasGradient, delta[r]);
            }
            rows.put(r, delta[r]);
        }
    }

    /** Multiplies rows by the slopes of the last way forward, in place, where there is no normalisation. */
    void multiplyBySlopes(Strip rows) {
        for (int r = 0; r < rows.count(); r++) {
            rows.get(r, row);
            if (first != null) {
                first.backward(row, activations[r]);
            }
            if (dropout != null) {
                Vectors.multiply(row, masks[r]);
            }
            rows.put(r, row);
        }
    }

    /** The whole way forward where no other part has a say in the statistics. */
    void forwardAlone(Strip rows) {
        forward(rows);
        if (norm != null) {
            norm.useBatch(List.of(sums));
        }
        finish(rows);
    }

    /** The whole way back likewise. */
    void backwardAlone(Strip rows) {
        backward(rows);
        if (norm != null) {
            norm.takeGradients(List.of(sums));
        }
        finishBackward(rows);
    }
}
