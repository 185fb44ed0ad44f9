package io.github.gan4j.model;

import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Noise;
import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.Check;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** The tutorial's two networks as DL4J builds them, with Keras's values where DL4J's defaults differ (tutorial steps 2, 3 and 4). */
public final class Networks {
    private static final double MOMENTUM = 0.8; // BatchNormalization(momentum=0.8); DL4J calls it decay
    private static final double BATCH_NORM_EPSILON = 1e-3; // DL4J's default is 1e-5
    private static final double ADAM_EPSILON = 1e-7; // DL4J's default is 1e-8

    private Networks() {}

    /** The tutorial's generator from a seed. */
    public static MultiLayerNetwork generator(long seed) {
        return generator(NetworkOptions.defaults().withSeed(seed));
    }

    /** 100 -> 256 -> 512 -> 1024 -> features, each hidden layer with leaky ReLU and batch normalisation, tanh at the end. */
    public static MultiLayerNetwork generator(NetworkOptions options) {
        var layers = layers(options.seed());
        for (int units : new int[] {256, 512, 1024}) {
            layers.layer(dense(units, Activation.IDENTITY))
                    .layer(leakyRelu(options.leakySlope()))
                    .layer(batchNormalization());
        }
        layers.layer(dense(options.shape().features(), Activation.TANH));
        return network(layers, Noise.SIZE);
    }

    /** The tutorial's discriminator from a seed. */
    public static MultiLayerNetwork discriminator(long seed) {
        return discriminator(NetworkOptions.defaults().withSeed(seed));
    }

    /** features -> 1024 -> 256 -> 1, leaky ReLU between, sigmoid at the end. */
    public static MultiLayerNetwork discriminator(NetworkOptions options) {
        var layers = layers(options.seed() + 1); // else its first weights would repeat the generator's
        for (int units : new int[] {1024, 256}) {
            layers.layer(dense(units, Activation.IDENTITY)).layer(leakyRelu(options.leakySlope()));
        }
        layers.layer(new OutputLayer.Builder(new SigmoidCrossEntropy())
                .nOut(1)
                .activation(Activation.SIGMOID)
                .build());
        return network(layers, options.shape().features());
    }

    /** What Keras calls compile: a loss, and an Adam of the network's own that starts at step 0. */
    public static void compile(MultiLayerNetwork network, GanOptions.Adam adam, Loss loss) {
        for (var layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof BaseLayer configuration) {
                configuration.setIUpdater(optimizer(adam));
            }
            if (layer.conf().getLayer() instanceof BaseOutputLayer output) {
                output.setLossFn(lossFunction(loss));
            }
        }
        network.setUpdater(null); // the next use makes one with empty state
        network.getLayerWiseConfigurations().setIterationCount(0);
    }

    /**
     * Checks that a discriminator ends in what the loss is computed from.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static void requireLastLayer(MultiLayerNetwork discriminator, Loss loss) {
        var last = discriminator.getOutputLayer();
        var found = last instanceof org.deeplearning4j.nn.layers.BaseOutputLayer<?> output
                ? output.layerConf().getActivationFn().toString()
                : "no output layer";
        Check.argument(
                found.equals(loss.lastActivation().getActivationFunction().toString()),
                "buildGan: for %s the discriminator's last layer must be an OutputLayer with %s, but got %s (%s).%n"
                        + "End with new OutputLayer.Builder(new %s()).nOut(1).activation(Activation.%s).build().",
                loss,
                loss.lastActivation().toString().toLowerCase(Locale.ROOT),
                last.getClass().getSimpleName(),
                found,
                lossFunction(loss).name(),
                loss.lastActivation());
    }

    /** A loss as DL4J's output layer computes it. */
    public static ILossFunction lossFunction(Loss loss) {
        return loss == Loss.CROSS_ENTROPY ? new SigmoidCrossEntropy() : new LeastSquares();
    }

    /** The optimizer that {@link #compile} gives a network (tutorial step 4). */
    public static Adam optimizer(GanOptions.Adam adam) {
        var schedule = new InverseSchedule(ScheduleType.ITERATION, adam.rate(), adam.decay(), 1);
        return Adam.builder()
                .learningRate(adam.rate())
                .learningRateSchedule(schedule)
                .beta1(adam.beta1())
                .beta2(adam.beta2())
                .epsilon(ADAM_EPSILON)
                .build();
    }

    private static ListBuilder layers(long seed) {
        Backend.ensure();
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER_UNIFORM) // Keras's glorot_uniform
                .updater(optimizer(GanOptions.defaults().generatorAdam()))
                .list();
    }

    private static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    private static ActivationLayer leakyRelu(double slope) {
        return new ActivationLayer(new ActivationLReLU(slope)); // DL4J's default slope is 0.01
    }

    private static BatchNormalization batchNormalization() {
        return new BatchNormalization.Builder()
                .decay(MOMENTUM)
                .eps(BATCH_NORM_EPSILON)
                .useLogStd(false) // keep the variance itself, as Keras does
                .build();
    }

    private static MultiLayerNetwork network(ListBuilder layers, int inputs) {
        var network = new MultiLayerNetwork(
                layers.setInputType(InputType.feedForward(inputs)).build());
        network.init();
        return network;
    }
}
