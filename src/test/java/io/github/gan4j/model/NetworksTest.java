package io.github.gan4j.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

class NetworksTest {
    private final MultiLayerNetwork generator = Networks.generator(1);
    private final MultiLayerNetwork discriminator = Networks.discriminator(1);

    @Test
    void trainsWithTheTutorialsAdam() { // tutorial step 4
        var adam = (Adam) ((BaseLayer) generator.getLayer(0).conf().getLayer()).getIUpdater();
        assertEquals(2e-4, adam.getLearningRate(0, 0), 1e-18);
        assertEquals(1e-4, adam.getLearningRate(12_500_000, 0), 1e-12); // 1 + 8e-8 * 12.5 million = 2
        assertEquals(0.5, adam.getBeta1());
        assertEquals(0.999, adam.getBeta2());
        assertEquals(1e-7, adam.getEpsilon());
    }

    @Test
    void startsWithGlorotUniformWeightsAndZeroBias() { // tutorial step 4
        var weights = generator.getParam("3_W"); // [256, 512]
        double limit = Math.sqrt(6.0 / (256 + 512));
        assertTrue(weights.amaxNumber().doubleValue() <= limit);
        assertTrue(weights.amaxNumber().doubleValue() > 0.999 * limit);
        assertEquals(limit / Math.sqrt(3), weights.stdNumber().doubleValue(), 0.01 * limit);
        assertEquals(0, generator.getParam("3_b").amaxNumber().doubleValue());
    }

    @Test
    void normalisesBatchesAsKerasDoes() { // tutorial step 4
        var norm = (BatchNormalization) generator.getLayer(2).conf().getLayer();
        assertEquals(0.8, norm.getDecay());
        assertEquals(1e-3, norm.getEps());
        assertFalse(norm.isUseLogStd());
        assertArrayEquals(new float[] {1, 0, 0, 1}, new float[] {
            generator.getParam("2_gamma").getFloat(5),
            generator.getParam("2_beta").getFloat(5),
            generator.getParam("2_mean").getFloat(5),
            generator.getParam("2_var").getFloat(5)
        });
    }

    @Test
    void leaksWithSlopeOneFifth() { // tutorial steps 2 and 3
        for (var layer : new Object[] {
            generator.getLayer(1).conf().getLayer(),
            discriminator.getLayer(1).conf().getLayer()
        }) {
            var activation = ((org.deeplearning4j.nn.conf.layers.ActivationLayer) layer).getActivationFn();
            assertEquals(0.2, ((ActivationLReLU) activation).getAlpha());
        }
    }

    @Test
    void drawsInTheRangeOfTanhAndJudgesWithAProbability() { // tutorial steps 2 and 3; slip E11
        var images = generator.output(Nd4j.randn(64, 100).muli(10), false);
        assertArrayEquals(new long[] {64, 784}, images.shape());
        assertTrue(images.minNumber().doubleValue() >= -1 && images.maxNumber().doubleValue() <= 1);
        var judged = discriminator.output(images, false);
        assertArrayEquals(new long[] {64, 1}, judged.shape());
        assertTrue(judged.minNumber().doubleValue() > 0 && judged.maxNumber().doubleValue() < 1);
    }

    @Test
    void givesTheSameWeightsForTheSameSeedOnly() {
        assertEquals(Networks.generator(1).params(), generator.params());
        assertFalse(Networks.generator(2).params().equals(generator.params()));
    }
}
