package io.github.gan4j.judge;

import io.github.gan4j.ImageShape;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.internal.Workers;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What an untrained network says of images of any shape: two strided convolutions and {@value #FEATURES} features whose weights are
 * drawn from a fixed seed, scaled so that each feature of the reference has mean 0 and variance 1.
 *
 * <p>Nothing is downloaded, and the same images give the same numbers everywhere. docs/measurements.md has what else was tried, on
 * images that were made worse on purpose.
 */
final class RandomFeatures {
    static final String NAME = "random convolutions gan4j-1";

    private static final int FEATURES = 32;
    private static final int KERNEL = 5;
    private static final int PLACES = 16; // about so many windows along a side, however large the image
    private static final int LANES = 128;
    private static final long SEED = 1;
    private static final double CONSTANT = 1e-6; // the variance of a feature that is the same in all references

    private final ImageShape shape;
    private final List<PatchLayer> layers;
    private double[] mean = {};
    private double[] deviation = {};

    private RandomFeatures(ImageShape shape) {
        this.shape = shape;
        int stride = Math.max(2, Math.min(shape.height(), shape.width()) / PLACES);
        int kernel = kernel(shape.height(), shape.width());
        int height = (shape.height() - kernel) / stride + 1;
        int width = (shape.width() - kernel) / stride + 1;
        int second = kernel(height, width);
        int units = 48 * ((height - second) / 2 + 1) * ((width - second) / 2 + 1);
        layers = List.of(
                PatchLayer.convolution(shape.height(), shape.width(), shape.channels(), kernel, stride, 16),
                PatchLayer.convolution(height, width, 16, second, 2, 48),
                PatchLayer.dense(units, FEATURES, false));
        var random = new SeededRandom(SEED);
        layers.forEach(layer -> layer.initialise(random));
    }

    private static int kernel(int height, int width) {
        return Math.min(KERNEL, Math.min(height, width));
    }

    /** The features by which images compare with a reference; see {@link #of}. */
    static RandomFeatures scaledTo(ImageShape shape, int count, IntFunction<float[]> reference) {
        var features = new RandomFeatures(shape);
        var raw = Gaussian.fit(features.raw(count, reference));
        features.mean = raw.mean();
        features.deviation = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            features.deviation[i] = Math.sqrt(Math.max(CONSTANT, raw.covariance()[i][i]));
        }
        return features;
    }

    /**
     * The features of images.
     *
     * @param images gives each image, [features] in -1..1, one channel after the other
     * @return [count, 32]
     */
    float[][] of(int count, IntFunction<float[]> images) {
        var features = raw(count, images);
        for (var row : features) {
            for (int i = 0; i < FEATURES; i++) {
                row[i] = (float) ((row[i] - mean[i]) / deviation[i]);
            }
        }
        return features;
    }

    private float[][] raw(int count, IntFunction<float[]> images) {
        var features = new float[count][FEATURES];
        Workers.current().forEach((count + LANES - 1) / LANES, block -> {
            int from = block * LANES;
            int lanes = Math.min(LANES, count - from);
            var values = lanes(lanes, i -> images.apply(from + i));
            for (var layer : layers) {
                values = layer.forward(values);
            }
            for (int lane = 0; lane < lanes; lane++) {
                for (int i = 0; i < FEATURES; i++) {
                    features[from + lane][i] = values[i][lane];
                }
            }
        });
        return features;
    }

    /** Channels last, as the layers take them. */
    private float[][] lanes(int count, IntFunction<float[]> images) {
        var lanes = new float[shape.features()][count];
        for (int lane = 0; lane < count; lane++) {
            var image = images.apply(lane);
            for (int i = 0; i < image.length; i++) {
                lanes[i % shape.pixels() * shape.channels() + i / shape.pixels()][lane] = image[i];
            }
        }
        return lanes;
    }
}
