package io.github.gan4j.train;

import io.github.gan4j.model.SigmoidCrossEntropy;
import java.util.Random;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Networks of a user's own, layer by layer, for tests that need many. */
public final class OwnNetwork {
    /** Large, so that an update is about as large as its gradient, and rounding stays rounding. */
    private static final double EPSILON = 1e-2;

    private final InputType input;
    private final DataType type;
    private final ListBuilder layers;
    private int count;

    private OwnNetwork(InputType input, DataType type) {
        this.input = input;
        this.type = type;
        this.layers = new NeuralNetConfiguration.Builder()
                .seed(5)
                .dataType(type)
                .updater(new Adam(1e-2, 0.5, 0.999, EPSILON))
                .list();
    }

    /** The layers of a network, for any type of numbers. */
    public interface Layers extends Consumer<OwnNetwork> {}

    /** A generator from so many numbers of noise. */
    public static MultiLayerNetwork generator(int noise, DataType type, Layers layers) {
        var network = new OwnNetwork(InputType.feedForward(noise), type);
        layers.accept(network);
        return network.build();
    }

    /** A discriminator of flat images of these sizes; the unit at its end is added. */
    public static MultiLayerNetwork discriminator(int height, int width, int channels, DataType type, Layers layers) {
        var network = new OwnNetwork(InputType.convolutionalFlat(height, width, channels), type);
        layers.accept(network);
        return network.add(new OutputLayer.Builder(new SigmoidCrossEntropy())
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
    }

    private MultiLayerNetwork build() {
        var network = new MultiLayerNetwork(layers.setInputType(input).build());
        network.init();
        var random = new Random(4); // biases and statistics start at 0 and 1, where a mistake would not be seen
        network.paramTable().forEach((name, values) -> {
            if (!name.endsWith("_W")) {
                double middle = name.endsWith("_gamma") || name.endsWith("_var") ? 1 : 0;
                var numbers = random.doubles(values.length(), middle - 0.3, middle + 0.3)
                        .toArray();
                values.assign(Nd4j.createFromArray(numbers).castTo(type).reshape(values.shape()));
            }
        });
        return network;
    }

    public OwnNetwork add(Layer layer) {
        layers.layer(count++, layer);
        return this;
    }

    public OwnNetwork dense(int units, Activation activation) {
        return add(new DenseLayer.Builder().nOut(units).activation(activation).build());
    }

    OwnNetwork denseWithoutBias(int units) {
        return add(new DenseLayer.Builder()
                .nOut(units)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build());
    }

    /** What comes next sees rows as images. */
    public OwnNetwork image(int height, int width, int channels) {
        layers.inputPreProcessor(count, new FeedForwardToCnnPreProcessor(height, width, channels));
        return this;
    }

    /** What comes next sees images as rows. */
    OwnNetwork rows(int height, int width, int channels) {
        layers.inputPreProcessor(count, new CnnToFeedForwardPreProcessor(height, width, channels));
        return this;
    }

    /** Images become rows at a generator's end, behind which an activation stands. */
    public OwnNetwork end(int height, int width, int channels, Activation activation) {
        return rows(height, width, channels).activation(activation);
    }

    OwnNetwork activation(Activation activation) {
        return add(new ActivationLayer(activation));
    }

    public OwnNetwork leaky() {
        return add(new ActivationLayer(new ActivationLReLU(0.2)));
    }

    public OwnNetwork norm() {
        return add(new BatchNormalization.Builder()
                .decay(0.8)
                .eps(1e-3)
                .useLogStd(false)
                .build());
    }

    public OwnNetwork dropout(double kept) {
        return add(new DropoutLayer(kept));
    }

    public OwnNetwork convolution(int height, int width, int stride, int channels, Activation activation) {
        return add(convolution(height, width, stride)
                .nOut(channels)
                .activation(activation)
                .build());
    }

    /** A convolution's builder with 'same' padding. */
    static ConvolutionLayer.Builder convolution(int height, int width, int stride) {
        return new ConvolutionLayer.Builder(height, width)
                .stride(stride, stride)
                .dataFormat(CNN2DFormat.NCHW)
                .convolutionMode(ConvolutionMode.Same);
    }

    public OwnNetwork transposed(int height, int width, int stride, int channels, Activation activation) {
        return transposed(height, width, stride, channels, activation, true);
    }

    OwnNetwork transposed(int height, int width, int stride, int channels, Activation activation, boolean bias) {
        return add(new Deconvolution2D.Builder(height, width)
                .nOut(channels)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation)
                .hasBias(bias)
                .build());
    }
}
