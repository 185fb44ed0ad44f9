package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.Noise;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.model.Networks;
import io.github.gan4j.model.Wasserstein;
import io.github.gan4j.train.fused.FusedStep;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The penalty by itself: its gradient against differences, at a norm of 0, and of what it cannot be taken. */
class GradientPenaltyTest {
    private static final double WEIGHT = 10;
    private static final int SIDE = 6;

    private static MultiLayerNetwork critic(Layer... layers) {
        var list = new NeuralNetConfiguration.Builder().seed(3).list();
        for (var layer : layers) {
            list.layer(layer);
        }
        list.layer(new OutputLayer.Builder(new Wasserstein())
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build());
        var network = new MultiLayerNetwork(
                list.setInputType(InputType.convolutionalFlat(SIDE, SIDE, 1)).build());
        network.init();
        var typed = network.convertDataType(DataType.DOUBLE);
        Networks.compile(typed, GanOptions.wassersteinGp().generatorAdam(), Loss.WASSERSTEIN);
        return typed;
    }

    private static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    private static ConvolutionLayer convolution(int stride, Activation activation) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(4)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation)
                .build();
    }

    static Stream<Named<MultiLayerNetwork>> critics() {
        return Stream.of(
                Named.of(
                        "dense",
                        critic(
                                dense(9, Activation.IDENTITY),
                                new ActivationLayer(new ActivationLReLU(0.2)),
                                dense(7, Activation.LEAKYRELU))),
                Named.of(
                        "convolution",
                        critic(
                                convolution(2, Activation.IDENTITY),
                                new ActivationLayer(new ActivationLReLU(0.3)),
                                convolution(1, Activation.RELU))));
    }

    @ParameterizedTest
    @MethodSource("critics")
    void itsGradientIsThatOfDifferences(MultiLayerNetwork critic) {
        var points = Nd4j.rand(DataType.DOUBLE, 5, SIDE * SIDE).muli(2).subi(1);
        var gradient = LayerPenalty.take(critic, points, SIDE * SIDE, WEIGHT)
                .gradient()
                .div(5); // a sum over the points
        var weights = critic.params();
        double step = 1e-6;
        for (long i = 0; i < weights.length(); i++) {
            double weight = weights.getDouble(i);
            weights.putScalar(i, weight + step);
            double above = value(critic, points);
            weights.putScalar(i, weight - step);
            double below = value(critic, points);
            weights.putScalar(i, weight);
            assertEquals((above - below) / (2 * step), gradient.getDouble(i), 1e-6, "by weight " + i);
        }
    }

    private static double value(MultiLayerNetwork critic, INDArray points) {
        return LayerPenalty.take(critic, points, SIDE * SIDE, WEIGHT).value();
    }

    @Test
    void aScoreWithoutAnySlopeHasAFinitePenalty() {
        for (boolean fused : new boolean[] {true, false}) {
            var generator = Networks.generator(1);
            var critic = Networks.discriminator(1);
            var options = GanOptions.wassersteinGp().withDiscriminatorSteps(1);
            Networks.compile(generator, options.generatorAdam(), options.loss());
            Networks.compile(critic, options.generatorAdam(), options.loss());
            critic.params().assign(0);
            var objective = options.objective();
            var batch = new Batch(Nd4j.zeros(4, 784), Noise.TRAINING.draw(4, 1), Noise.TRAINING.draw(4, 2))
                    .withInterpolation(Nd4j.zeros(4, 1));
            var step = fused
                    ? new FusedStep(generator, critic, objective)
                    : new LayerStep(generator, critic, OneHot.of(0), objective, new SeededRandom(0));
            assertEquals(WEIGHT, step.updateDiscriminator(batch).loss(), 1e-4);
            assertTrue(Double.isFinite(critic.params().sumNumber().doubleValue()));
        }
    }

    static Stream<MultiLayerNetwork> otherCritics() {
        return Stream.of(
                critic(dense(4, Activation.TANH)),
                critic(dense(4, Activation.RELU), new BatchNormalization()),
                critic(new SubsamplingLayer.Builder(2, 2).build()),
                critic(new DenseLayer.Builder()
                        .nOut(4)
                        .activation(Activation.RELU)
                        .dropOut(0.5)
                        .build()));
    }

    @ParameterizedTest
    @MethodSource("otherCritics")
    void refusesWhatHasAnotherSecondDerivative(MultiLayerNetwork critic) {
        var message = assertThrows(IllegalArgumentException.class, () -> LayerPenalty.requireLayers(critic))
                .getMessage();
        assertTrue(message.contains("withGradientPenalty(0)"), message);
    }
}
