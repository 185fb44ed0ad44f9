package io.github.gan4j.judge;

import io.github.gan4j.Discriminator;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.data.SyntheticDigits;
import io.github.gan4j.internal.OneHot;
import java.util.Optional;
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

    static DiscriminatorStatistics of(Discriminator discriminator, INDArray fakes, Optional<Images> trainedOn) {
        var reals = reals(discriminator.shape(), trainedOn);
        return new DiscriminatorStatistics(
                mean(discriminator, fakes),
                best(discriminator, reals),
                best(discriminator, reals.map(INDArray::neg)),
                best(discriminator, reals.map(images -> images.add(1).div(2))),
                best(discriminator, reals.map(images -> images.add(1).div(255).sub(1))),
                mean(discriminator, PureNoise.draw(COUNT, discriminator.shape().features(), 1)));
    }

    /** For other shapes than MNIST's there are none but what the pair was trained on. */
    private static Optional<INDArray> reals(ImageShape shape, Optional<Images> trainedOn) {
        return shape.equals(ImageShape.MNIST)
                ? Optional.of(SyntheticDigits.draw(COUNT, 1).batch(0, COUNT))
                : trainedOn.filter(images -> images.size() >= COUNT).map(images -> images.batch(0, COUNT));
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

    /** A conditional pair's discriminator is told its classes in turn, which the ten digits are. */
    private static INDArray judge(Discriminator discriminator, INDArray images) {
        var labels =
                OneHot.ofImages(discriminator.network(), discriminator.shape().pixels(), discriminator.classes());
        return discriminator.network().output(labels.behind(images, labels.inTurn((int) images.size(0))));
    }

    private static double mean(Discriminator discriminator, INDArray images) {
        return judge(discriminator, images).meanNumber().doubleValue();
    }

    /** A discriminator that was shown a single digit still likes that one; the label of image i is i % 10. */
    private static double best(Discriminator discriminator, Optional<INDArray> reals) {
        return reals.map(images -> judge(discriminator, images).reshape(COUNT / 10, 10)) // a column for each digit
                .map(answers -> answers.mean(0).maxNumber().doubleValue())
                .orElse(Double.NaN);
    }
}
