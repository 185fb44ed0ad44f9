package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.model.KerasSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two networks of a conditional pair: what they take, and which make a pair. */
class ConditionalNetworksTest {
    private static final NetworkOptions DENSE = NetworkOptions.defaults().withClasses(10);
    private static final NetworkOptions CONVOLUTIONAL =
            NetworkOptions.dcgan().withWidth(2).withClasses(10);

    @Test
    void denseNetworksHaveTheReferencesParameters() { // row K2
        var generator = buildGenerator(DENSE);
        var discriminator = buildDiscriminator(DENSE);
        assertEquals(1_496_080, generator.network().numParams());
        assertEquals(1_076_737, discriminator.network().numParams());
        assertTrue(KerasSummary.of(generator, discriminator).contains("Total params: 2,572,817"));
        assertEquals(10, buildGan(generator, discriminator).classes());
    }

    @Test
    void takesLabelsAsColumnsOrAsPlanes() {
        assertEquals(
                "generator of 10 classes, noise [n, 110] -> images [n, 784], 1,496,080 parameters",
                buildGenerator(DENSE).toString());
        assertEquals(
                "discriminator of 10 classes, images [n, 794] -> probability [n, 1], 1,076,737...",
                buildDiscriminator(DENSE).toString());
        assertTrue(buildDiscriminator(CONVOLUTIONAL)
                .toString()
                .startsWith("discriminator of 10 classes, images [n, 8624] -> probability [n, 1]"));
        assertTrue(KerasSummary.of(buildGenerator(DENSE)).contains("(None, 110)"));
        assertTrue(KerasSummary.of(buildDiscriminator(DENSE)).contains("(None, 794)"));
        assertTrue(KerasSummary.of(buildDiscriminator(CONVOLUTIONAL)).contains("(None, 28, 28, 11)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void bothTakeLabelsOfAsManyClasses(int others) {
        var other = NetworkOptions.defaults().withClasses(others);
        assertRefused(10, others, DENSE, other);
        assertRefused(others, 10, other, DENSE);
    }

    private static void assertRefused(int first, int second, NetworkOptions drawing, NetworkOptions judging) {
        var generator = buildGenerator(drawing);
        var discriminator = buildDiscriminator(judging);
        var message = assertThrows(IllegalArgumentException.class, () -> buildGan(generator, discriminator))
                .getMessage();
        assertEquals(
                String.format(
                        "buildGan: generator and discriminator must take labels of as many classes, but got %d and %d (0 is none).%n"
                                + "Build both networks with classes: var options = NetworkOptions.defaults().withClasses(%d);"
                                + " gan = buildGan(buildGenerator(options), buildDiscriminator(options)).",
                        first, second, Math.max(first, second)),
                message);
    }

    @Test
    void aNetworkOfOnesOwnMustTakeTheLabelsToo() {
        var message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Generator(SmallPair.generator(2).network(), ImageShape.MNIST, 10))
                .getMessage();
        assertTrue(message.startsWith("Generator: the network must take [n, 110], but did not."), message);
    }
}
