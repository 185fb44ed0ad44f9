package io.github.gan4j;

import io.github.gan4j.model.SigmoidCrossEntropy;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.learning.config.Adam;

/** A pair of the tutorial's kinds of layers with few units, for tests that need many. */
public final class SmallPair {
    private SmallPair() {}

    /** 100 -> units -> 784 and 784 -> units -> 1. */
    public static Gan of(int units, GanOptions options) {
        return Gan4j.buildGan(generator(units), discriminator(units), options);
    }

    /** A pair of one unit after three steps on synthetic digits, as it is saved in the file. */
    public static Gan saved(Path file) {
        var gan = of(1, GanOptions.defaults());
        var digits = Gan4j.syntheticDigits(100, 1);
        for (int step = 0; step < 3; step++) {
            Gan4j.trainStep(gan, digits);
        }
        Gan4j.save(gan, file);
        return gan;
    }

    public static Generator generator(int units) {
        return new Generator(network(
                dense(100, units, Activation.IDENTITY),
                new ActivationLayer(new ActivationLReLU(0.2)),
                new BatchNormalization.Builder()
                        .nIn(units)
                        .nOut(units)
                        .decay(0.8)
                        .eps(1e-3)
                        .useLogStd(false)
                        .build(),
                dense(units, 784, Activation.TANH)));
    }

    public static Discriminator discriminator(int units) {
        return new Discriminator(network(
                dense(784, units, Activation.IDENTITY), new ActivationLayer(new ActivationLReLU(0.2)), output(units)));
    }

    /** Any layers as an initialised network with seed 1. */
    public static MultiLayerNetwork network(Layer... layers) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam())
                .list(layers)
                .build());
        network.init();
        return network;
    }

    public static DenseLayer dense(int inputs, int units, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(activation)
                .build();
    }

    public static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(new SigmoidCrossEntropy())
                .nIn(inputs)
                .nOut(1)
                .activation(Activation.SIGMOID)
                .build();
    }
}
