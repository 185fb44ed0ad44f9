package io.github.gan4j.train.fused;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Some neighbouring units of a dense layer, with what follows them.
 *
 * <p>Everything a layer computes is computed unit by unit, forwards, backwards and in the update, so different units of
 * a layer can be given to different cores.
 */
final class DenseSlice {
    private static final int PANEL_BYTES = 256 << 10; // a panel's gradient stays in the second-level cache until used

    private final LayerShape shape;
    private final int from;
    private final int count;
    private final NativeMatrix weights; // [units, inputs] row after row: DL4J's order 'f' of [inputs, units]
    private final Parameters weightParameters;
    private final @Nullable Parameters biasParameters;
    private final @Nullable BatchNorm norm;
    private final Epilogue epilogue;
    private final Epilogue penalised; // of the rows at which the gradient penalty is taken
    private final NativeMatrix weightGradient; // [panel, inputs]
    private final Parameters.Scratch scratch = new Parameters.Scratch();

    DenseSlice(MultiLayerNetwork network, LayerShape shape, @Nullable Dropout dropout, int from, int count, Rows most) {
        this.shape = shape;
        this.from = from;
        this.count = count;
        int inputs = shape.inputs();
        this.weights = new NativeMatrix(network.getParam(shape.index() + "_W"), inputs);
        this.weightParameters = new Parameters(network, shape.index(), "W", from * inputs);
        this.biasParameters = shape.hasBias() ? new Parameters(network, shape.index(), "b", from) : null;
        this.norm = shape.hasNorm() ? new BatchNorm(network, shape.norm(), from, new Lanes(count, 1)) : null;
        this.epilogue = new Epilogue(shape, norm, dropout, count, most.learning());
        this.penalised = new Epilogue(shape, null, dropout, count, most.penalised());
        int panel = Math.min(count, Math.max(1, PANEL_BYTES / Float.BYTES / inputs));
        this.weightGradient = new NativeMatrix(panel, inputs);
    }

    /** Computes these units' columns of the output. */
    void forward(RowRange input, RowRange output, Rows rows) {
        multiply(input, output);
        if (biasParameters != null) {
            biasParameters.get(epilogue.bias());
        }
        if (rows.inference() > 0) {
            if (norm != null) {
                norm.useMoving();
            }
            epilogue.infer(Strip.columns(rows.inference(output), from));
        }
        if (rows.penalised() > 0) {
            System.arraycopy(epilogue.bias(), 0, penalised.bias(), 0, count);
            penalised.forwardAlone(Strip.columns(rows.penalised(output), from));
        }
        if (rows.learning() > 0) {
            epilogue.forwardAlone(Strip.columns(rows.learning(output), from));
        }
    }

    private void multiply(RowRange input, RowRange output) {
        Blas.multiply(
                input.count(),
                count,
                shape.inputs(),
                input.matrix().from(input.from(), 0),
                weights.from(from, 0).turned(),
                output.matrix().from(output.from(), from));
    }

    /** Turns these units' columns of the gradient at the output into those of the gradient behind the weights. */
    void backward(RowRange delta, Rows rows) {
        penalised.backwardAlone(Strip.columns(rows.penalised(delta), from));
        epilogue.backwardAlone(Strip.columns(rows.learning(delta), from));
    }

    /** Computes these units' columns of the change of the output of all penalised rows. */
    void change(RowRange input, RowRange output) {
        multiply(input, output);
        penalised.multiplyBySlopes(Strip.columns(output, from));
    }

    /** Updates these units' parameters; the weights' gradient is computed panel by panel and used at once. */
    void update(RowRange input, NativeMatrix delta, Adam adam) {
        int inputs = shape.inputs();
        for (int unit = 0; unit < count; unit += weightGradient.rows()) {
            int panel = Math.min(weightGradient.rows(), count - unit);
            Blas.multiply(
                    panel,
                    inputs,
                    input.count(),
                    delta.from(0, from + unit).turned(),
                    input.matrix().from(input.from(), 0),
                    weightGradient.from(0, 0));
            weightParameters.update(unit * inputs, panel * inputs, weightGradient, 0, adam, scratch);
        }
        if (biasParameters != null) {
            biasParameters.update(epilogue.biasGradient(), adam, scratch);
        }
        if (norm != null) {
            norm.update(adam, scratch);
        }
    }
}
