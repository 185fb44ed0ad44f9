package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A convolution of stride 1 by the convolution theorem: a product for each frequency where {@link Taps} has one for each tap, a
 * fifth as many for a window of 5 x 5 over 7 x 7.
 *
 * <p>The planes are small, so that the transforms are matrix products too ({@link Frequencies}): memory keeps position after
 * position, and a row of a transform adds up positions. A complex frequency is a pair of real rows; its product is four
 * real ones, which the way back adds up.
 */
final class Fourier implements Products {
    private static final int COLUMNS_OF_TASK = 1024;
    private static final double WORTH = 0.6; // of the arithmetic: it rounds more coarsely, and its products are smaller

    private final Frequencies frequencies;
    private final Weights weights;
    private final NativeMatrix ofSmall; // [rows * images, small channels]
    private final NativeMatrix ofLarge; // [turned rows * images, large channels]
    private final NativeMatrix blocks; // [blocks * images, channels], of the side that is computed
    private final int images;

    Fourier(Weights weights, int images) {
        this.frequencies = weights.frequencies;
        this.weights = weights;
        this.images = images;
        this.ofSmall = new NativeMatrix(frequencies.rows() * images, weights.small);
        this.ofLarge = new NativeMatrix(frequencies.turnedRows() * images, weights.large);
        this.blocks = new NativeMatrix(frequencies.blocks() * images, Math.max(weights.small, weights.large));
    }

    /** Whether it takes much less arithmetic than a product for each tap does. */
    static boolean pays(Frequencies frequencies, TapList list, Form form) {
        double small = form.growing() ? form.in().channels() : form.out().channels();
        double large = form.growing() ? form.out().channels() : form.in().channels();
        long meetings = list.pieces().stream().mapToInt(TapList.Piece::run).sum();
        double transforms =
                (double) frequencies.ofSmall().columns() * (frequencies.rows() * small + frequencies.blocks() * large);
        return frequencies.blocks() * small * large + transforms < WORTH * meetings * small * large;
    }

    /** The weights of a layer at each frequency, and their gradient likewise. */
    static final class Weights {
        private final Frequencies frequencies;
        private final int small;
        private final int large;
        private final int taps;
        private final NativeMatrix memory; // [pairs of channels, taps]
        private final NativeMatrix gradient; // likewise
        private final Parameters parameters;
        private final NativeMatrix transformed; // [rows * small, large]
        private final NativeMatrix transformedGradient;

        Weights(MultiLayerNetwork network, int layer, int small, int large, Frequencies frequencies) {
            this.frequencies = frequencies;
            this.small = small;
            this.large = large;
            this.taps = frequencies.ofTaps().columns();
            this.memory = new NativeMatrix(network.getParam(layer + "_W"), taps);
            this.gradient = new NativeMatrix(small * large, taps);
            this.parameters = new Parameters(network, layer, "W", 0);
            this.transformed = new NativeMatrix(frequencies.rows() * small, large);
            this.transformedGradient = new NativeMatrix(frequencies.rows() * small, large);
        }

        /** Takes the weights from DL4J's memory. */
        Phases load() {
            return columns(
                    small * large,
                    (first, count) -> Blas.product(
                            frequencies.rows(),
                            count,
                            taps,
                            frequencies.ofTaps().from(0, 0),
                            memory.from(first, 0).turned(),
                            transformed.at(first, small * large),
                            false));
        }

        /** Updates DL4J's weights by the gradient at each frequency. */
        Phases update(Supplier<Adam> adam) {
            return columns(small * large, (first, count) -> {
                var back = Blas.product(
                        count,
                        taps,
                        frequencies.rows(),
                        transformedGradient.at(first, small * large).turned(),
                        frequencies.ofTaps().from(0, 0),
                        gradient.from(first, 0),
                        false);
                return () -> {
                    back.run();
                    parameters.update(
                            first * taps, count * taps, gradient, first * taps, adam.get(), new Parameters.Scratch());
                };
            });
        }
    }

    private interface Work {
        Runnable on(int first, int count);
    }

    private static Phases columns(int all, Work work) {
        return Phases.of(IntStream.iterate(0, first -> first < all, first -> first + COLUMNS_OF_TASK)
                .mapToObj(first -> work.on(first, Math.min(COLUMNS_OF_TASK, all - first))));
    }

    private interface AtFrequency {
        Runnable at(Frequencies.Frequency frequency);
    }

    private Phases each(AtFrequency work) {
        return Phases.of(frequencies.all().stream().map(work::at));
    }

    private interface Columns {
        Blas.Operand from(int first);
    }

    /** Each row of a transform adds up positions of a side. */
    private Phases transform(NativeMatrix by, Signal side, NativeMatrix target) {
        int length = images * target.columns();
        return multiply(by, length, side::positions, first -> target.at(first, length));
    }

    /** Each position of a side adds up blocks. */
    private Phases comeBack(NativeMatrix by, int channels, Signal side) {
        int length = images * channels;
        return multiply(by, length, first -> blocks.at(first, length), side::positions);
    }

    private static Phases multiply(NativeMatrix by, int length, Columns x, Columns y) {
        return columns(
                length,
                (first, count) -> Blas.product(
                        by.rows(), count, by.columns(), by.from(0, 0), x.from(first), y.from(first), false));
    }

    @Override
    public Phases toLarge(Signal small, Signal large) {
        var products = each(frequency ->
                blocks(frequency, ofSmall.from(frequency.row() * images, 0), weights.small, weights.large, false));
        return transform(frequencies.ofSmall(), small, ofSmall)
                .then(products)
                .then(comeBack(frequencies.toLarge(), weights.large, large));
    }

    @Override
    public Phases toSmall(Signal large, Signal small) {
        var products = each(frequency ->
                blocks(frequency, ofLarge.from(frequency.turnedRow() * images, 0), weights.large, weights.small, true));
        return transform(frequencies.ofLarge(), large, ofLarge)
                .then(products)
                .then(comeBack(frequencies.toSmall(), weights.small, small));
    }

    /** The real and the imaginary rows of a side, times the weights' real matrix and times their imaginary one. */
    private Runnable blocks(Frequencies.Frequency frequency, Blas.Operand side, int from, int to, boolean turned) {
        int rows = frequency.parts() * images;
        var products = new Runnable[frequency.parts()];
        for (int part = 0; part < products.length; part++) {
            var matrix = weights.transformed.from((frequency.row() + part) * weights.small, 0);
            var target = blocks.at((long) (frequency.block() * images + part * rows) * to, to);
            products[part] = Blas.product(rows, to, from, side, turned ? matrix.turned() : matrix, target, false);
        }
        return Phases.task(products);
    }

    @Override
    public Phases gradient(Signal small, Signal large, boolean added) {
        return each(frequency -> gradient(frequency, added));
    }

    /** The real part of the gradient meets the real and imaginary rows, the imaginary part the same turned by a quarter. */
    private Runnable gradient(Frequencies.Frequency frequency, boolean added) {
        var products = new Runnable[frequency.parts()];
        for (int part = 0; part < products.length; part++) {
            products[part] = Blas.product(
                    weights.small,
                    weights.large,
                    frequency.parts() * images,
                    ofSmall.from(frequency.row() * images, 0).turned(),
                    ofLarge.from((frequency.turnedRow() + part) * images, 0),
                    weights.transformedGradient.from((frequency.row() + part) * weights.small, 0),
                    added);
        }
        return Phases.task(products);
    }
}
