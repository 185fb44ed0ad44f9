package io.github.gan4j.train.fused;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
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

    FusedConvolution(MultiLayerNetwork network, LayerShape shape, Plane in, Plane out, int images, int trainingImages) {
        this.network = network;
        this.shape = shape;
        this.in = in;
        this.out = out;
        this.weights = new ConvolutionWeights(network, shape, in, out);
        this.bias = shape.hasBias() ? new Parameters(network, shape.index(), "b", 0) : null;
        this.dropout = shape.dropout();
        int channels = shape.form().out().channels();
        this.output = new NativeMatrix(images * out.size(), channels);
        this.delta = new NativeMatrix(Math.max(1, trainingImages) * out.size(), channels);
    }

    /** What one pass over so many images keeps; all of them train, or none. */
    private final class Pass {
        private final int images;
        private final Products products;
        private final ImageTiles tiles;
        private final @Nullable BatchNorm norm;
        private final @Nullable Unfolding unfolding;
        private final @Nullable PixelPlanes planes;

        Pass(int images, boolean trains) {
            var lanes = Lanes.of(shape.form().out().channels(), images);
            this.images = images;
            this.planes = weights.planes(images);
            this.products = planes == null ? weights.products(images) : weights.products(planes);
            this.norm = shape.hasNorm() ? new BatchNorm(network, shape.norm(), 0, lanes) : null;
            this.tiles = new ImageTiles(shape, norm, dropout, lanes, out, images, trains);
            this.unfolding = shape.form().pixels() ? weights.unfolding(images) : null;
        }

        private Signal delta() {
            return Signal.of(gradient(images), out.size());
        }

        private Signal input(RowRange from) {
            return unfolding == null ? Signal.of(from, in.size()) : unfolding.signal();
        }

        private Phases multiply(Signal from, Signal to, boolean growing) {
            return growing ? products.toLarge(from, to) : products.toSmall(from, to);
        }

        Phases forward(RowRange from, RowRange to) {
            var y = Signal.of(to, out.size());
            var before = unfolding == null ? Phases.NONE : unfolding.unfold(from);
            var biases = planes == null ? Phases.NONE : planes.begin(from, y);
            return before.beside(biases)
                    .then(multiply(input(from), y, shape.form().growing()))
                    .then(tiles.forward(y, bias));
        }

        Phases backward() {
            return tiles.backward(delta());
        }

        Phases inputGradient(RowRange target) {
            if (unfolding == null) {
                return multiply(
                        delta(), Signal.of(target, in.size()), !shape.form().growing());
            }
            return multiply(delta(), unfolding.signal(), true)
                    .then(unfolding.fold())
                    .then(unfolding.write(target));
        }

        Phases update(RowRange from, Supplier<Adam> adam) {
            var x = input(from);
            return shape.form().growing() ? products.update(x, delta(), adam) : products.update(delta(), x, adam);
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
    public Phases forward(RowRange from, RowRange to, int trainingImages) {
        int others = from.count() - trainingImages;
        var phases = weights.load();
        if (others > 0) {
            var pass = inference.computeIfAbsent(others, count -> new Pass(count, false));
            phases = phases.then(pass.forward(from.part(0, others), to.part(0, others)));
        }
        if (trainingImages > 0) {
            var pass = training.computeIfAbsent(trainingImages, count -> new Pass(count, true));
            phases = phases.then(pass.forward(from.part(others, trainingImages), to.part(others, trainingImages)));
        }
        return phases;
    }

    @Override
    public RowRange gradient(int trainingImages) {
        return new RowRange(delta, 0, trainingImages);
    }

    @Override
    public Phases backward(int trainingImages) {
        return training.get(trainingImages).backward();
    }

    @Override
    public Phases inputGradient(RowRange target) {
        return training.get(target.count()).inputGradient(target);
    }

    @Override
    public Phases update(RowRange input, Supplier<Adam> adam) {
        var pass = training.get(input.count());
        return pass.update(input, adam).beside(Phases.of(() -> updateOthers(pass, adam.get())));
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
