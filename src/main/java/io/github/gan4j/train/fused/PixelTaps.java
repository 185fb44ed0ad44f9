package io.github.gan4j.train.fused;

import org.jspecify.annotations.Nullable;

/** A convolution's products between an image and unfolded pixels ({@link Unfolding}), which meet all taps at once. */
final class PixelTaps implements Products {
    private final TapWeights weights;
    private final Plane plane;
    private final @Nullable PixelPlanes planes;

    /**
     * @param plane of the image, which is the small side
     * @param planes behind the pixels, which have written to the image before the products are added
     */
    PixelTaps(TapWeights weights, Plane plane, @Nullable PixelPlanes planes) {
        this.weights = weights;
        this.plane = plane;
        this.planes = planes;
    }

    private int unfolded() {
        return weights.taps() * weights.pixels();
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
                planes != null));
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
    public Phases gradient(Signal image, Signal pixels, boolean added) {
        var gradient = Blas.product(
                unfolded(),
                weights.small(),
                plane.size() * image.images(),
                pixels.at(0).turned(),
                image.at(0),
                weights.gradient(0),
                added);
        // what is added comes from a change of pixels alone
        return planes == null || added
                ? Phases.of(gradient)
                : Phases.of(gradient).beside(planes.gradient(image));
    }
}
