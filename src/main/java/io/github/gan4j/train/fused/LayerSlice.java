package io.github.gan4j.train.fused;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Some neighbouring units of a dense layer, with the activation and the batch normalisation behind them.
 *
 * <p>Everything a layer computes is computed unit by unit, forwards, backwards and in the update, so different units of
 * a layer can be given to different cores.
 */
final class LayerSlice {
    private static final int PANEL_BYTES = 256 << 10; // a panel's gradient stays in the second-level cache until used

    private final LayerShape shape;
    private final int from;
    private final NativeMatrix weights; // [units, inputs] row after row: DL4J's order 'f' of [inputs, units]
    private final Parameters weightParameters;
    private final Parameters biasParameters;
    private final @Nullable BatchNorm norm;
    private final NativeMatrix weightGradient; // [panel, inputs]
    private final Parameters.Scratch scratch = new Parameters.Scratch();

    private final float[] bias;
    private final float[] biasGradient;
    private final float[][] activations; // [rows][units], before batch normalisation; the last ones are in use
    private final float[][] outputs; // [rows][units]
    private final float[][] delta; // [training rows][units]

    LayerSlice(MultiLayerNetwork network, LayerShape shape, int from, int count, int rows, int trainingRows) {
        this.shape = shape;
        this.from = from;
        this.weights = new NativeMatrix(network.getParam(shape.dense() + "_W"), shape.inputs());
        this.weightParameters = new Parameters(network, shape.dense(), "W", from * shape.inputs());
        this.biasParameters = new Parameters(network, shape.dense(), "b", from);
        this.norm = shape.hasNorm() ? new BatchNorm(network, shape.norm(), from, count, trainingRows) : null;
        int panel = Math.min(count, Math.max(1, PANEL_BYTES / Float.BYTES / shape.inputs()));
        this.weightGradient = new NativeMatrix(panel, shape.inputs());
        this.bias = new float[count];
        this.biasGradient = new float[count];
        this.activations = new float[rows][count];
        this.outputs = norm == null ? activations : new float[rows][count];
        this.delta = new float[trainingRows][count];
    }

    /** Computes these units' columns of the output; so many rows at the end train. */
    void forward(RowRange input, RowRange output, int trainingRows) {
        int rows = input.count();
        int first = activations.length - rows;
        var x = input.matrix();
        var y = output.matrix();
        Blas.timesTransposed(
                rows,
                bias.length,
                shape.inputs(),
                x.from(input.from(), 0),
                weights.from(from, 0),
                y.from(output.from(), from));
        biasParameters.get(bias);
        for (int r = 0; r < rows; r++) {
            y.get(output.from() + r, from, activations[first + r]);
            shape.activation().forward(activations[first + r], bias);
        }
        if (norm != null) {
            norm.forward(activations, outputs, first, trainingRows);
        }
        for (int r = 0; r < rows; r++) {
            y.put(output.from() + r, from, outputs[first + r]);
        }
    }

    /**
     * Computes these units' columns of the gradient before the activation, from the gradient that the next layer has
     * there: the chain rule through its weights, then through what follows this layer's own.
     */
    void backward(NativeMatrix nextDelta, NativeMatrix nextWeights, NativeMatrix ownDelta, int trainingRows) {
        Blas.times(
                trainingRows,
                bias.length,
                nextDelta.columns(),
                nextDelta.from(0, 0),
                nextWeights.from(0, from),
                ownDelta.from(0, from));
        for (int r = 0; r < trainingRows; r++) {
            ownDelta.get(r, from, delta[r]);
        }
        if (norm != null) {
            norm.backward(delta);
        }
        int firstTraining = activations.length - trainingRows;
        for (int r = 0; r < trainingRows; r++) {
            shape.activation().backward(delta[r], activations[firstTraining + r]);
        }
        keep(ownDelta, trainingRows);
    }

    /** Starts the backward pass at a layer of one unit from the loss's gradient at each row. */
    void startBackward(float[] gradient, NativeMatrix ownDelta) {
        for (int r = 0; r < gradient.length; r++) {
            delta[r][0] = gradient[r];
        }
        keep(ownDelta, gradient.length);
    }

    private void keep(NativeMatrix ownDelta, int trainingRows) {
        Arrays.fill(biasGradient, 0);
        for (int r = 0; r < trainingRows; r++) {
            Vectors.add(biasGradient, delta[r]);
            ownDelta.put(r, from, delta[r]);
        }
    }

    /** Updates these units' parameters; the weights' gradient is computed panel by panel and used at once. */
    void update(RowRange input, NativeMatrix ownDelta, Adam adam) {
        int inputs = shape.inputs();
        for (int unit = 0; unit < bias.length; unit += weightGradient.rows()) {
            int panel = Math.min(weightGradient.rows(), bias.length - unit);
            Blas.transposedTimes(
                    panel,
                    inputs,
                    input.count(),
                    ownDelta.from(0, from + unit),
                    input.matrix().from(input.from(), 0),
                    weightGradient.from(0, 0));
            weightParameters.update(unit * inputs, panel * inputs, weightGradient, adam, scratch);
        }
        biasParameters.update(biasGradient, adam, scratch);
        if (norm != null) {
            norm.update(adam, scratch);
        }
    }
}
