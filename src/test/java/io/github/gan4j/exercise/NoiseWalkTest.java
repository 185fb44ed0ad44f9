package io.github.gan4j.exercise;

import static io.github.gan4j.exercise.Verdicts.not;
import static io.github.gan4j.exercise.Verdicts.right;

import io.github.gan4j.Gan4j;
import io.github.gan4j.Generator;
import io.github.gan4j.Images;
import io.github.gan4j.Noise;
import io.github.gan4j.judge.DigitClassifier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Walks of a generator that draws what the test wants, for no training is as quick. */
class NoiseWalkTest {
    @Test
    void judgesWalks() {
        var digits = Gan4j.syntheticDigits(200, 1);
        var from = Noise.TRAINING.draw(1, 7);
        var to = Noise.TRAINING.draw(1, 8);
        var gan = Gan4j.buildGan(drawing(from, sure(digits, 3, 0), to, sure(digits, 4, 0)), Gan4j.buildDiscriminator());
        var other =
                Gan4j.buildGan(drawing(from, sure(digits, 3, 0), to, sure(digits, 3, 1)), Gan4j.buildDiscriminator());
        right(9, new Walk(gan, from, to));
        right(9, new Walk(gan, to, from));
        not(9, "same noise", new Walk(gan, from, from));
        not(9, "both ends", new Walk(other, from, to));
        not(9, "squared length", new Walk(gan, from.mul(3), to));
        not(
                9,
                "Is the pair trained",
                new Walk(Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator()), from, to));
    }

    /** The n-th picture [1, 784] that the classifier is sure of and takes for this digit. */
    private static INDArray sure(Images images, int digit, int n) {
        var seen = DigitClassifier.shipped().predict(images.batch(0, images.size()));
        int image = IntStream.range(0, images.size())
                .filter(i -> seen.digit(i) == digit && seen.confidence(i) > 0.99)
                .skip(n)
                .findFirst()
                .orElseThrow();
        return images.batch(image, 1);
    }

    /** One layer that draws these two images for these two noises. */
    private static Generator drawing(INDArray from, INDArray first, INDArray to, INDArray second) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(100)
                        .nOut(784)
                        .activation(Activation.TANH)
                        .build())
                .build());
        network.init();
        var way = to.sub(from); // [1, 100]
        double length = way.mul(way).sumNumber().doubleValue();
        var z1 = first.mul(3);
        var change = second.mul(3).subi(z1); // [1, 784]
        network.setParam("0_W", way.transpose().mmul(change).divi(length));
        double offset = from.mul(way).sumNumber().doubleValue() / length;
        network.setParam("0_b", z1.sub(change.mul(offset)));
        return new Generator(network);
    }
}
