package io.github.gan4j.train;

import static org.nd4j.linalg.activations.Activation.IDENTITY;
import static org.nd4j.linalg.activations.Activation.RELU;
import static org.nd4j.linalg.activations.Activation.TANH;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Pairs of a user's own with convolutions of many shapes. */
final class OwnPairs {
    private OwnPairs() {}

    /** From rows to a convolution of this window that ends in rows of pixels, judged by one likewise. */
    private static Named<RoutePair> window(int height, int width, int stride) {
        var size = new RoutePair.Size(4 * stride, 3 * stride, 2);
        return Named.of(
                height + "x" + width + ", stride " + stride,
                new RoutePair(
                        size,
                        3,
                        5,
                        own -> own.dense(4 * 3 * 5, RELU)
                                .image(4, 3, 5)
                                .transposed(height, width, 1, 6, TANH)
                                .convolution(width, height, 1, 4, IDENTITY)
                                .transposed(height, width, stride, 2, IDENTITY)
                                .end(size.height(), size.width(), 2, TANH),
                        own -> own.convolution(height, width, stride, 6, IDENTITY)
                                .leaky()
                                .convolution(width, height, stride, 5, TANH)));
    }

    static Stream<Named<RoutePair>> windows() {
        var square = Stream.of(1, 2)
                .flatMap(stride -> Stream.of(1, 2, 3, 4, 5, 6, 7).map(size -> window(size, size, stride)));
        var oblong = Stream.of(window(3, 5, 2), window(6, 1, 2), window(2, 7, 1), window(1, 4, 2));
        return Stream.concat(square, oblong);
    }

    static Stream<Named<RoutePair>> structures() {
        return Stream.of(
                Named.of("colour, norms before and behind", colour()),
                Named.of("7x9, half of an odd batch", odd(7, 9, 3, 7)),
                Named.of("15x13, half of an odd batch", odd(15, 13, 5, 4)),
                Named.of("rows in the middle", rowsInTheMiddle()),
                Named.of("a plain convolution at the end", plainEnd()),
                Named.of("a dense end and many channels", manyChannels()),
                Named.of("noise as an image, images grown to be judged", upsideDown()),
                Named.of("noise as one pixel", onePixel()),
                Named.of("strides inside", stridesInside()));
    }

    static RoutePair colour() {
        return new RoutePair(
                new RoutePair.Size(16, 24, 3),
                6,
                12,
                own -> own.dense(70, RELU)
                        .norm()
                        .denseWithoutBias(4 * 6 * 6)
                        .norm()
                        .leaky()
                        .image(4, 6, 6)
                        .transposed(3, 3, 2, 5, TANH)
                        .norm()
                        .leaky()
                        .transposed(4, 4, 1, 4, IDENTITY, false)
                        .norm()
                        .transposed(4, 4, 2, 3, IDENTITY)
                        .end(16, 24, 3, TANH),
                own -> own.convolution(5, 5, 2, 4, IDENTITY)
                        .leaky()
                        .convolution(3, 3, 1, 6, TANH)
                        .convolution(7, 7, 2, 5, RELU)
                        .dense(10, IDENTITY)
                        .leaky());
    }

    private static RoutePair odd(int height, int width, int half, int whole) {
        return new RoutePair(
                new RoutePair.Size(height, width, 1),
                half,
                whole,
                own -> own.dense(90, RELU).norm().dense(height * width, TANH),
                own -> own.convolution(3, 3, 2, 8, RELU)
                        .convolution(4, 2, 2, 4, IDENTITY)
                        .leaky()
                        .convolution(3, 3, 2, 3, TANH));
    }

    private static RoutePair rowsInTheMiddle() {
        return new RoutePair(
                new RoutePair.Size(8, 6, 1),
                5,
                9,
                own -> own.dense(4 * 3 * 4, TANH)
                        .image(4, 3, 4)
                        .convolution(3, 3, 2, 6, IDENTITY)
                        .norm()
                        .leaky()
                        .rows(2, 2, 6)
                        .dense(40, RELU)
                        .norm()
                        .dense(4 * 3 * 3, IDENTITY)
                        .leaky()
                        .image(4, 3, 3)
                        .transposed(5, 5, 2, 1, TANH)
                        .rows(8, 6, 1)
                        .activation(IDENTITY),
                own -> own.dense(60, IDENTITY)
                        .leaky()
                        .dense(48, TANH)
                        .image(6, 4, 2)
                        .convolution(3, 3, 2, 5, RELU));
    }

    private static RoutePair plainEnd() {
        return new RoutePair(
                new RoutePair.Size(6, 10, 3),
                4,
                6,
                own -> own.dense(3 * 5 * 4, IDENTITY)
                        .leaky()
                        .image(3, 5, 4)
                        .transposed(4, 4, 2, 6, IDENTITY)
                        .leaky()
                        .norm()
                        .convolution(3, 3, 1, 3, IDENTITY)
                        .end(6, 10, 3, TANH),
                own -> own.convolution(2, 2, 1, 4, RELU)
                        .convolution(5, 3, 2, 6, IDENTITY)
                        .leaky());
    }

    /** So many that convolutions of stride 1 are computed as frequencies. */
    private static RoutePair manyChannels() {
        return new RoutePair(
                new RoutePair.Size(5, 6, 1),
                3,
                5,
                own -> own.dense(5 * 6 * 36, RELU)
                        .image(5, 6, 36)
                        .transposed(5, 5, 1, 40, IDENTITY, false)
                        .norm()
                        .leaky()
                        .convolution(6, 6, 1, 36, TANH)
                        .rows(5, 6, 36)
                        .dense(5 * 6, TANH),
                own -> own.convolution(5, 5, 1, 40, IDENTITY)
                        .leaky()
                        .convolution(5, 5, 1, 36, RELU)
                        .transposed(7, 5, 1, 40, TANH));
    }

    static RoutePair onePixel() {
        return new RoutePair(
                new RoutePair.Size(4, 4, 1),
                3,
                4,
                own -> own.image(1, 1, RoutePair.NOISE)
                        .transposed(5, 5, 2, 6, IDENTITY)
                        .norm()
                        .leaky()
                        .transposed(3, 3, 2, 1, IDENTITY)
                        .end(4, 4, 1, TANH),
                own -> own.convolution(4, 4, 2, 4, RELU)
                        .convolution(4, 4, 2, 5, IDENTITY)
                        .leaky()
                        .convolution(7, 7, 1, 4, TANH));
    }

    private static RoutePair upsideDown() {
        return new RoutePair(
                new RoutePair.Size(5, 4, 2),
                4,
                5,
                own -> own.image(2, 2, 5)
                        .transposed(3, 3, 1, 4, RELU)
                        .rows(2, 2, 4)
                        .dense(40, TANH),
                own -> own.transposed(4, 4, 2, 5, IDENTITY).leaky().convolution(3, 3, 1, 4, TANH));
    }

    private static RoutePair stridesInside() {
        return new RoutePair(
                new RoutePair.Size(9, 5, 1),
                5,
                6,
                own -> own.dense(9 * 5 * 2, RELU)
                        .image(9, 5, 2)
                        .convolution(3, 3, 2, 4, RELU)
                        .convolution(4, 4, 2, 5, TANH)
                        .transposed(3, 3, 2, 4, RELU)
                        .norm()
                        .transposed(5, 5, 2, 3, RELU)
                        .convolution(2, 2, 1, 2, TANH)
                        .rows(12, 8, 2)
                        .dense(45, TANH),
                own -> own.convolution(3, 3, 2, 4, RELU)
                        .transposed(3, 3, 2, 4, RELU)
                        .convolution(5, 5, 2, 4, IDENTITY)
                        .leaky());
    }
}
