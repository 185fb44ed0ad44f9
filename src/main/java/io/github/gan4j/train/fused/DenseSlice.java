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
    private final NativeMatrix weightGradient; // [panel, inputs]
    private final Parameters.Scratch scratch = new Parameters.Scratch();

    DenseSlice(
            MultiLayerNetwork network,
            LayerShape shape,
            @Nullable Dropout dropout,
            int from,
            int count,
            int trainingRows) {
        this.shape = shape;
        this.from = from;
        this.count = count;
        int inputs = shape.inputs();
        this.weights = new NativeMatrix(network.getParam(shape.index() + "_W"), inputs);
        this.weightParameters = new Parameters(network, shape.index(), "W", from * inputs);
        this.biasParameters = shape.hasBias() ? new Parameters(network, shape.index(), "b", from) : null;
        this.norm = shape.hasNorm() ? new BatchNorm(network, shape.norm(), from, new Lanes(count, 1)) : null;
        this.epilogue = new Epilogue(shape, norm, dropout, count, trainingRows);
        int panel = Math.min(count, Math.max(1, PANEL_BYTES / Float.BYTES / inputs));
        this.weightGradient = new NativeMatrix(panel, inputs);
    }

    /** Computes these units' columns of the output; so many rows at the end train. */
    void forward(RowRange input, RowRange output, int training) {
        int rows = input.count();
        Blas.multiply(
                rows,
                count,
                shape.inputs(),
                input.matrix().from(input.from(), 0),
                weights.from(from, 0).turned(),
                output.matrix().from(output.from(), from));
        if (biasParameters != null) {
            biasParameters.get(epilogue.bias());
        }
        var strip = Strip.columns(output, from);
        int others = rows - training;
        if (others > 0) {
            if (norm != null) {
                norm.useMoving();
            }
            epilogue.infer(strip.part(0, others));
        }
        if (training > 0) {
            epilogue.forwardAlone(strip.part(others, training));
        }
    }

    /** Computes these units' columns of the gradient behind the weights, from the one that the next layer has. */
    Runnable backward(FusedLayer next, RowRange delta) {
        var gradient = next.inputGradient(delta, from, count);
        return () -> {
            gradient.run();
            epilogue.backwardAlone(Strip.columns(delta, from));
        };
    }

    /** Starts the way back at a layer of one unit, with nothing behind it. */
    void startBackward(RowRange delta) {
        epilogue.backwardAlone(Strip.columns(delta, from));
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
            weightParameters.update(unit * inputs, panel * inputs, weightGradient, adam, scratch);
        }
        if (biasParameters != null) {
            biasParameters.update(epilogue.biasGradient(), adam, scratch);
        }
        if (norm != null) {
            norm.update(adam, scratch);
        }
    }
}
