package io.github.gan4j.train;

import static io.github.gan4j.SmallPair.dense;
import static io.github.gan4j.SmallPair.network;
import static io.github.gan4j.SmallPair.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import io.github.gan4j.Discriminator;
import io.github.gan4j.Gan4j;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Generator;
import io.github.gan4j.Loss;
import io.github.gan4j.Noise;
import io.github.gan4j.model.KerasLayers;
import io.github.gan4j.model.Networks;
import io.github.gan4j.model.SigmoidCrossEntropy;
import io.github.gan4j.train.fused.FusedStep;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.constraint.BaseConstraint;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.constraint.MinMaxNormConstraint;
import org.deeplearning4j.nn.conf.constraint.NonNegativeConstraint;
import org.deeplearning4j.nn.conf.constraint.UnitNormConstraint;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.ops.transforms.Transforms;

/** What a user adds to the layers of a network trains as it does in DL4J's own fit. */
class AddedToLayersTest {
    private static final INDArray REAL = Gan4j.syntheticDigits(8, 1).batch(0, 8);

    /** Weight clipping as a Wasserstein critic has it, and by the iteration and epoch that DL4J tells. */
    static final class Clipping extends BaseConstraint {
        private static final long serialVersionUID = 1L;

        int iteration = -1;

        Clipping(String... parameters) {
            super(Set.of(parameters), 1);
        }

        @Override
        public void applyConstraint(Layer layer, int newIteration, int epoch) {
            iteration = newIteration;
            layer.paramTable().forEach((key, values) -> {
                if (params.contains(key)) {
                    apply(values);
                }
            });
        }

        @Override
        public void apply(INDArray values) {
            values.assign(Transforms.max(Transforms.min(values, 0.01), -0.01));
        }

        @Override
        public Clipping clone() {
            return new Clipping(params.toArray(String[]::new));
        }
    }

    /** Halves the weights while they train, by a share that depends on the update's number. */
    record Halves() implements IWeightNoise {
        @Override
        public INDArray getParameter(
                Layer layer, String key, int iteration, int epoch, boolean train, LayerWorkspaceMgr manager) {
            return train ? layer.getParam(key).mul(1 / (2.0 + iteration)) : layer.getParam(key);
        }

        @Override
        public IWeightNoise clone() {
            return this;
        }
    }

    private static Named<Consumer<BaseLayer>> named(String name, Consumer<BaseLayer> addition) {
        return Named.of(name, addition);
    }

    static Stream<Named<Consumer<BaseLayer>>> constraints() {
        var weights = Set.of("W");
        return Stream.of(
                        new MaxNormConstraint(0.3, weights, 1),
                        new MinMaxNormConstraint(0.2, 0.4, 0.5, weights, 1),
                        new UnitNormConstraint(weights, 1),
                        nonNegative(),
                        new Clipping("W", "b"))
                .map(rule -> named(rule.getClass().getSimpleName(), layer -> layer.setConstraints(List.of(rule))));
    }

    private static NonNegativeConstraint nonNegative() {
        var rule = new NonNegativeConstraint();
        rule.setParams(Set.of("W", "b"));
        return rule;
    }

    static Stream<Named<Consumer<BaseLayer>>> additions() {
        var others = Stream.of(
                named("l2", layer -> layer.setRegularization(regularised(b -> b.l2(0.1)))),
                named("l1", layer -> layer.setRegularization(regularised(b -> b.l1(0.1)))),
                named("weight decay", layer -> layer.setRegularization(regularised(b -> b.weightDecay(0.1)))),
                named("bias decay", layer -> layer.setRegularizationBias(regularised(b -> b.l2(0.1)))),
                named("weight noise", layer -> layer.setWeightNoise(new Halves())));
        var clipping = Stream.of(GradientNormalization.values()).filter(n -> n != GradientNormalization.None);
        return Stream.of(constraints(), others, clipping.map(AddedToLayersTest::normalising))
                .flatMap(s -> s);
    }

    private static List<Regularization> regularised(Consumer<DenseLayer.Builder> adding) {
        var builder = new DenseLayer.Builder().nIn(1).nOut(1);
        adding.accept(builder);
        return builder.build().getRegularization();
    }

    private static Named<Consumer<BaseLayer>> normalising(GradientNormalization normalisation) {
        return named(normalisation.name(), layer -> {
            layer.setGradientNormalization(normalisation);
            layer.setGradientNormalizationThreshold(1e-4);
        });
    }

    private static MultiLayerNetwork judging(Consumer<BaseLayer> addition) {
        var layers = new BaseLayer[] {dense(784, 8, Activation.TANH), output(8)};
        Stream.of(layers).forEach(addition);
        return network(layers);
    }

    private static MultiLayerNetwork drawing(Consumer<BaseLayer> addition) {
        var layers = new BaseLayer[] {dense(100, 8, Activation.TANH), dense(8, 784, Activation.TANH)};
        Stream.of(layers).forEach(addition);
        return network(layers);
    }

    @ParameterizedTest
    @MethodSource("additions")
    void trainADiscriminatorAsDl4jsFitDoes(Consumer<BaseLayer> addition) {
        var gan = Gan4j.buildGan(new Generator(drawing(layer -> {})), new Discriminator(judging(addition)));
        var judge = gan.discriminator().network();
        var expected = judging(addition);
        Networks.compile(expected, GanOptions.defaults().generatorAdam(), Loss.CROSS_ENTROPY);
        for (int step = 0; step < 3; step++) {
            var noise = Noise.TRAINING.draw(8, step);
            var mixed = Nd4j.vstack(REAL, gan.sample(noise));
            double penalty = expected.calcRegularizationScore(true);
            expected.fit(mixed, Nd4j.vstack(Nd4j.ones(8, 1), Nd4j.zeros(8, 1)));
            double loss = Gan4j.trainStep(gan, REAL, noise, noise).discriminator();
            assertEquals(expected.params(), judge.params(), "step " + step);
            assertEquals(expected.score() - penalty, loss, 1e-6, "step " + step);
        }
        assertFalse(FusedStep.supports(gan.generator().network(), judge));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void trainAGeneratorAsDl4jsFitDoes(Consumer<BaseLayer> addition) {
        var gan = Gan4j.buildGan(new Generator(drawing(addition)), new Discriminator(judging(layer -> {})));
        var noise = Noise.TRAINING.draw(8, 1);
        var before = gan.generator().network().params().dup();
        Gan4j.trainStep(gan, REAL, noise, noise);
        var stack = stacked(addition);
        var judge = gan.discriminator().network().params();
        stack.setParams(Nd4j.hstack(before, judge));
        stack.fit(noise, Nd4j.ones(8, 1));
        var learned = stack.params().reshape(stack.params().length()).get(interval(0, before.length()));
        var trained = gan.generator().network().params();
        assertTrue(learned.equalsWithEps(trained.reshape(trained.length()), 1e-6));
        assertNotEquals(before, trained);
    }

    /** Generator and discriminator as one network whose second half does not learn. */
    private static MultiLayerNetwork stacked(Consumer<BaseLayer> addition) {
        var first = dense(100, 8, Activation.TANH);
        var second = dense(8, 784, Activation.TANH);
        Stream.of(first, second).forEach(addition);
        var end = new OutputLayer.Builder(new SigmoidCrossEntropy())
                .nIn(8)
                .nOut(1)
                .activation(Activation.SIGMOID)
                .updater(new NoOp())
                .build();
        var network = network(first, second, new FrozenLayerWithBackprop(dense(784, 8, Activation.TANH)), end);
        for (int i = 0; i < 2; i++) {
            ((BaseLayer) network.getLayer(i).conf().getLayer())
                    .setIUpdater(KerasLayers.optimizer(GanOptions.defaults().generatorAdam()));
        }
        network.setUpdater(null);
        return network;
    }

    @Test
    void constraintsAreToldDl4jsIteration() {
        var rule = new Clipping("W");
        var gan = Gan4j.buildGan(
                new Generator(drawing(layer -> {})),
                new Discriminator(judging(layer -> layer.setConstraints(List.of(rule)))),
                GanOptions.defaults().withLearningRate(0.1));
        Gan4j.train(gan, Gan4j.syntheticDigits(100, 1), 2);
        var told = (Clipping) gan.discriminator()
                .network()
                .getLayer(0)
                .conf()
                .getLayer()
                .getConstraints()
                .get(0);
        assertEquals(2, told.iteration);
        assertTrue(gan.discriminator().network().getParam("0_W").amaxNumber().doubleValue() <= 0.01f);
    }

    /** The first Wasserstein pair (Arjovsky et al. 2017): its critic is clipped after every update. */
    @Test
    void aCriticsWeightsStayClipped() {
        var gan = Gan4j.buildGan(
                new Generator(drawing(layer -> {})),
                new Discriminator(judging(layer -> layer.setConstraints(List.of(new Clipping("W", "b"))))),
                GanOptions.wassersteinGp().withGradientPenalty(0).withLearningRate(0.1));
        var digits = Gan4j.syntheticDigits(100, 1);
        for (int step = 1; step <= 3; step++) {
            var loss = Gan4j.trainStep(gan, digits);
            assertEquals(-loss.discriminator(), loss.estimate().orElseThrow(), 0.0);
            var critic = gan.discriminator().network();
            var layer = critic.getLayer(0).conf().getLayer();
            assertEquals(5 * step, ((Clipping) layer.getConstraints().get(0)).iteration);
            assertTrue(critic.params().amaxNumber().doubleValue() <= 0.01f);
        }
    }

    @Test
    void aDiscriminatorThatStopsTheGradientIsRefusedBeforeTheFirstUpdate() {
        var frozen = new FrozenLayer(dense(784, 784, Activation.TANH)); // as wide as an image: no shape tells
        var gan = Gan4j.buildGan(
                new Generator(drawing(layer -> {})),
                new Discriminator(network(frozen, dense(784, 8, Activation.TANH), output(8))));
        var before = gan.discriminator().network().params().dup();
        var noise = Noise.TRAINING.draw(8, 1);
        var message = assertThrows(IllegalArgumentException.class, () -> Gan4j.trainStep(gan, REAL, noise, noise))
                .getMessage();
        assertTrue(message.contains("FrozenLayerWithBackprop"), message);
        assertEquals(before, gan.discriminator().network().params());
    }
}
