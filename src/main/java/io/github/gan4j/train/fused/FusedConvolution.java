package io.github.gan4j.train.fused;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/** A convolution from an image, or from rows of pixels, to an image, or a transposed one between images. */
final class FusedConvolution implements FusedLayer {
    private final MultiLayerNetwork network;
    private final LayerShape shape;
    private final Plane in;
    private final Plane out;
    private final ConvolutionWeights weights;
    private final @Nullable Parameters bias;
    private final @Nullable Dropout dropout;
    private final NativeMatrix output; // [images * positions, channels]
    private final NativeMatrix delta; // [training images * positions, channels], the gradient behind the weights
    private final Map<Integer, Pass> inference = new HashMap<>(); // by the number of images
    private final Map<Integer, Pass> training = new HashMap<>();

    FusedConvolution(MultiLayerNetwork network, LayerShape shape, Plane in, Plane out, Rows most) {
        this.network = network;
        this.shape = shape;
        this.in = in;
        this.out = out;
        this.weights = new ConvolutionWeights(network, shape, in, out);
        this.bias = shape.hasBias() ? new Parameters(network, shape.index(), "b", 0) : null;
        this.dropout = shape.dropout();
        int channels = shape.form().out().channels();
        this.output = new NativeMatrix(most.count() * out.size(), channels);
        this.delta = new NativeMatrix(Math.max(1, most.training()) * out.size(), channels);
    }

    /** What one pass over so many images keeps; all of them train, or none. */
    private final class Pass {
        private final Products products;
        private final ImageTiles tiles;
        private final @Nullable BatchNorm norm;
        private final @Nullable Unfolding unfolding;
        private final @Nullable PixelPlanes planes;

        Pass(int images, boolean trains) {
            var lanes = Lanes.of(shape.form().out().channels(), images);
            this.planes = weights.planes(images);
            this.products = planes == null ? weights.products(images) : weights.products(planes);
            this.norm = shape.hasNorm() ? new BatchNorm(network, shape.norm(), 0, lanes) : null;
            this.tiles = new ImageTiles(shape, norm, dropout, lanes, out, images, trains);
            this.unfolding = shape.form().pixels() ? weights.unfolding(images) : null;
        }

        private Signal input(RowRange from) {
            return unfolding == null ? Signal.of(from, in.size()) : unfolding.signal();
        }

        private Phases multiply(Signal from, Signal to, boolean growing) {
            return growing ? products.toLarge(from, to) : products.toSmall(from, to);
        }

        /** The products alone. */
        private Phases multiply(RowRange from, Signal y) {
            var before = unfolding == null ? Phases.NONE : unfolding.unfold(from);
            var biases = planes == null ? Phases.NONE : planes.begin(from, y);
            return before.beside(biases)
                    .then(multiply(input(from), y, shape.form().growing()));
        }

        Phases forward(RowRange from, RowRange to) {
            var y = Signal.of(to, out.size());
            return multiply(from, y).then(tiles.forward(y, bias));
        }

        Phases change(RowRange from, RowRange to) {
            var y = Signal.of(to, out.size());
            return multiply(from, y).then(tiles.multiplyBySlopes(y));
        }

        Phases backward(RowRange gradient) {
            return tiles.backward(Signal.of(gradient, out.size()));
        }

        Phases inputGradient(RowRange gradient, RowRange target) {
            var y = Signal.of(gradient, out.size());
            if (unfolding == null) {
                return multiply(y, Signal.of(target, in.size()), !shape.form().growing());
            }
            return multiply(y, unfolding.signal(), true).then(unfolding.fold()).then(unfolding.write(target));
        }

        /** Computes the weights' gradient, or adds to it. */
        Phases weightGradient(RowRange from, RowRange gradient, boolean added) {
            var x = input(from);
            var y = Signal.of(gradient, out.size());
            return shape.form().growing() ? products.gradient(x, y, added) : products.gradient(y, x, added);
        }
    }

    @Override
    public int units() {
        return shape.units();
    }

    @Override
    public RowRange last(int images) {
        return new RowRange(output, output.rows() / out.size() - images, images);
    }

    @Override
    public Phases forward(RowRange from, RowRange to, Rows rows) {
        return weights.load()
                .then(forward(inference, false, rows.inference(from), rows.inference(to)))
                .then(forward(training, true, rows.penalised(from), rows.penalised(to)))
                .then(forward(training, true, rows.learning(from), rows.learning(to)));
    }

    private Phases forward(Map<Integer, Pass> passes, boolean trains, RowRange from, RowRange to) {
        return from.count() == 0
                ? Phases.NONE
                : passes.computeIfAbsent(from.count(), count -> new Pass(count, trains))
                        .forward(from, to);
    }

    @Override
    public RowRange gradient(int trainingImages) {
        return new RowRange(delta, 0, trainingImages);
    }

    private interface Work {
        Phases on(Pass pass, UnaryOperator<RowRange> part);
    }

    /** For the images that are penalised and for those that learn, which have a pass each. */
    private Phases each(Rows rows, Work work) {
        var penalised = rows.penalised() == 0 ? Phases.NONE : work.on(training.get(rows.penalised()), rows::penalised);
        var learning = rows.learning() == 0 ? Phases.NONE : work.on(training.get(rows.learning()), rows::learning);
        return penalised.beside(learning);
    }

    @Override
    public Phases backward(Rows rows) {
        var gradient = gradient(rows.training());
        return each(rows, (pass, part) -> pass.backward(part.apply(gradient)));
    }

    @Override
    public Phases inputGradient(RowRange target, Rows rows) {
        var gradient = gradient(rows.training());
        return each(rows, (pass, part) -> pass.inputGradient(part.apply(gradient), part.apply(target)));
    }

    @Override
    public Phases change(RowRange from, RowRange to) {
        return training.get(from.count()).change(from, to);
    }

    @Override
    public Phases update(RowRange input, Rows rows, Supplier<Adam> adam) {
        var pass = training.get(rows.learning());
        var gradient = gradient(rows.training());
        var phases = pass.weightGradient(rows.learning(input), rows.learning(gradient), false);
        if (rows.penalised() > 0) {
            phases = phases.then(training.get(rows.penalised())
                    .weightGradient(rows.penalised(input), rows.penalised(gradient), true));
        }
        return phases.then(weights.update(adam)).beside(Phases.of(() -> updateOthers(pass, adam.get())));
    }

    private void updateOthers(Pass pass, Adam adam) {
        var scratch = new Parameters.Scratch();
        if (bias != null) {
            bias.update(pass.tiles.biasGradient(), adam, scratch);
        }
        if (pass.norm != null) {
            pass.norm.update(adam, scratch);
        }
    }

    @Override
    public void drawMasks(RandomGenerator random) {
        if (dropout != null) {
            dropout.draw(random);
        }
    }
}
