package io.github.gan4j.train;

import static io.github.gan4j.SmallPair.dense;
import static io.github.gan4j.SmallPair.network;
import static io.github.gan4j.SmallPair.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Discriminator;
import io.github.gan4j.Fakes;
import io.github.gan4j.Gan4j;
import io.github.gan4j.GanOptions;
import io.github.gan4j.SmallPair;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/** A pair that DL4J's layers compute although nobody asked for them says so, once. */
class RoutesTest {
    private static final GanOptions OPTIONS = GanOptions.defaults();

    @AfterEach
    void onAnyRoute() {
        System.clearProperty("gan4j.route");
    }

    private static Discriminator unusual() {
        return new Discriminator(network(dense(784, 8, Activation.ELU), output(8)));
    }

    private static Discriminator pooling() {
        return new Discriminator(OwnNetwork.discriminator(
                28,
                28,
                1,
                DataType.FLOAT,
                own -> own.convolution(5, 5, 2, 2, Activation.RELU).add(new SubsamplingLayer.Builder(2, 2).build())));
    }

    /** What building a pair and a step on it print. */
    private static String printed(Discriminator discriminator, GanOptions options) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            var gan = Gan4j.buildGan(SmallPair.generator(2), discriminator, options.withBatchSize(4));
            Gan4j.trainStep(gan, Gan4j.syntheticDigits(100, 1));
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void namesTheLayerAndWhatItCosts() {
        var text = printed(unusual(), OPTIONS);
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.startsWith("gan4j: the fast way must have plain dense and convolution layers"), text);
        assertTrue(text.contains("but got layer 0 (DenseLayer) in the discriminator"), text);
        assertTrue(text.contains("about 5 times"), text);
        assertTrue(text.contains("-Dgan4j.route=layers"), text);
    }

    @Test
    void convolutionsCostMore() {
        var text = printed(pooling(), OPTIONS);
        assertTrue(text.contains("but got layer 1 (SubsamplingLayer) in the discriminator"), text);
        assertTrue(text.contains("some 30 times"), text);
    }

    @Test
    void namesTheOptionThatIsInTheWay() {
        var text = printed(SmallPair.discriminator(2), OPTIONS.withFakes(Fakes.TRAINING));
        assertTrue(text.contains("but got Fakes.TRAINING. On DL4J's layers"), text);
    }

    @Test
    void isSilentOnTheFastWayAndWhereLayersAreAskedFor() {
        assertEquals("", printed(SmallPair.discriminator(2), OPTIONS));
        System.setProperty("gan4j.route", "layers");
        assertEquals("", printed(unusual(), OPTIONS));
    }
}
