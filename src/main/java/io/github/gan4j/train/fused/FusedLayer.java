package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** One dense layer, its units shared out among the cores; its work comes as tasks that may run at the same time. */
final class FusedLayer {
    private static final int FEWEST_UNITS = 64; // below that a product is not worth a core of its own

    private final LayerShape shape;
    private final LayerSlice[] units;
    private final NativeMatrix weights; // [units, inputs]
    private final NativeMatrix output; // [rows, units]
    private final NativeMatrix delta; // [training rows, units], the gradient before the activation

    FusedLayer(MultiLayerNetwork network, LayerShape shape, int rows, int trainingRows, int threads) {
        this.shape = shape;
        this.units = new LayerSlice[parts(shape.units(), threads)];
        for (int i = 0; i < units.length; i++) {
            int from = shape.units() * i / units.length;
            int end = shape.units() * (i + 1) / units.length;
            units[i] = new LayerSlice(network, shape, from, end - from, rows, trainingRows);
        }
        this.weights = new NativeMatrix(network.getParam(shape.dense() + "_W"), shape.inputs());
        this.output = new NativeMatrix(rows, shape.units());
        this.delta = new NativeMatrix(Math.max(1, trainingRows), shape.units()); // ND4J has no memory without rows
    }

    /** Into how many parts so many units are shared out. */
    static int parts(int units, int threads) {
        return Math.max(1, Math.min(threads, units / FEWEST_UNITS));
    }

    int inputs() {
        return shape.inputs();
    }

    int units() {
        return shape.units();
    }

    /** So many last rows of its output: those that train are the last ones, whatever comes before them. */
    RowRange last(int rows) {
        return new RowRange(output, output.rows() - rows, rows);
    }

    /** Copies the last rows, as many as the target has, where this layer has one unit. */
    void getLast(float[] target) {
        output.get(output.rows() - target.length, target, target.length);
    }

    Runnable[] forward(RowRange from, RowRange to, int trainingRows) {
        return tasks(part -> part.forward(from, to, trainingRows));
    }

    Runnable[] backward(FusedLayer next, int trainingRows) {
        return tasks(part -> part.backward(next.delta, next.weights, delta, trainingRows));
    }

    /** The loss's gradient at each row, where this is the last layer and has one unit. */
    void startBackward(float[] gradient) {
        units[0].startBackward(gradient, delta);
    }

    Runnable[] update(RowRange from, Supplier<Adam> adam) {
        return tasks(part -> part.update(from, delta, adam.get()));
    }

    private interface Work {
        void on(LayerSlice part);
    }

    private Runnable[] tasks(Work work) {
        var tasks = new Runnable[units.length];
        for (int i = 0; i < units.length; i++) {
            var part = units[i];
            tasks[i] = () -> work.on(part);
        }
        return tasks;
    }
}
