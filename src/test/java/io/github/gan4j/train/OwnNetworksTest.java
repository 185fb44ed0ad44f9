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
import io.github.gan4j.Gan;
import io.github.gan4j.Gan4j;
import io.github.gan4j.Generator;
import io.github.gan4j.Noise;
import io.github.gan4j.SmallPair;
import io.github.gan4j.model.SigmoidCrossEntropy;
import io.github.gan4j.train.fused.FusedStep;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.NonNegativeConstraint;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks of the user's own that are almost, but not quite, what the fused way computes. */
class OwnNetworksTest {
    private static Generator generator() {
        return new Generator(network(plain()));
    }

    private static Discriminator discriminator() {
        return new Discriminator(network(dense(784, 8, Activation.RELU), output(8)));
    }

    static Stream<Named<MultiLayerNetwork>> generatorsOfOtherKinds() {
        return Stream.of(
                Named.of("a sigmoid between", drawing(new ActivationLayer(Activation.SIGMOID))),
                Named.of(
                        "a sigmoid at the end",
                        network(
                                dense(100, 8, Activation.RELU),
                                dense(8, 784, Activation.IDENTITY),
                                new ActivationLayer(Activation.SIGMOID))),
                Named.of("ReLU with a maximum", drawing(new ActivationLayer(new ActivationReLU(0.1, 0.0, 0.0)))),
                Named.of("leaky ReLU that falls", drawing(new ActivationLayer(new ActivationLReLU(-0.2)))),
                Named.of("ReLU with a constraint", drawing(constrained())),
                Named.of("float64", typed(DataType.DOUBLE, true, plain())),
                Named.of("sums over the batch", typed(DataType.FLOAT, false, plain())));
    }

    private static ActivationLayer constrained() {
        var layer = new ActivationLayer(Activation.RELU);
        layer.setConstraints(List.of(new NonNegativeConstraint()));
        return layer;
    }

    private static MultiLayerNetwork drawing(ActivationLayer between) {
        return network(dense(100, 8, Activation.IDENTITY), between, dense(8, 784, Activation.TANH));
    }

    private static Layer[] plain() {
        return new Layer[] {dense(100, 8, Activation.RELU), dense(8, 784, Activation.TANH)};
    }

    private static MultiLayerNetwork typed(DataType type, boolean means, Layer... layers) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(type)
                .miniBatch(means)
                .updater(new Sgd())
                .list(layers)
                .build());
        network.init();
        return network;
    }

    @ParameterizedTest
    @MethodSource("generatorsOfOtherKinds")
    void drawsWhatDl4jDraws(MultiLayerNetwork network) {
        assertFalse(FusedStep.supports(network, discriminator().network()));
        var gan = Gan4j.buildGan(new Generator(network), discriminator());
        var noise = Noise.TRAINING.draw(3, 1);
        assertEquals(network.output(noise, false), gan.sample(noise));
    }

    static Stream<Named<MultiLayerNetwork>> discriminatorsOfOtherKinds() {
        return Stream.of(
                Named.of(
                        "a sigmoid between",
                        network(
                                dense(784, 8, Activation.IDENTITY),
                                new ActivationLayer(Activation.SIGMOID),
                                output(8))),
                Named.of("one layer", network(output(784))),
                Named.of("no bias", network(dense(784, 8, Activation.RELU), withoutBias())),
                Named.of("convolution before the output", convolution()));
    }

    private static OutputLayer withoutBias() {
        return new OutputLayer.Builder(new SigmoidCrossEntropy())
                .nIn(8)
                .nOut(1)
                .hasBias(false)
                .activation(Activation.SIGMOID)
                .build();
    }

    private static MultiLayerNetwork convolution() {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5).stride(4, 4).nOut(2).build())
                .layer(new OutputLayer.Builder(new SigmoidCrossEntropy())
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build());
        network.init();
        return network;
    }

    /** The discriminator's loss is what its own probabilities say. */
    @ParameterizedTest
    @MethodSource("discriminatorsOfOtherKinds")
    void judgesAsDl4jJudges(MultiLayerNetwork network) {
        var gan = Gan4j.buildGan(generator(), new Discriminator(network));
        var real = Gan4j.syntheticDigits(8, 1).batch(0, 8);
        var noise = Noise.TRAINING.draw(8, 1);
        var judged = DoubleStream.concat(
                DoubleStream.of(network.output(real).data().asDouble()),
                DoubleStream.of(network.output(gan.sample(noise)).data().asDouble())
                        .map(p -> 1 - p));
        double expected = judged.map(p -> -Math.log(p)).average().orElseThrow();
        assertEquals(expected, Gan4j.trainStep(gan, real, noise, noise).discriminator(), 1e-5);
        assertTrue(Double.isFinite(Gan4j.trainStep(gan, real, noise, noise).generator()));
    }

    /** DL4J's activation layers compute in place. */
    @Test
    void changesNoArgumentThatGoesIntoAnActivation() {
        var squash = new ActivationLayer(Activation.TANH);
        var gan = Gan4j.buildGan(
                new Generator(network(squash, dense(100, 8, Activation.RELU), dense(8, 784, Activation.TANH))),
                new Discriminator(network(squash, dense(784, 8, Activation.RELU), output(8))));
        var real = Gan4j.syntheticDigits(8, 1).batch(0, 8);
        var noise = Noise.TRAINING.draw(8, 1);
        Gan4j.trainStep(gan, real, noise, noise);
        gan.sample(noise);
        assertEquals(Noise.TRAINING.draw(8, 1), noise);
        assertEquals(Gan4j.syntheticDigits(8, 1).batch(0, 8), real);
    }

    @Test
    void leavesAFrozenLayerAsItIs() {
        var frozen = new FrozenLayerWithBackprop(dense(784, 8, Activation.RELU));
        var gan = Gan4j.buildGan(generator(), new Discriminator(network(frozen, output(8))));
        var judge = gan.discriminator().network();
        var before = judge.params().dup();
        Gan4j.train(gan, Gan4j.syntheticDigits(100, 1), 2);
        int learned = 8 + 1;
        long kept = before.length() - learned;
        assertEquals(before.get(interval(0, kept)), judge.params().get(interval(0, kept)));
        assertNotEquals(before, judge.params());
    }

    @Test
    void trainsInFloat64() {
        var drawing = typed(DataType.DOUBLE, true, plain());
        var judging = typed(DataType.DOUBLE, true, dense(784, 8, Activation.RELU), output(8));
        var gan = Gan4j.buildGan(new Generator(drawing), new Discriminator(judging));
        var losses = Gan4j.train(gan, Gan4j.syntheticDigits(100, 1), 3);
        assertTrue(DoubleStream.of(losses.generator()).allMatch(Double::isFinite));
    }

    @Test
    void refusesAGeneratorWithALossBeforeTheFirstUpdate() {
        var end = new OutputLayer.Builder(LossFunction.MSE)
                .nIn(8)
                .nOut(784)
                .activation(Activation.SIGMOID)
                .build();
        var gan = Gan4j.buildGan(new Generator(network(dense(100, 8, Activation.RELU), end)), discriminator());
        assertRefuses("must end in a layer without a loss, but ends in OutputLayer", gan, 8);
    }

    @Test
    void refusesOneRowToNormaliseBeforeTheFirstUpdate() {
        var judging = network(dense(784, 8, Activation.ELU), output(8)); // ELU: not on the fused way
        var gan = Gan4j.buildGan(SmallPair.generator(8), new Discriminator(judging));
        assertRefuses("must have at least 2 rows for batch normalisation on DL4J's layers, but got 1", gan, 1);
    }

    private static void assertRefuses(String words, Gan gan, int rows) {
        var before = gan.discriminator().network().params().dup();
        var real = Gan4j.syntheticDigits(8, 1).batch(0, 8);
        var noise = Noise.TRAINING.draw(8, 1);
        var message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Gan4j.trainStep(gan, real, noise, Noise.TRAINING.draw(rows, 1)))
                .getMessage();
        assertTrue(message.startsWith("trainStep: ") && message.contains(words), message);
        assertEquals(before, gan.discriminator().network().params());
    }
}
