package io.github.gan4j.run;

import io.github.gan4j.Gan4j;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Settings;
import io.github.gan4j.judge.NearestNeighbours;
import io.github.gan4j.judge.PureNoise;
import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How legible the digits are, judged by 5 nearest neighbours among 10,000 synthetic digits: of 1,000 images, the share with
 * at least 4 of 5 equal votes, and the share of the rarest class. Four rows: a pair trained on synthetic digits, one on
 * MNIST, MNIST's real test digits and pure noise.
 */
public final class LegibilityReport {
    private static final int STEPS = 5_000;
    private static final int SAMPLES = 1_000;

    private LegibilityReport() {}

    /** Trains both pairs, which takes some minutes, and prints the table; MNIST must be there. */
    public static void main(String[] args) {
        var neighbours = new NearestNeighbours(Gan4j.syntheticDigits(10_000, 42), 5);
        System.out.println("of 1,000 images                    4 of 5 votes equal   rarest class");
        row("drawn, trained on synthetic", neighbours, drawn(Gan4j.syntheticDigits(60_000, 42)));
        row("drawn, trained on MNIST", neighbours, drawn(Gan4j.loadMnist()));
        row("MNIST's test digits", neighbours, Gan4j.loadMnistTest().batch(0, SAMPLES));
        row("pure noise", neighbours, PureNoise.draw(SAMPLES, 784, 7));
    }

    private static INDArray drawn(Images digits) {
        var gan = Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator());
        Gan4j.train(gan, digits, Settings.positive("maxSteps").orElse(STEPS));
        return Gan4j.sample(gan, SAMPLES);
    }

    private static void row(String what, NearestNeighbours neighbours, INDArray images) {
        var votes = neighbours.labels(images);
        System.out.printf(
                Locale.ROOT,
                "%-34s %12.1f %% %16.1f %%%n",
                what,
                100 * votes.agreeing(4),
                100 * Arrays.stream(votes.histogram()).min().orElse(0));
    }
}
