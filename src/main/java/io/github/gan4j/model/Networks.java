package io.github.gan4j.model;

import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Noise;
import io.github.gan4j.internal.Check;
import java.util.Locale;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** The two networks as DL4J builds them, the tutorial's dense ones (tutorial steps 2 and 3) or convolutional ones. */
public final class Networks {
    private Networks() {}

    /** The tutorial's generator from a seed. */
    public static MultiLayerNetwork generator(long seed) {
        return generator(NetworkOptions.defaults().withSeed(seed));
    }

    /** Noise, and where there are classes one-hot labels, [n, 100 + classes] -> images [n, features] in -1..1. */
    public static MultiLayerNetwork generator(NetworkOptions options) {
        return options.isConvolutional() ? Dcgan.generator(options) : denseGenerator(options);
    }

    /** 100 + classes -> 256 -> 512 -> 1024 -> features, each hidden layer with leaky ReLU and batch normalisation, tanh at the end. */
    private static MultiLayerNetwork denseGenerator(NetworkOptions options) {
        var layers = KerasLayers.list(options.seed());
        for (int units : new int[] {256, 512, 1024}) {
            layers.layer(KerasLayers.dense(units, Activation.IDENTITY))
                    .layer(KerasLayers.leakyRelu(options.leakySlope()))
                    .layer(KerasLayers.batchNormalization(options.momentum()));
        }
        layers.layer(KerasLayers.dense(options.shape().features(), Activation.TANH));
        return KerasLayers.network(layers, InputType.feedForward(Noise.SIZE + options.classes()));
    }

    /** The tutorial's discriminator from a seed. */
    public static MultiLayerNetwork discriminator(long seed) {
        return discriminator(NetworkOptions.defaults().withSeed(seed));
    }

    /** Images in -1..1 and one-hot labels behind them, as {@link OneHot} says -> the probability [n, 1] that each is real. */
    public static MultiLayerNetwork discriminator(NetworkOptions options) {
        return options.isConvolutional() ? Dcgan.discriminator(options) : denseDiscriminator(options);
    }

    /** features + classes -> 1024 -> 256 -> 1, leaky ReLU between, sigmoid at the end. */
    private static MultiLayerNetwork denseDiscriminator(NetworkOptions options) {
        var layers = KerasLayers.list(options.seed() + 1); // else its first weights would repeat the generator's
        for (int units : new int[] {1024, 256}) {
            layers.layer(KerasLayers.dense(units, Activation.IDENTITY))
                    .layer(KerasLayers.leakyRelu(options.leakySlope()));
        }
        layers.layer(KerasLayers.probability());
        return KerasLayers.network(layers, InputType.feedForward(options.shape().features() + options.classes()));
    }

    /** What Keras calls compile: a loss, and an Adam of the network's own that starts at step 0. */
    public static void compile(MultiLayerNetwork network, GanOptions.Adam adam, Loss loss) {
        for (var layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof BaseLayer configuration) {
                configuration.setIUpdater(KerasLayers.optimizer(adam));
            }
            if (layer.conf().getLayer() instanceof BaseOutputLayer output) {
                output.setLossFn(lossFunction(loss));
                if (loss.isScore() && output.getActivationFn() instanceof ActivationSigmoid) {
                    output.setActivationFn(loss.lastActivation().getActivationFunction());
                }
            }
        }
        network.setUpdater(null); // the next use makes one with empty state
        network.getLayerWiseConfigurations().setIterationCount(0);
    }

    /**
     * Checks that a discriminator ends in what the loss is computed from; a sigmoid goes when a network is compiled for scores.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static void requireLastLayer(MultiLayerNetwork discriminator, Loss loss) {
        var last = discriminator.getOutputLayer();
        var found = last instanceof org.deeplearning4j.nn.layers.BaseOutputLayer<?> output
                ? output.layerConf().getActivationFn().toString()
                : "no output layer";
        Check.argument(
                found.equals(name(loss.lastActivation())) || loss.isScore() && found.equals(name(Activation.SIGMOID)),
                "buildGan: for %s the discriminator's last layer must be an OutputLayer with %s, but got %s (%s).%n"
                        + "End with new OutputLayer.Builder(new %s()).nOut(1).activation(Activation.%s).build().",
                loss,
                loss.lastActivation().toString().toLowerCase(Locale.ROOT),
                last.getClass().getSimpleName(),
                found,
                lossFunction(loss).name(),
                loss.lastActivation());
    }

    private static String name(Activation activation) {
        return activation.getActivationFunction().toString();
    }

    /** A loss as DL4J's output layer computes it. */
    public static ILossFunction lossFunction(Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY -> new SigmoidCrossEntropy();
            case LEAST_SQUARES -> new LeastSquares();
            case WASSERSTEIN -> new Wasserstein();
        };
    }
}
