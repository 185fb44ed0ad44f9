package io.github.gan4j.train.fused;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/** A transposed convolution from an image to rows of pixels, where a generator ends. */
final class FusedPixels implements FusedLayer {
    private final LayerShape shape;
    private final Plane in;
    private final Plane out;
    private final ConvolutionWeights weights;
    private final @Nullable Parameters bias;
    private final int threads;
    private final NativeMatrix output; // [images, pixels]
    private final NativeMatrix delta; // [training images, pixels], the gradient before the activation
    private final Map<Integer, Pass> inference = new HashMap<>(); // by the number of images
    private final Map<Integer, Pass> training = new HashMap<>();

    FusedPixels(MultiLayerNetwork network, LayerShape shape, Plane in, Plane out, Rows most, int threads) {
        this.shape = shape;
        this.in = in;
        this.out = out;
        this.weights = new ConvolutionWeights(network, shape, in, out);
        this.bias = shape.hasBias() ? new Parameters(network, shape.index(), "b", 0) : null;
        this.threads = FusedDense.parts(shape.units(), threads);
        this.output = new NativeMatrix(most.count(), shape.units());
        this.delta = new NativeMatrix(Math.max(1, most.training()), shape.units());
    }

    /** What one pass over so many images keeps; all of them train, or none. */
    private final class Pass {
        private final Products products;
        private final Unfolding unfolding;
        private final Epilogue[] epilogues; // of some neighbouring pixels each

        Pass(int images, boolean trains) {
            this.products = weights.products(images);
            this.unfolding = weights.unfolding(images);
            this.epilogues = new Epilogue[threads];
            for (int i = 0; i < threads; i++) {
                epilogues[i] = new Epilogue(shape, null, null, from(i + 1) - from(i), trains ? images : 0);
            }
        }

        Phases forward(RowRange from, RowRange to, boolean trains) {
            return products.toLarge(Signal.of(from, in.size()), unfolding.signal())
                    .then(unfolding.fold())
                    .then(each(part -> finish(part, to, trains)));
        }

        private void finish(int part, RowRange to, boolean trains) {
            var epilogue = epilogues[part];
            unfolding.write(to, from(part), from(part + 1) - from(part));
            loadBias(epilogue.bias(), from(part));
            var rows = Strip.columns(to, from(part));
            if (trains) {
                epilogue.forwardAlone(rows);
            } else {
                epilogue.infer(rows);
            }
        }
    }

    /** The first pixel of a part. */
    private int from(int part) {
        return shape.units() * part / threads;
    }

    private interface Work {
        void on(int part);
    }

    private Phases each(Work work) {
        return Phases.of(IntStream.range(0, threads).mapToObj(part -> () -> work.on(part)));
    }

    private void loadBias(float[] target, int from) {
        if (bias != null) {
            var ofChannels = new float[shape.form().out().channels()];
            bias.get(ofChannels);
            for (int i = 0; i < target.length; i++) {
                target[i] = ofChannels[(from + i) / out.size()];
            }
        }
    }

    @Override
    public int units() {
        return shape.units();
    }

    @Override
    public RowRange last(int images) {
        return new RowRange(output, output.rows() - images, images);
    }

    @Override
    public Phases forward(RowRange from, RowRange to, Rows rows) {
        return weights.load()
                .then(forward(inference, false, rows.inference(from), rows.inference(to)))
                .then(forward(training, true, rows.learning(from), rows.learning(to)));
    }

    private Phases forward(Map<Integer, Pass> passes, boolean trains, RowRange from, RowRange to) {
        return from.count() == 0
                ? Phases.NONE
                : passes.computeIfAbsent(from.count(), count -> new Pass(count, trains))
                        .forward(from, to, trains);
    }

    @Override
    public RowRange gradient(int trainingImages) {
        return new RowRange(delta, 0, trainingImages);
    }

    @Override
    public Phases backward(Rows rows) {
        var pass = training.get(rows.learning());
        var gradient = gradient(rows.learning());
        return each(part -> pass.epilogues[part].backwardAlone(Strip.columns(gradient, from(part))))
                .then(pass.unfolding.unfold(gradient));
    }

    @Override
    public Phases inputGradient(RowRange target, Rows rows) {
        var pass = training.get(target.count());
        return pass.products.toSmall(pass.unfolding.signal(), Signal.of(target, in.size()));
    }

    @Override
    public Phases update(RowRange input, Rows rows, Supplier<Adam> adam) {
        var pass = training.get(input.count());
        return pass.products
                .gradient(Signal.of(input, in.size()), pass.unfolding.signal(), false)
                .then(weights.update(adam))
                .beside(Phases.of(() -> updateBias(pass, adam.get())));
    }

    private void updateBias(Pass pass, Adam adam) {
        if (bias == null) {
            return;
        }
        var gradient = new float[shape.form().out().channels()];
        for (int part = 0; part < threads; part++) {
            var ofPixels = pass.epilogues[part].biasGradient();
            for (int i = 0; i < ofPixels.length; i++) {
                gradient[(from(part) + i) / out.size()] += ofPixels[i];
            }
        }
        bias.update(gradient, adam, new Parameters.Scratch());
    }
}
