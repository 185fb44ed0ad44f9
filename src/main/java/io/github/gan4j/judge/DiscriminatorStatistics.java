package io.github.gan4j.judge;

import io.github.gan4j.data.SyntheticDigits;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a discriminator answers to pictures that it was not trained on; synthetic digits stand for real ones, so that no
 * data set is needed. All are mean probabilities.
 *
 * @param fakes to the generator's pictures
 * @param digits to the best liked of the ten digits, white on black
 * @param inverted the same, black on white
 * @param brightened the same, scaled to 0..1
 * @param darkened the same, scaled to almost black, as greys of 0..1 taken for greys of 0..255 are
 * @param noise to evenly random pixels
 */
record DiscriminatorStatistics(
        double fakes, double digits, double inverted, double brightened, double darkened, double noise) {
    private static final int COUNT = 200;

    static DiscriminatorStatistics of(MultiLayerNetwork discriminator, INDArray fakes) {
        var digits = SyntheticDigits.draw(COUNT, 1).batch(0, COUNT);
        return new DiscriminatorStatistics(
                mean(discriminator, fakes),
                best(discriminator, digits),
                best(discriminator, digits.neg()),
                best(discriminator, digits.add(1).div(2)),
                best(discriminator, digits.add(1).div(255).sub(1)),
                mean(discriminator, PureNoise.draw(COUNT, 1)));
    }

    /** How far apart the answers to fakes, digits and noise are. */
    double spread() {
        double most = Math.max(fakes, Math.max(digits, noise));
        return most - Math.min(fakes, Math.min(digits, noise));
    }

    /** The best liked of what no real image should look like. */
    double wrong() {
        return Math.max(inverted, Math.max(brightened, darkened));
    }

    private static double mean(MultiLayerNetwork discriminator, INDArray images) {
        return discriminator.output(images).meanNumber().doubleValue();
    }

    /** A discriminator that was shown a single digit still likes that one; the label of image i is i % 10. */
    private static double best(MultiLayerNetwork discriminator, INDArray digits) {
        var answers = discriminator.output(digits).reshape(COUNT / 10, 10); // a column for each digit
        return answers.mean(0).maxNumber().doubleValue();
    }
}
