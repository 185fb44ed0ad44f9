package io.github.gan4j.train.fused;

import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/** A convolution's weights in the form that its products want, and the products for so many images. */
final class ConvolutionWeights {
    private final Form form;
    private final Plane small;
    private final Plane large;
    private final TapList list;
    private final @Nullable TapWeights taps;
    private final Fourier.@Nullable Weights frequencies;

    ConvolutionWeights(MultiLayerNetwork network, LayerShape shape, Plane in, Plane out) {
        this.form = shape.form();
        this.small = form.growing() ? in : out;
        this.large = form.growing() ? out : in;
        this.list = TapList.of(small, large, form.kernel());
        int ofIn = form.in().channels();
        int ofOut = form.out().channels();
        int ofSmall = form.growing() ? ofIn : ofOut;
        int ofLarge = form.growing() ? ofOut : ofIn;
        var basis = form.kernel().stride() == 1 && !form.pixels() ? Frequencies.of(small, form.kernel()) : null;
        boolean pays = basis != null && Fourier.pays(basis, list, form);
        this.frequencies = pays ? new Fourier.Weights(network, shape.index(), ofSmall, ofLarge, basis) : null;
        this.taps = pays ? null : new TapWeights(network, shape.index(), ofSmall, ofLarge, form.planes(), list.taps());
    }

    /** Takes the weights as they are now, before each way forward. */
    Phases load() {
        return taps == null ? frequencies.load() : taps.load();
    }

    /** Updates DL4J's weights by the gradient that products have computed. */
    Phases update(Supplier<Adam> adam) {
        return taps == null ? frequencies.update(adam) : taps.update(adam);
    }

    Products products(int images) {
        if (taps == null) {
            return new Fourier(frequencies, images);
        }
        return form.pixels() ? new PixelTaps(taps, small, null) : new Taps(list, taps, small, large);
    }

    /** The products of rows of pixels that have planes behind them. */
    Products products(PixelPlanes planes) {
        return new PixelTaps(taps, small, planes);
    }

    /** The planes behind rows of pixels, where there are any. */
    @Nullable
    PixelPlanes planes(int images) {
        return form.planes() == 0
                ? null
                : new PixelPlanes(taps, list, small.size(), form.columns() - form.planes(), images);
    }

    /** Beside the products of rows of pixels. */
    Unfolding unfolding(int images) {
        return new Unfolding(list, small, large, form.largeChannels(), images);
    }
}
