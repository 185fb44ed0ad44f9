package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;

/**
 * Options of {@code buildGenerator} and {@code buildDiscriminator}: the tutorial's dense networks, or convolutional ones. The
 * order of the {@code with...} methods does not matter.
 *
 * @param seed where the initial weights come from; the same seed gives the same weights
 * @param leakySlope the slope of the hidden layers' leaky ReLU for negative values, at least 0 and below 1: the tutorial's
 *     is 0.2 (tutorial steps 2 and 3), 0 is plain ReLU
 * @param shape of the images that are drawn and judged; of convolutional networks height and width are multiples of 4
 * @param momentum the share of the batch normalisation's moving averages that a step leaves as it was, at least 0 and below
 *     1: the tutorial's is 0.8 (tutorial step 2)
 * @param width of convolutional networks: channels behind the discriminator's first convolution, 1 to 512, of which all
 *     others are multiples; 0 for the tutorial's dense networks, which have none
 * @param dropout the share that is dropped behind each convolution of the discriminator while it trains, at least 0 and below
 *     1; 0 is no dropout, which the tutorial's dense networks have
 * @param classes of a conditional pair (Mirza and Osindero 2014), both of whose networks are told a label, 2 to 256; 0 for the
 *     tutorial's networks, which know no labels
 */
public record NetworkOptions(
        long seed, double leakySlope, ImageShape shape, double momentum, int width, double dropout, int classes) {
    private static final int MAX_WIDTH = 512;
    private static final int MAX_CLASSES = 256; // labels in IDX files are bytes

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public NetworkOptions {
        given("NetworkOptions", "shape", shape);
        Check.argument(
                leakySlope >= 0 && leakySlope < 1,
                "NetworkOptions: the slope must be at least 0 and below 1, but got %s.%n"
                        + "Write NetworkOptions.defaults().withLeakySlope(0.2), the tutorial's; 0 is ReLU.",
                leakySlope);
        Check.argument(
                momentum >= 0 && momentum < 1,
                "NetworkOptions: the momentum must be at least 0 and below 1, but got %s.%n"
                        + "Write NetworkOptions.defaults().withMomentum(0.8), the tutorial's.",
                momentum);
        Check.argument(
                width >= 0 && width <= MAX_WIDTH,
                "NetworkOptions: the width must be 1 to %d, but got %d.%nWrite NetworkOptions.dcgan().withWidth(16).",
                MAX_WIDTH,
                width);
        Check.argument(
                dropout >= 0 && dropout < 1,
                "NetworkOptions: the dropout must be a share of at least 0 and below 1, but got %s.%n"
                        + "Write NetworkOptions.dcgan().withDropout(0.3); 0 is none.",
                dropout);
        Check.argument(
                width > 0 || dropout == 0,
                "NetworkOptions: dropout is for convolutional networks, but got %s for the tutorial's dense ones.%n"
                        + "Write NetworkOptions.dcgan().withDropout(%s).",
                dropout,
                dropout);
        Check.argument(
                width == 0 || isFourfold(shape),
                "NetworkOptions: for convolutional networks height and width must be multiples of 4, but got %s.%n"
                        + "Cut or scale the images, or take NetworkOptions.defaults().withShape(images.shape()).",
                shape);
        Check.argument(
                classes == 0 || classes >= 2 && classes <= MAX_CLASSES,
                "NetworkOptions: there must be 2 to %d classes, or 0 for networks that know no labels, but got %d.%n"
                        + "Write NetworkOptions.defaults().withClasses(10) for digits.",
                MAX_CLASSES,
                classes);
    }

    private static boolean isFourfold(ImageShape shape) {
        return shape.height() % 4 == 0 && shape.width() % 4 == 0;
    }

    /** The tutorial's dense networks with seed 42. */
    public static NetworkOptions defaults() {
        return new NetworkOptions(42, 0.2, ImageShape.MNIST, 0.8, 0, 0, 0); // tutorial steps 2 and 3
    }

    /**
     * Convolutional networks (DCGAN; Radford et al. 2016) with seed 42, built as in TensorFlow's DCGAN tutorial. Theirs to the
     * letter are {@code NetworkOptions.dcgan().withWidth(64).withLeakySlope(0.3).withMomentum(0.99).withDropout(0.3)}.
     */
    public static NetworkOptions dcgan() {
        return new NetworkOptions(42, 0.2, ImageShape.MNIST, 0.8, 16, 0, 0);
    }

    /** The same with another seed. */
    public NetworkOptions withSeed(long newSeed) {
        return new NetworkOptions(newSeed, leakySlope, shape, momentum, width, dropout, classes);
    }

    /** The same with another slope for negative values; 0 is plain ReLU. */
    public NetworkOptions withLeakySlope(double newSlope) {
        return new NetworkOptions(seed, newSlope, shape, momentum, width, dropout, classes);
    }

    /** The same for images of another size: {@code NetworkOptions.defaults().withShape(images.shape())}. */
    public NetworkOptions withShape(ImageShape newShape) {
        return new NetworkOptions(seed, leakySlope, newShape, momentum, width, dropout, classes);
    }

    /** The same with another momentum of the batch normalisation's moving averages. */
    public NetworkOptions withMomentum(double newMomentum) {
        return new NetworkOptions(seed, leakySlope, shape, newMomentum, width, dropout, classes);
    }

    /**
     * The same with convolutions of another width; twice the width is about three to four times the work.
     *
     * @throws IllegalArgumentException if it is out of its range, or these are the tutorial's dense networks
     */
    public NetworkOptions withWidth(int newWidth) {
        Check.argument(
                isConvolutional(),
                "withWidth: a width is of convolutional networks, but got %d for the tutorial's dense ones.%n"
                        + "Write NetworkOptions.dcgan().withWidth(16).",
                newWidth);
        Check.argument(
                newWidth >= 1,
                "withWidth: the width must be 1 to %d, but got %d.%nWrite NetworkOptions.dcgan().withWidth(16).",
                MAX_WIDTH,
                newWidth);
        return new NetworkOptions(seed, leakySlope, shape, momentum, newWidth, dropout, classes);
    }

    /**
     * The same with another share dropped behind the discriminator's convolutions; 0 is none.
     *
     * @throws IllegalArgumentException if it is out of its range, or these are the tutorial's dense networks
     */
    public NetworkOptions withDropout(double newDropout) {
        Check.argument(
                isConvolutional(),
                "withDropout: dropout is for convolutional networks, but got %s for the tutorial's dense ones.%n"
                        + "Write NetworkOptions.dcgan().withDropout(0.3).",
                newDropout);
        return new NetworkOptions(seed, leakySlope, shape, momentum, width, newDropout, classes);
    }

    /**
     * The same for a conditional pair of so many classes, 10 for digits: {@code sample(gan, new int[] {7})} then draws a seven.
     * A label goes into both networks as a one-hot vector: behind the noise, [n, 100 + classes], and behind a dense
     * discriminator's pixels, [n, features + classes]; a convolutional one sees it as further planes of 0 and 1.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public NetworkOptions withClasses(int newClasses) {
        return new NetworkOptions(seed, leakySlope, shape, momentum, width, dropout, newClasses);
    }

    /** Whether these are convolutional networks and not the tutorial's dense ones. */
    public boolean isConvolutional() {
        return width > 0;
    }

    @Override
    public String toString() {
        var ofClasses = classes == 0 ? "" : OneLine.of(", %d classes", classes);
        var networks =
                OneLine.of("networks for %s images%s, leaky slope %s, seed %d", shape, ofClasses, leakySlope, seed);
        return isConvolutional()
                ? OneLine.of("convolutional %s", networks)
                        + OneLine.of("\nwidth %d, momentum %s, dropout %s", width, momentum, dropout)
                : networks + (momentum == 0.8 ? "" : OneLine.of("\nmomentum %s", momentum));
    }
}
