package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.activations.Activation.IDENTITY;
import static org.nd4j.linalg.activations.Activation.RELU;
import static org.nd4j.linalg.activations.Activation.SIGMOID;
import static org.nd4j.linalg.activations.Activation.TANH;

import io.github.gan4j.SmallPair;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.train.fused.FusedStep;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/** What the fused way leaves to DL4J's layers, and names. */
class FusedSupportTest {
    private static MultiLayerNetwork generator(OwnNetwork.Layers layers) {
        return OwnNetwork.generator(RoutePair.NOISE, DataType.FLOAT, layers);
    }

    private static MultiLayerNetwork discriminator(OwnNetwork.Layers layers) {
        return OwnNetwork.discriminator(8, 8, 1, DataType.FLOAT, layers);
    }

    private static MultiLayerNetwork generator() {
        return generator(own -> start(own).transposed(3, 3, 2, 1, IDENTITY).end(8, 8, 1, TANH));
    }

    private static OwnNetwork start(OwnNetwork own) {
        return own.dense(4 * 4 * 3, RELU).image(4, 4, 3);
    }

    private static MultiLayerNetwork discriminator() {
        return discriminator(own -> own.convolution(3, 3, 2, 4, RELU));
    }

    static Stream<Arguments> discriminators() {
        return Stream.of(
                judging(new SubsamplingLayer.Builder(2, 2).stride(2, 2).build()),
                judging(new Upsampling2D.Builder(2).build()),
                judging(new ZeroPaddingLayer(1, 1)),
                judging(new GlobalPoolingLayer()),
                judging(new SeparableConvolution2D.Builder(3, 3).nOut(2).build()),
                judging(new DepthwiseConvolution2D.Builder(3, 3).nOut(2).build()),
                judging("stride 3", OwnNetwork.convolution(3, 3, 3)),
                judging("two strides", OwnNetwork.convolution(3, 3, 1).stride(1, 2)),
                judging("kernel 8", OwnNetwork.convolution(3, 8, 1)),
                judging("gaps", OwnNetwork.convolution(3, 3, 1).dilation(2, 2)),
                judging("no padding", OwnNetwork.convolution(3, 3, 1).convolutionMode(ConvolutionMode.Truncate)),
                judging("ELU", OwnNetwork.convolution(3, 3, 1).activation(Activation.ELU)),
                judging("input dropout", OwnNetwork.convolution(3, 3, 1).dropOut(0.5)),
                judging("decay", OwnNetwork.convolution(3, 3, 1).l2(0.1)),
                judging(
                        "layer 1 (BatchNormalization)",
                        "norm",
                        own -> own.convolution(3, 3, 1, 2, RELU).norm()),
                judging(
                        "layer 2 (BatchNormalization)",
                        "norm of pixels",
                        own -> own.convolution(3, 3, 1, 2, IDENTITY)
                                .leaky()
                                .rows(8, 8, 2)
                                .norm()),
                judging(
                        "layer 0 (ActivationLayer)",
                        "activation first",
                        own -> own.leaky().dense(4, RELU)),
                judging(
                        "layer 0 (DropoutLayer)",
                        "dropout first",
                        own -> own.dropout(0.5).dense(4, RELU)),
                judging(
                        "layer 2 (DropoutLayer)",
                        "twice dropped",
                        own -> own.dense(4, RELU).dropout(0.5).dropout(0.5)),
                judging(
                        "layer 1 (DropoutLayer)",
                        "Gaussian dropout",
                        own -> own.dense(4, RELU).add(new DropoutLayer(new GaussianDropout(0.5)))),
                judging(
                        "layer 2 (ActivationLayer)",
                        "activation behind dropout",
                        own -> own.dense(4, RELU).dropout(0.5).activation(TANH)),
                judging("only one layer", "one layer", own -> {}));
    }

    private static Arguments judging(Layer layer) {
        String kind = layer.getClass().getSimpleName();
        return judging(
                "layer 1 (" + kind + ")",
                kind,
                own -> own.convolution(3, 3, 1, 2, RELU).add(layer));
    }

    private static Arguments judging(String name, ConvolutionLayer.Builder layer) {
        return judging(
                "layer 0 (ConvolutionLayer)", name, own -> own.add(layer.nOut(2).build()));
    }

    private static Arguments judging(String obstacle, String name, OwnNetwork.Layers layers) {
        return Arguments.of(obstacle, Named.of(name, layers));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("discriminators")
    void leavesDiscriminators(String obstacle, OwnNetwork.Layers layers) {
        assertRefused(obstacle + " in the discriminator", generator(), discriminator(layers));
    }

    static Stream<Arguments> generators() {
        return Stream.of(
                judging(
                        "layer 1 (Upsampling2D)",
                        "upsampling",
                        own -> start(own)
                                .add(new Upsampling2D.Builder(2).build())
                                .convolution(3, 3, 1, 1, IDENTITY)
                                .end(8, 8, 1, TANH)),
                judging(
                        "layer 1 (LSTM)",
                        "recurrence",
                        own -> own.dense(9, RELU)
                                .add(new LSTM.Builder().nOut(5).build())
                                .dense(64, TANH)),
                judging(
                        "layer 1 (BatchNormalization)",
                        "norm of channels that dense weights computed",
                        own -> start(own)
                                .norm()
                                .transposed(3, 3, 2, 1, IDENTITY)
                                .end(8, 8, 1, TANH)),
                judging(
                        "layer 2 (BatchNormalization)",
                        "norm of pixels",
                        own -> start(own)
                                .transposed(3, 3, 2, 1, IDENTITY)
                                .rows(8, 8, 1)
                                .norm()
                                .dense(64, TANH)),
                judging(
                        "layer 2 (BatchNormalization)",
                        "two norms",
                        own -> own.dense(9, RELU).norm().norm().dense(64, TANH)),
                judging(
                        "layer 1 (ActivationLayer)",
                        "two activations",
                        own -> own.dense(9, RELU).activation(TANH).dense(64, TANH)),
                judging(
                        "layer 1 (ActivationLayer)",
                        "sigmoid",
                        own -> own.dense(64, IDENTITY).activation(SIGMOID).dense(64, TANH)),
                judging(
                        "layer 1 (Deconvolution2D)",
                        "kernel 8",
                        own -> start(own)
                                .transposed(8, 8, 2, 1, TANH)
                                .rows(8, 8, 1)
                                .dense(64, TANH)),
                judging(
                        "layer 1 (Deconvolution2D)",
                        "stride 3",
                        own -> start(own)
                                .transposed(3, 3, 3, 1, TANH)
                                .rows(12, 12, 1)
                                .dense(64, TANH)),
                judging(
                        "layer 0 (FrozenLayerWithBackprop)",
                        "frozen",
                        own -> own.add(new FrozenLayerWithBackprop(SmallPair.dense(RoutePair.NOISE, 9, RELU)))
                                .dense(64, TANH)),
                judging("images at its end", "no rows", own -> start(own).transposed(3, 3, 2, 1, TANH)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("generators")
    void leavesGenerators(String obstacle, OwnNetwork.Layers layers) {
        assertRefused(obstacle + " in the generator", generator(layers), discriminator());
    }

    @Test
    void leavesNetworksWithOtherSettings() {
        var channelsLast = discriminator();
        ((ConvolutionLayer) channelsLast.getLayer(0).conf().getLayer()).setCnn2dDataFormat(CNN2DFormat.NHWC);
        assertRefused("layer 0 (ConvolutionLayer) in the discriminator", generator(), channelsLast);
        var exact = OwnNetwork.generator(
                RoutePair.NOISE, DataType.DOUBLE, own -> own.dense(9, RELU).dense(64, TANH));
        assertRefused("other numbers than float32 or sums over a batch in the generator", exact, discriminator());
        var dropping = discriminator();
        dropping.getLayer(0).conf().getLayer().setIDropout(new Dropout(0.5));
        assertRefused("layer 0 (ConvolutionLayer) in the discriminator", generator(), dropping);
    }

    @Test
    void takesPlanesOfLabelsIntoAConvolutionAlone() {
        var planes = new OneHot(10, 64);
        var transposed = discriminator(own -> own.transposed(3, 3, 1, 4, RELU));
        assertEquals(Optional.empty(), FusedStep.obstacle(generator(), discriminator(), planes));
        assertEquals(
                Optional.of("layer 0 (Deconvolution2D) behind planes of labels in the discriminator"),
                FusedStep.obstacle(generator(), transposed, planes));
        assertTrue(FusedStep.supports(generator(), transposed));
    }

    @Test
    void takesAPlainPair() {
        assertTrue(FusedStep.supports(generator(), discriminator()));
        assertEquals(Optional.empty(), FusedStep.obstacle(generator(), discriminator(), OneHot.of(0)));
    }

    private static void assertRefused(String obstacle, MultiLayerNetwork generator, MultiLayerNetwork discriminator) {
        assertFalse(FusedStep.supports(generator, discriminator));
        assertEquals(Optional.of(obstacle), FusedStep.obstacle(generator, discriminator, OneHot.of(0)));
    }
}
