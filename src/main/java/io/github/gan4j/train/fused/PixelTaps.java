package io.github.gan4j.train.fused;

import java.util.function.Supplier;

/** A convolution's products between an image and unfolded pixels ({@link Unfolding}), which meet all taps at once. */
final class PixelTaps implements Products {
    private final TapWeights weights;
    private final Plane plane;

    /** @param plane of the image, which is the small side */
    PixelTaps(TapWeights weights, Plane plane) {
        this.weights = weights;
        this.plane = plane;
    }

    private int unfolded() {
        return weights.taps() * weights.large();
    }

    @Override
    public Phases toSmall(Signal pixels, Signal image) {
        return plane.tiles((first, count) -> Blas.product(
                count * image.images(),
                weights.small(),
                unfolded(),
                pixels.at(first),
                weights.toSmall(0),
                image.at(first),
                false));
    }

    @Override
    public Phases toLarge(Signal image, Signal pixels) {
        return plane.tiles((first, count) -> Blas.product(
                count * image.images(),
                unfolded(),
                weights.small(),
                image.at(first),
                weights.toSmall(0).turned(),
                pixels.at(first),
                false));
    }

    @Override
    public Phases update(Signal image, Signal pixels, Supplier<Adam> adam) {
        var gradient = Blas.product(
                unfolded(),
                weights.small(),
                plane.size() * image.images(),
                pixels.at(0).turned(),
                image.at(0),
                weights.gradient(0),
                false);
        return Phases.of(gradient).then(weights.update(adam));
    }
}
