package io.github.gan4j.exercise;

import io.github.gan4j.Gan;
import io.github.gan4j.Noise;
import io.github.gan4j.data.SyntheticDigits;
import java.util.Locale;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The tutorial's leaky ReLU (tutorial steps 2 and 3) against plain ReLU. */
final class PlainRelu {
    static final Exercise EXERCISE = new Exercise(2, "ReLU for leaky ReLU", """
            Hidden layers of the tutorial let a fifth of a negative value through. Build the same pair with
            plain ReLU, which lets nothing through, in both networks; then train both pairs and compare.
            """, """
            var relu = NetworkOptions.defaults();
            var gan = buildGan(buildGenerator(relu), buildDiscriminator(relu));

            check(2, gan);
            """, """
            var relu = NetworkOptions.defaults().withLeakySlope(0);
            var gan = buildGan(buildGenerator(relu), buildDiscriminator(relu));

            var digits = loadDigits();
            var losses = train(gan, digits, 300);

            show(plotGrid(gan));

            var leaky = buildGan(buildGenerator(), buildDiscriminator());
            var leakyLosses = train(leaky, digits, 300);

            show(plotGrid(leaky));

            check(2, gan);
            """, """
            A slope of 0 is all there is to it. Where ReLU gives zero no gradient comes back, so from each picture about
            half of the hidden values learn nothing. After 300 steps both grids are fog in which strokes begin to show,
            and in ours the pair with ReLU draws two in negative. That is one run of each; notebook 6 says what it takes
            to call one of them better.
            """, PlainRelu::judge);

    private PlainRelu() {}

    private static String judge(Object answer) {
        var gan = WrongAnswer.requireType(Gan.class, "buildGan(...) gives one.", answer);
        double drawing = zeros("generator", gan.generator().network(), Noise.TRAINING.draw(64, 1));
        var digits = SyntheticDigits.draw(64, 1).batch(0, 64);
        double judging = zeros("discriminator", gan.discriminator().network(), digits);
        return String.format(
                Locale.ROOT,
                "of the first hidden layer's values %.0f %% are zero in the generator and %.0f %% in the discriminator,"
                        + " and where a value is zero no gradient comes back.",
                100 * drawing,
                100 * judging);
    }

    /** The share of zeros in the first hidden layer; all hidden layers are checked. */
    private static double zeros(String name, MultiLayerNetwork network, INDArray input) {
        var outputs = network.feedForward(input, false); // the input itself comes first
        double first = -1;
        for (int layer = 0; layer < network.getnLayers() - 1; layer++) {
            if (isActivation(network, layer)) {
                double share = zeros(name, outputs.get(layer + 1));
                first = first < 0 ? share : first;
            }
        }
        WrongAnswer.require(first >= 0, "the %s has no hidden activation at all.", name);
        return first;
    }

    private static boolean isActivation(MultiLayerNetwork network, int layer) {
        var configuration = network.getLayer(layer).conf().getLayer();
        return configuration instanceof ActivationLayer
                || configuration instanceof DenseLayer dense
                        && !(dense.getActivationFn() instanceof ActivationIdentity);
    }

    private static double zeros(String name, INDArray output) {
        double least = output.minNumber().doubleValue();
        WrongAnswer.require(
                least >= 0,
                "a hidden layer of the %s lets negative values through (down to %.3f); ReLU has slope 0 there.",
                name,
                least);
        double share = output.eq(0).castTo(output.dataType()).meanNumber().doubleValue();
        WrongAnswer.require(
                share > 0.05 && share < 0.99,
                "a hidden layer of the %s is zero for %.0f %% of its values; ReLU is zero for about half.",
                name,
                100 * share);
        return share;
    }
}
