package io.github.gan4j.judge;

import io.github.gan4j.Discriminator;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.Loss;
import io.github.gan4j.data.SyntheticDigits;
import io.github.gan4j.internal.OneHot;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What a discriminator answers to pictures that it was not trained on; synthetic digits stand for real ones, so that no
 * data set is needed. All are means of answers: probabilities, with least squares the numbers that are trained towards 1 and 0, or scores.
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
    private static final double LEAST = 1e-6; // of a probability, and of what it lacks to 1: beyond it is rounded

    static DiscriminatorStatistics of(
            Discriminator discriminator, Loss loss, INDArray fakes, Optional<Images> trainedOn) {
        var reals = reals(discriminator.shape(), trainedOn);
        return new DiscriminatorStatistics(
                mean(discriminator, loss, fakes),
                best(discriminator, loss, reals, images -> images),
                best(discriminator, loss, reals, INDArray::neg),
                best(discriminator, loss, reals, images -> images.add(1).div(2)),
                best(
                        discriminator,
                        loss,
                        reals,
                        images -> images.add(1).div(255).sub(1)),
                mean(
                        discriminator,
                        loss,
                        PureNoise.draw(COUNT, discriminator.shape().features(), 1)));
    }

    /** For other shapes than MNIST's there are none but what the pair was trained on. */
    private static Optional<Images> reals(ImageShape shape, Optional<Images> trainedOn) {
        return shape.equals(ImageShape.MNIST)
                ? Optional.of(SyntheticDigits.draw(COUNT, 1))
                : trainedOn.filter(images -> images.size() >= COUNT);
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

    /** A conditional pair's discriminator is told what was asked for, or what is to be seen. */
    private static INDArray judge(Discriminator discriminator, Loss loss, INDArray images, List<Integer> labels) {
        var behind =
                OneHot.ofImages(discriminator.network(), discriminator.shape().pixels(), discriminator.classes());
        var answers = discriminator.network().output(behind.behind(images, labels));
        return loss == Loss.LEAST_SQUARES ? shifted(answers) : answers;
    }

    /** From probabilities to (z + 1) / 2 of their logits z. */
    private static INDArray shifted(INDArray probabilities) {
        var inside = Transforms.max(Transforms.min(probabilities, 1 - LEAST), LEAST);
        return Transforms.log(inside.div(inside.rsub(1))).addi(1).divi(2);
    }

    /** Of pictures that a pair draws its classes in turn for, or of any. */
    private static double mean(Discriminator discriminator, Loss loss, INDArray images) {
        var labels = OneHot.of(discriminator.classes()).inTurn((int) images.size(0));
        return judge(discriminator, loss, images, labels).meanNumber().doubleValue();
    }

    /** A discriminator that was shown a single digit still likes that one; the label of image i is i % 10. */
    private static double best(
            Discriminator discriminator, Loss loss, Optional<Images> reals, UnaryOperator<INDArray> change) {
        return reals.map(images -> judge(
                                discriminator,
                                loss,
                                change.apply(images.batch(0, COUNT)),
                                labels(images, discriminator.classes()))
                        .reshape(COUNT / 10, 10)) // a column for each digit
                .map(answers -> answers.mean(0).maxNumber().doubleValue())
                .orElse(Double.NaN);
    }

    /** Those of the images, where a pair of fewer classes than the ten digits takes them too. */
    private static List<Integer> labels(Images images, int classes) {
        return classes == 0
                ? List.of()
                : IntStream.range(0, COUNT)
                        .map(image -> Math.floorMod(images.label(image), classes))
                        .boxed()
                        .toList();
    }
}
