package io.github.gan4j.model;

import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Noise;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.activations.Activation;

/**
 * The two convolutional networks of TensorFlow's DCGAN tutorial (after Radford et al. 2016), with a width f in place of its
 * 64. Images are rows of numbers here too, [n, channels * height * width] in -1..1.
 */
final class Dcgan {
    private static final int KERNEL = 5;

    private Dcgan() {}

    /**
     * 100 + classes -> images of 4f channels and a quarter of the size, which three transposed convolutions enlarge; batch normalisation
     * and leaky ReLU between, tanh at the end.
     */
    static MultiLayerNetwork generator(NetworkOptions options) {
        var shape = options.shape();
        int f = options.width();
        int height = shape.height() / 4;
        int width = shape.width() / 4;
        var layers = KerasLayers.list(options.seed());
        addNormAndLeak(layers.layer(dense(height * width * 4 * f)), options);
        addNormAndLeak(layers.layer(enlarge(4 * f, 2 * f, 1)), options); // [n, 2f, height / 4, width / 4]
        addNormAndLeak(layers.layer(enlarge(2 * f, f, 2)), options); // [n, f, height / 2, width / 2]
        layers.layer(enlarge(f, shape.channels(), 2)) // [n, channels, height, width]
                .layer(new ActivationLayer(Activation.TANH)) // on its own, because only a layer's input is made flat
                .inputPreProcessor(3, new FeedForwardToCnnPreProcessor(height, width, 4 * f))
                .inputPreProcessor(
                        10, new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels()));
        return KerasLayers.network(layers, InputType.feedForward(Noise.SIZE + options.classes()));
    }

    /**
     * Two convolutions halve an image, with a plane of 0 or 1 for each class behind it, twice; leaky ReLU and dropout follow each,
     * and one unit judges what they see.
     */
    static MultiLayerNetwork discriminator(NetworkOptions options) {
        var shape = options.shape();
        int f = options.width();
        var layers = KerasLayers.list(options.seed() + 1); // else its first weights would repeat the generator's
        int planes = shape.channels() + options.classes();
        addLeakAndDropout(layers.layer(halve(planes, f)), options); // [n, f, height / 2, width / 2]
        addLeakAndDropout(layers.layer(halve(f, 2 * f)), options); // [n, 2f, height / 4, width / 4]
        layers.layer(KerasLayers.probability());
        return KerasLayers.network(layers, InputType.convolutionalFlat(shape.height(), shape.width(), planes));
    }

    private static void addNormAndLeak(ListBuilder layers, NetworkOptions options) {
        layers.layer(KerasLayers.batchNormalization(options.momentum()))
                .layer(KerasLayers.leakyRelu(options.leakySlope()));
    }

    private static void addLeakAndDropout(ListBuilder layers, NetworkOptions options) {
        layers.layer(KerasLayers.leakyRelu(options.leakySlope()));
        if (options.dropout() > 0) {
            layers.layer(new DropoutLayer(1 - options.dropout())); // DL4J says what stays
        }
    }

    private static DenseLayer dense(int units) {
        return new DenseLayer.Builder()
                .nOut(units)
                .hasBias(false) // the norm behind it has one
                .activation(Activation.IDENTITY)
                .build();
    }

    private static Deconvolution2D enlarge(int inputs, int outputs, int stride) {
        return new Deconvolution2D.Builder(KERNEL, KERNEL)
                .nIn(inputs)
                .nOut(outputs)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .weightInit(glorotUniform(inputs, outputs))
                .build();
    }

    private static ConvolutionLayer halve(int inputs, int outputs) {
        return new ConvolutionLayer.Builder(KERNEL, KERNEL)
                .nIn(inputs)
                .nOut(outputs)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .weightInit(glorotUniform(inputs, outputs))
                .build();
    }

    /** Keras's; DL4J's own divides the number of outputs by the stride squared. */
    private static WeightInitDistribution glorotUniform(int inputs, int outputs) {
        double limit = Math.sqrt(6.0 / (KERNEL * KERNEL * (inputs + outputs)));
        return new WeightInitDistribution(new UniformDistribution(-limit, limit));
    }
}
