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
    private final TapList list;
    private final TapWeights weights;
    private final Taps taps;
    private final @Nullable Parameters biasParameters;
    private final @Nullable Dropout dropout;
    private final NativeMatrix output; // [images * positions, channels]
    private final NativeMatrix delta; // [training images * positions, channels], the gradient behind the weights
    private final Map<Integer, Pass> inference = new HashMap<>(); // by the number of images
    private final Map<Integer, Pass> training = new HashMap<>();

    FusedConvolution(MultiLayerNetwork network, LayerShape shape, Plane in, Plane out, int images, int trainingImages) {
        var form = shape.form();
        this.network = network;
        this.shape = shape;
        this.in = in;
        this.out = out;
        this.list = form.growing() ? TapList.of(in, out, form.kernel()) : TapList.of(out, in, form.kernel());
        this.weights = shape.tapWeights(network);
        this.taps = new Taps(form.pixels() ? TapList.pointwise(out.size()) : list, weights);
        this.biasParameters = shape.hasBias() ? new Parameters(network, shape.index(), "b", 0) : null;
        this.dropout = shape.dropout();
        int channels = form.out().channels();
        this.output = new NativeMatrix(images * out.size(), channels);
        this.delta = new NativeMatrix(Math.max(1, trainingImages) * out.size(), channels);
    }

    /** What one pass over so many images keeps; all of them train, or none. */
    private final class Pass {
        private final int images;
        private final ImageTiles tiles;
        private final @Nullable BatchNorm norm;
        private final @Nullable Unfolding unfolding;

        Pass(int images, boolean trains) {
            var lanes = Lanes.of(shape.form().out().channels(), images);
            this.images = images;
            this.norm = shape.hasNorm() ? new BatchNorm(network, shape.norm(), 0, lanes) : null;
            this.tiles = new ImageTiles(shape, norm, dropout, lanes, out, images, trains);
            this.unfolding = shape.form().pixels()
                    ? new Unfolding(list, out, in, shape.form().in().channels(), images)
                    : null;
        }

        Signal delta() {
            return signal(new RowRange(delta, 0, images));
        }

        private Signal input(RowRange from) {
            return unfolding == null ? Signal.of(from, in.size()) : unfolding.signal();
        }

        Phases forward(RowRange from, RowRange to) {
            var x = input(from);
            var y = signal(to);
            var before = unfolding == null ? Phases.NONE : unfolding.unfold(from);
            return before.then(tiles.forward(
                    y,
                    biasParameters,
                    (first, count) -> product(x, y, shape.form().growing(), first, count)));
        }
    }

    private Signal signal(RowRange images) {
        return Signal.of(images, out.size());
    }

    private Runnable product(Signal from, Signal to, boolean growing, int first, int count) {
        return growing ? taps.toLarge(from, to, first, count) : taps.toSmall(from, to, first, count);
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
    public Phases backward(FusedLayer next, int trainingImages) {
        var pass = training.get(trainingImages);
        var target = new RowRange(delta, 0, trainingImages);
        return pass.tiles.backward(pass.delta(), (first, count) -> next.inputGradient(target, first, count));
    }

    @Override
    public Phases prepareInputGradient(int trainingImages) {
        var pass = training.get(trainingImages);
        if (pass.unfolding == null) {
            return Phases.NONE;
        }
        var unfolded = pass.unfolding.signal();
        return pass.tiles
                .each((first, count) -> taps.toLarge(pass.delta(), unfolded, first, count))
                .then(pass.unfolding.fold());
    }

    @Override
    public Runnable inputGradient(RowRange target, int from, int count) {
        var pass = training.get(target.count());
        if (pass.unfolding != null) {
            return () -> pass.unfolding.write(target, from, count);
        }
        return product(pass.delta(), Signal.of(target, in.size()), !shape.form().growing(), from, count);
    }

    @Override
    public Phases update(RowRange input, Supplier<Adam> adam) {
        var pass = training.get(input.count());
        var x = pass.input(input);
        var gradient = shape.form().growing() ? taps.gradient(x, pass.delta()) : taps.gradient(pass.delta(), x);
        return gradient.then(weights.update(adam).beside(Phases.of(() -> updateOthers(pass, adam.get()))));
    }

    private void updateOthers(Pass pass, Adam adam) {
        var scratch = new Parameters.Scratch();
        if (biasParameters != null) {
            biasParameters.update(pass.tiles.biasGradient(), adam, scratch);
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
