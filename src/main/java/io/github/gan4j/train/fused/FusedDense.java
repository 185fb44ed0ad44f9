package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/** A dense layer, its units shared out among the cores. */
final class FusedDense implements FusedLayer {
    private static final int FEWEST_UNITS = 64; // below that a product is not worth a core of its own

    private final LayerShape shape;
    private final int threads;
    private final DenseSlice[] slices;
    private final @Nullable Dropout dropout;
    private final NativeMatrix weights; // [units, inputs]
    private final NativeMatrix output; // [rows, units]
    private final NativeMatrix delta; // [training rows, units], the gradient before the activation

    FusedDense(MultiLayerNetwork network, LayerShape shape, Rows most, int threads) {
        this.shape = shape;
        this.threads = threads;
        this.dropout = shape.dropout();
        this.slices = new DenseSlice[parts(shape.units(), threads)];
        for (int i = 0; i < slices.length; i++) {
            int from = shape.units() * i / slices.length;
            int end = shape.units() * (i + 1) / slices.length;
            slices[i] = new DenseSlice(network, shape, dropout, from, end - from, most);
        }
        this.weights = new NativeMatrix(network.getParam(shape.index() + "_W"), shape.inputs());
        this.output = new NativeMatrix(most.count(), shape.units());
        this.delta = new NativeMatrix(Math.max(1, most.training()), shape.units()); // ND4J has no memory without rows
    }

    /** Into how many parts so many units are shared out. */
    static int parts(int units, int threads) {
        return Math.max(1, Math.min(threads, units / FEWEST_UNITS));
    }

    @Override
    public int units() {
        return shape.units();
    }

    @Override
    public RowRange last(int rows) {
        return new RowRange(output, output.rows() - rows, rows);
    }

    /** Copies the last rows, as many as the target has, where this layer has one unit. */
    void getLast(float[] target) {
        output.get(output.rows() - target.length, target, target.length);
    }

    @Override
    public Phases forward(RowRange from, RowRange to, Rows rows) {
        return tasks(slice -> slice.forward(from, to, rows));
    }

    @Override
    public RowRange gradient(int training) {
        return new RowRange(delta, 0, training);
    }

    @Override
    public Phases backward(Rows rows) {
        return tasks(slice -> slice.backward(gradient(rows.training()), rows));
    }

    /** Begins with the gradient at each row, where this is the last layer and has one unit. */
    void startBackward(float[] gradient, Rows rows) {
        delta.put(0, gradient, gradient.length);
        slices[0].backward(gradient(gradient.length), rows);
    }

    @Override
    public Phases change(RowRange from, RowRange to) {
        return tasks(slice -> slice.change(from, to));
    }

    @Override
    public Phases inputGradient(RowRange target, Rows rows) {
        int inputs = target.matrix().columns(); // without those of labels, which nobody learns from
        int parts = parts(inputs, threads);
        return Phases.of(IntStream.range(0, parts).mapToObj(part -> {
            int from = inputs * part / parts;
            return Blas.product(
                    target.count(),
                    inputs * (part + 1) / parts - from,
                    shape.units(),
                    delta.from(0, 0),
                    weights.from(0, from),
                    target.matrix().from(target.from(), from),
                    false);
        }));
    }

    @Override
    public Phases update(RowRange input, Rows rows, Supplier<Adam> adam) {
        return tasks(slice -> slice.update(input, delta, adam.get()));
    }

    @Override
    public void drawMasks(RandomGenerator random) {
        if (dropout != null) {
            dropout.draw(random);
        }
    }

    private interface Work {
        void on(DenseSlice slice);
    }

    private Phases tasks(Work work) {
        return Phases.of(Stream.of(slices).map(slice -> () -> work.on(slice)));
    }
}
