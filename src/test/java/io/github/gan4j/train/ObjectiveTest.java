package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Discriminator;
import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.Generator;
import io.github.gan4j.Loss;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.model.Networks;
import io.github.gan4j.train.fused.FusedStep;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;

/** What can be trained towards beyond the tutorial. */
class ObjectiveTest {
    private static final Objective OTHER = new Objective(Loss.LEAST_SQUARES, 0.9, Fakes.INFERENCE, 0, 1);

    private static final OneHot NONE = OneHot.of(0);

    private final NetworkOptions relu = NetworkOptions.defaults().withLeakySlope(0);

    @Test
    void isTheSameOnBothRoutes() {
        var layers = new LayerStep(Networks.generator(relu), discriminator(), NONE, OTHER, new SeededRandom(0));
        var fused = new FusedStep(Networks.generator(relu), discriminator(), OTHER);
        for (var next : ParityCase.batches(4)) {
            var expected = layers.apply(next);
            var actual = fused.apply(next);
            assertEquals(expected.discriminator(), actual.discriminator(), 1e-4);
            assertEquals(expected.generator(), actual.generator(), 1e-4);
            assertEquals(expected.accuracy(), actual.accuracy());
        }
    }

    @Test
    void beginsLeastSquaresAtAQuarter() {
        var losses = new FusedStep(Networks.generator(1), discriminator(), OTHER)
                .apply(ParityCase.batches(1).get(0));
        assertEquals(0.25, losses.generator(), 0.1);
    }

    @Test
    void drawsFakesInTrainingModeWithoutMovingTheStatistics() {
        var generator = Networks.generator(1);
        var noise = ParityCase.batches(1).get(0).discriminatorNoise();
        var before = generator.params().dup();

        assertNotEquals(generator.output(noise, false), generator.output(noise, true));
        assertEquals(before, generator.params());
    }

    @Test
    void judgesFakesOfTrainingModeWhenAsked() {
        var batch = ParityCase.batches(1).get(0);
        var training = new Objective(Loss.CROSS_ENTROPY, 1, Fakes.TRAINING, 0, 1);
        var one = new LayerStep(Networks.generator(1), Networks.discriminator(1), NONE, training, new SeededRandom(0))
                .apply(batch);
        var other = new LayerStep(Networks.generator(1), Networks.discriminator(1)).apply(batch);
        assertNotEquals(one.discriminator(), other.discriminator());
        assertEquals(TrainingRoute.LAYERS, TrainingRoute.of(training));
        assertEquals(TrainingRoute.FUSED, TrainingRoute.of(GanOptions.defaults().objective()));
    }

    @Test
    void givesTheDiscriminatorALearningRateOfItsOwn() {
        var generator = Networks.generator(1);
        var discriminator = Networks.discriminator(1);
        new Trainer(
                new Generator(generator),
                new Discriminator(discriminator),
                GanOptions.defaults().withDiscriminatorLearningRate(1e-3));
        assertEquals(2e-4, rate(generator), 1e-9);
        assertEquals(1e-3, rate(discriminator), 1e-9);
    }

    @Test
    void refusesLabelsAndSlopesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> GanOptions.defaults().withRealLabel(0.5));
        assertThrows(IllegalArgumentException.class, () -> GanOptions.defaults().withDiscriminatorLearningRate(0));
        assertThrows(
                IllegalArgumentException.class, () -> NetworkOptions.defaults().withLeakySlope(1));
    }

    private enum TrainingRoute {
        FUSED,
        LAYERS;

        static TrainingRoute of(Objective objective) {
            var step = Routes.choose(
                    Networks.generator(1), Networks.discriminator(1), NONE, objective, new SeededRandom(0));
            return step instanceof FusedStep ? FUSED : LAYERS;
        }
    }

    private MultiLayerNetwork discriminator() {
        var network = Networks.discriminator(relu);
        Networks.compile(network, GanOptions.defaults().generatorAdam(), Loss.LEAST_SQUARES);
        return network;
    }

    private static double rate(MultiLayerNetwork network) {
        var layer = (BaseLayer) network.getLayer(0).conf().getLayer();
        return ((org.nd4j.linalg.learning.config.Adam) layer.getIUpdater()).getLearningRate(0, 0);
    }
}
