package io.github.gan4j.model;

import io.github.gan4j.GanOptions;
import io.github.gan4j.internal.Backend;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** DL4J's layers and optimizer with Keras's values where DL4J's defaults differ (tutorial steps 2, 3 and 4). */
public final class KerasLayers {
    private static final double BATCH_NORM_EPSILON = 1e-3; // DL4J's default is 1e-5
    private static final double ADAM_EPSILON = 1e-7; // DL4J's default is 1e-8

    private KerasLayers() {}

    /** Keras's Adam with these numbers (tutorial step 4). */
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

    /** An empty list of layers whose weights come from a seed. */
    static ListBuilder list(long seed) {
        Backend.ensure();
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER_UNIFORM) // Keras's glorot_uniform
                .updater(optimizer(GanOptions.defaults().generatorAdam()))
                .list();
    }

    static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    static ActivationLayer leakyRelu(double slope) {
        return new ActivationLayer(new ActivationLReLU(slope)); // DL4J's default slope is 0.01
    }

    /** Keras's momentum, which DL4J calls decay. */
    static BatchNormalization batchNormalization(double momentum) {
        return new BatchNormalization.Builder()
                .decay(momentum)
                .eps(BATCH_NORM_EPSILON)
                .useLogStd(false) // keep the variance itself, as Keras does
                .build();
    }

    /** One unit that says how probable it is that an image is real. */
    static OutputLayer probability() {
        return new OutputLayer.Builder(new SigmoidCrossEntropy())
                .nOut(1)
                .activation(Activation.SIGMOID)
                .build();
    }

    static MultiLayerNetwork network(ListBuilder layers, InputType inputs) {
        var network = new MultiLayerNetwork(layers.setInputType(inputs).build());
        network.init();
        return network;
    }
}
