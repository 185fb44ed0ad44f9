package io.github.gan4j.train.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** A convolution's products in all three directions, by taps and by frequencies, against plain loops in float64. */
class ProductsTest {
    private static final int IMAGES = 3;
    private static final int BEFORE = 2; // images that lie before these in memory
    private static final int SMALL = 5; // channels
    private static final int LARGE = 4;

    /** A window over a plane; the loops below know nothing of planes in phases. */
    record Window(Kernel kernel, int height, int width, int depth) {
        Plane large() {
            return new Plane(height, width, depth + kernel.stride() - 1);
        }

        Plane small() {
            return new Plane(kernel.small(height), kernel.small(width), depth);
        }

        /** Of a side that is missing so many rows or columns in all, half lie before it, rounded down. */
        private int before(int large, int window) {
            int steps = (large + kernel.stride() - 1) / kernel.stride() - 1;
            return Math.max(0, steps * kernel.stride() + window - large) / 2;
        }

        void meetings(Meeting work) {
            for (int i = 0; i < small().size() * kernel.taps(); i++) {
                int tap = i % kernel.taps();
                int small = i / kernel.taps();
                int y = small / small().width() * kernel.stride() + tap / kernel.width();
                int x = small % small().width() * kernel.stride() + tap % kernel.width();
                y -= before(height, kernel.height());
                x -= before(width, kernel.width());
                if (y >= 0 && x >= 0 && y < height && x < width) {
                    work.at(tap, small, y * width + x);
                }
            }
        }
    }

    private interface Meeting {
        void at(int tap, int small, int large);
    }

    static Stream<Window> windows() {
        var squares = Stream.of(1, 2, 3, 4, 5, 6, 7)
                .flatMap(size -> Stream.of(1, 2)
                        .flatMap(stride -> Stream.of(1, 4, 7)
                                .map(height -> new Window(new Kernel(size, size, stride), height, 5, size % 2))));
        var oblong = Stream.of(
                new Window(new Kernel(3, 6, 1), 7, 9, 0),
                new Window(new Kernel(5, 2, 2), 15, 13, 0),
                new Window(new Kernel(1, 4, 2), 6, 5, 1));
        return Stream.concat(squares, oblong);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void tapsAreTheLoops(Window window) {
        var network = network(window);
        var weights =
                new TapWeights(network, 0, SMALL, LARGE, 0, window.kernel().taps());
        var list = TapList.of(window.small(), window.large(), window.kernel());
        weights.load().run();
        assertLoops(window, network, new Taps(list, weights, window.small(), window.large()), weights::update);
    }

    static Stream<Window> windowsOfStrideOne() {
        return windows().filter(window -> window.kernel().stride() == 1);
    }

    @ParameterizedTest
    @MethodSource("windowsOfStrideOne")
    void frequenciesAreTheLoops(Window window) {
        var network = network(window);
        var frequencies = Frequencies.of(window.small(), window.kernel());
        var weights = new Fourier.Weights(network, 0, SMALL, LARGE, frequencies);
        weights.load().run();
        assertLoops(window, network, new Fourier(weights, IMAGES), weights::update);
    }

    private static void assertLoops(
            Window window, MultiLayerNetwork network, Products products, Function<Supplier<Adam>, Phases> update) {
        int taps = window.kernel().taps();
        var w = network.getParam("0_W").dup('c').data().asDouble(); // [small, large, taps]
        var large = numbers(1, IMAGES * LARGE * window.large().size()); // [images, channels, positions]
        var small = numbers(2, IMAGES * SMALL * window.small().size());
        var toSmall = new double[small.length];
        var toLarge = new double[large.length];
        var gradient = new double[w.length];
        window.meetings((tap, atSmall, atLarge) -> {
            for (int i = 0; i < IMAGES * SMALL * LARGE; i++) {
                int image = i / (SMALL * LARGE);
                int pair = i % (SMALL * LARGE);
                int s = (image * SMALL + pair / LARGE) * window.small().size() + atSmall;
                int l = (image * LARGE + pair % LARGE) * window.large().size() + atLarge;
                toSmall[s] += w[pair * taps + tap] * large[l];
                toLarge[l] += w[pair * taps + tap] * small[s];
                gradient[pair * taps + tap] += small[s] * large[l];
            }
        });

        var fromLarge = signal(large, LARGE, window.large());
        var fromSmall = signal(small, SMALL, window.small());
        var atSmall = signal(numbers(3, small.length), SMALL, window.small()); // all of it must be overwritten
        var atLarge = signal(numbers(4, large.length), LARGE, window.large());
        products.toSmall(fromLarge, atSmall).run();
        products.toLarge(fromSmall, atLarge).run();
        products.gradient(fromSmall, fromLarge, false)
                .then(products.gradient(fromSmall, fromLarge, true))
                .then(update.apply(() -> new Adam(1, 0.5, 0.5, 1)))
                .run();
        assertSame(toSmall, values(atSmall, window.small()));
        assertSame(toLarge, values(atLarge, window.large()));
        assertSame(
                gradient,
                new AdamState(network).firstMoment(0, "W").dup().data().asDouble());
    }

    private static void assertSame(double[] expected, double[] actual) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 3e-6 * largest, "at " + i);
        }
    }

    private static MultiLayerNetwork network(Window window) {
        var layer = new ConvolutionLayer.Builder(
                        window.kernel().height(), window.kernel().width())
                .nOut(SMALL)
                .stride(window.kernel().stride(), window.kernel().stride())
                .convolutionMode(ConvolutionMode.Same)
                .build();
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .updater(new org.nd4j.linalg.learning.config.Adam())
                .list(layer)
                .setInputType(InputType.convolutional(window.height(), window.width(), LARGE))
                .build());
        network.init();
        var weights = network.getParam("0_W");
        weights.assign(Nd4j.createFromArray(numbers(5, (int) weights.length()))
                .castTo(weights.dataType())
                .reshape(weights.shape()));
        return network;
    }

    /** Numbers that float32 holds. */
    private static double[] numbers(long seed, int count) {
        return new Random(seed)
                .doubles(count, -1, 1)
                .map(value -> (float) value)
                .toArray();
    }

    private static Signal signal(double[] values, int channels, Plane plane) {
        var matrix = new NativeMatrix((BEFORE + IMAGES) * plane.size(), channels);
        for (int i = 0; i < values.length; i++) {
            matrix.put(element(i, channels, plane), new float[] {(float) values[i]}, 1);
        }
        return Signal.of(new RowRange(matrix, BEFORE, IMAGES), plane.size());
    }

    private static double[] values(Signal signal, Plane plane) {
        int channels = signal.matrix().columns();
        var values = new double[IMAGES * channels * plane.size()];
        var one = new float[1];
        for (int i = 0; i < values.length; i++) {
            signal.matrix().get(element(i, channels, plane), one, 1);
            values[i] = one[0];
        }
        return values;
    }

    private static int element(int index, int channels, Plane plane) {
        int position = index % plane.size();
        int channel = index / plane.size() % channels;
        int image = index / plane.size() / channels;
        int place = plane.index(position / plane.width(), position % plane.width());
        return ((BEFORE * plane.size() + place * IMAGES + image)) * channels + channel;
    }

    @Test
    void frequenciesPayWithManyChannelsAndWindowsThatAreNotSmall() {
        assertTrue(pays(5, 36, 40));
        assertTrue(pays(5, 128, 256));
        assertFalse(pays(5, 1, 2));
        assertFalse(pays(1, 128, 256));
    }

    private static boolean pays(int window, int from, int to) {
        var plane = new Plane(5, 6, 0);
        var kernel = new Kernel(window, window, 1);
        var form = Form.transposed(new Form.Size(from, 5, 6), to, kernel);
        return Fourier.pays(Frequencies.of(plane, kernel), TapList.of(plane, plane, kernel), form);
    }

    @Test
    void everyPositionOfAPlaneHasAPlaceOfItsOwn() {
        for (int depth = 0; depth <= 3; depth++) {
            var places =
                    Arrays.stream(new Plane(7, 10, depth).indices()).sorted().toArray();
            for (int i = 0; i < 70; i++) {
                assertEquals(i, places[i]);
            }
        }
    }
}
