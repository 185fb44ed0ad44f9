package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;

/**
 * Options of {@code buildGenerator} and {@code buildDiscriminator}.
 *
 * @param seed where the initial weights come from; the same seed gives the same weights
 * @param leakySlope the slope of the hidden layers' leaky ReLU for negative values, at least 0 and below 1: the tutorial's
 *     is 0.2 (tutorial steps 2 and 3), 0 is plain ReLU
 * @param shape of the images that are drawn and judged
 */
public record NetworkOptions(long seed, double leakySlope, ImageShape shape) {
    /**
     * Checks the slope.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public NetworkOptions {
        Check.argument(
                leakySlope >= 0 && leakySlope < 1,
                "NetworkOptions: the slope must be at least 0 and below 1, but got %s.%n"
                        + "Write NetworkOptions.defaults().withLeakySlope(0.2), the tutorial's; 0 is ReLU.",
                leakySlope);
    }

    /** The tutorial's network with seed 42. */
    public static NetworkOptions defaults() {
        return new NetworkOptions(42, 0.2, ImageShape.MNIST); // tutorial steps 2 and 3
    }

    /** The same with another seed. */
    public NetworkOptions withSeed(long newSeed) {
        return new NetworkOptions(newSeed, leakySlope, shape);
    }

    /** The same with another slope for negative values; 0 is plain ReLU. */
    public NetworkOptions withLeakySlope(double newSlope) {
        return new NetworkOptions(seed, newSlope, shape);
    }

    /** The same for images of another size: {@code NetworkOptions.defaults().withShape(images.shape())}. */
    public NetworkOptions withShape(ImageShape newShape) {
        return new NetworkOptions(seed, leakySlope, newShape);
    }

    @Override
    public String toString() {
        return OneLine.of("networks for %s images, leaky slope %s, seed %d", shape, leakySlope, seed);
    }
}
