package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkOptionsTest {
    private static final NetworkOptions TUTORIAL = NetworkOptions.defaults();
    private static final NetworkOptions DCGAN = NetworkOptions.dcgan();

    @Test
    void doesNotCareForTheOrderOfWithers() {
        var withers = List.<UnaryOperator<NetworkOptions>>of(
                options -> options.withSeed(7),
                options -> options.withShape(new ImageShape(32, 20, 3)),
                options -> options.withWidth(64),
                options -> options.withLeakySlope(0.3),
                options -> options.withMomentum(0.99),
                options -> options.withDropout(0.3),
                options -> options.withClasses(10));
        var forwards = DCGAN;
        var backwards = DCGAN;
        for (int i = 0; i < withers.size(); i++) {
            var before = forwards;
            forwards = withers.get(i).apply(forwards);
            backwards = withers.get(withers.size() - 1 - i).apply(backwards);
            assertNotEquals(before, forwards);
        }
        assertEquals(new NetworkOptions(7, 0.3, new ImageShape(32, 20, 3), 0.99, 64, 0.3, 10), forwards);
        assertEquals(forwards, backwards);
    }

    @Test
    void hasTheTutorialsMomentumUnlessAnotherIsSet() { // tutorial step 2
        assertEquals(0.8, TUTORIAL.momentum());
        assertEquals(0.99, TUTORIAL.withMomentum(0.99).momentum());
    }

    @Test
    void saysThatDenseNetworksHaveNoWidthAndNoDropout() {
        assertSays(
                "withWidth: a width is of convolutional networks, but got 64 for the tutorial's dense ones.",
                "Write NetworkOptions.dcgan().withWidth(16).",
                () -> TUTORIAL.withWidth(64));
        assertSays(
                "withDropout: dropout is for convolutional networks, but got 0.3 for the tutorial's dense ones.",
                "Write NetworkOptions.dcgan().withDropout(0.3).",
                () -> TUTORIAL.withDropout(0.3));
        assertSays(
                "NetworkOptions: dropout is for convolutional networks, but got 0.4 for the tutorial's dense ones.",
                "Write NetworkOptions.dcgan().withDropout(0.4).",
                () -> new NetworkOptions(1, 0.2, ImageShape.MNIST, 0.8, 0, 0.4, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 513, Integer.MAX_VALUE})
    void refusesAWidthOutOfRange(int width) {
        assertSays(
                "the width must be 1 to 512, but got " + width + ".",
                "Write NetworkOptions.dcgan().withWidth(16).",
                () -> DCGAN.withWidth(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 257})
    void refusesANumberOfClassesOutOfRange(int classes) {
        assertSays(
                "there must be 2 to 256 classes, or 0 for networks that know no labels, but got " + classes + ".",
                "Write NetworkOptions.defaults().withClasses(10) for digits.",
                () -> TUTORIAL.withClasses(classes));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesSharesOutOfRange(double share) {
        assertSays(
                "NetworkOptions: the dropout must be a share of at least 0 and below 1, but got " + share + ".",
                "Write NetworkOptions.dcgan().withDropout(0.3); 0 is none.",
                () -> DCGAN.withDropout(share));
        assertSays(
                "NetworkOptions: the momentum must be at least 0 and below 1, but got " + share + ".",
                "Write NetworkOptions.defaults().withMomentum(0.8), the tutorial's.",
                () -> TUTORIAL.withMomentum(share));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30x28", "28x30"})
    void needsSidesThatCanBeHalvedTwice(String shape) {
        int height = Integer.parseInt(shape.substring(0, 2));
        assertSays(
                "for convolutional networks height and width must be multiples of 4, but got " + shape + ".",
                "NetworkOptions.defaults().withShape(images.shape())",
                () -> DCGAN.withShape(new ImageShape(height, 58 - height, 1)));
    }

    @Test
    void printsWhatMatters() {
        assertEquals("networks for 28x28 images, leaky slope 0.2, seed 42", TUTORIAL.toString());
        assertEquals(
                "convolutional networks for 28x28 images, leaky slope 0.2, seed 42\nwidth 16, momentum 0.8, dropout 0.0",
                DCGAN.toString());
        assertEquals(
                "networks for 28x28 images, 10 classes, leaky slope 0.2, seed 42",
                TUTORIAL.withClasses(10).toString());
        assertTrue(TUTORIAL.withMomentum(0.9).toString().endsWith("\nmomentum 0.9"));
    }

    private static void assertSays(String rule, String line, Supplier<NetworkOptions> call) {
        var message = assertThrows(IllegalArgumentException.class, call::get).getMessage();
        assertTrue(message.contains(rule) && message.contains(line), message);
    }
}
