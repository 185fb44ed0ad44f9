package io.github.gan4j.judge;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.evaluate;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Evaluation;
import io.github.gan4j.EvaluationOptions;
import io.github.gan4j.Gan;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.judge.Evaluator.Subject;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ReferenceEvaluatorTest {
    private static final Images DIGITS = syntheticDigits(2_000, 3);
    private static final ReferenceEvaluator EVALUATOR = new ReferenceEvaluator(DIGITS, 10_000);
    private static final INDArray OTHERS = syntheticDigits(1_000, 4).batch(0, 1_000);

    private static Evaluation evaluated(INDArray images) {
        return EVALUATOR.evaluate(images, new Subject("images", 0, 0), Optional.of(DIGITS));
    }

    private static double distance(INDArray images) {
        return evaluated(images).frechetDistance();
    }

    private static INDArray repeated(INDArray images, int count) {
        return images.getRows(IntStream.range(0, 1_000).map(i -> i % count).toArray());
    }

    /** Of some colours, each pixel of an image another level of its own. */
    private static Images colours(int count) {
        var shape = new ImageShape(12, 20, 3);
        var pixels = new byte[count * shape.features()];
        var random = new SeededRandom(1);
        for (int i = 0; i < count; i++) {
            int level = random.nextInt(150);
            for (int k = 0; k < shape.features(); k++) {
                pixels[i * shape.features() + k] = (byte) (level + k % 100);
            }
        }
        return Images.of("colours", shape, pixels, new int[0]);
    }

    private static Gan pair(ImageShape shape) {
        var options = NetworkOptions.defaults().withShape(shape);
        return buildGan(buildGenerator(options), buildDiscriminator(options));
    }

    private static String refusal(Gan gan, EvaluationOptions options) {
        return assertThrows(IllegalArgumentException.class, () -> evaluate(gan, options))
                .getMessage();
    }

    @Test
    void whatWasMadeWorseIsFurtherAway() {
        double real = distance(OTHERS);
        assertTrue(real
                < 1.5
                        * evaluated(OTHERS)
                                .baselines()
                                .orElseThrow()
                                .realTestImages()
                                .frechetDistance());
        var noise = Nd4j.randn(new long[] {1_000, 784}).mul(0.3);
        assertTrue(distance(Nd4j.math().min(Nd4j.math().max(OTHERS.add(noise), Nd4j.scalar(-1f)), Nd4j.scalar(1f)))
                > 2 * real);
        var fewClasses = OTHERS.getRows(
                IntStream.range(0, 1_000).map(i -> i / 5 * 10 % 1_000 + i % 5).toArray());
        assertTrue(distance(fewClasses) > 3 * real);
        assertTrue(distance(repeated(OTHERS, 100)) > 3 * real);
        assertTrue(distance(repeated(OTHERS, 10)) > 20 * real);
        assertTrue(evaluated(repeated(OTHERS, 10)).coverage() < 0.05);
        assertTrue(distance(PureNoise.draw(1_000, 784, 1)) > 20 * real);
    }

    @Test
    void copiesAreSeenAndOthersAreNone() {
        assertEquals(1, evaluated(DIGITS.batch(0, 1_000)).copies());
        assertTrue(evaluated(OTHERS).copies() < 0.03, () -> evaluated(OTHERS).toString());
    }

    @Test
    void saysWhatItComparesAndLeavesOutWhatOnlyDigitsHave() {
        var images = colours(500);
        var gan = pair(images.shape());
        train(gan, images, 2);
        var evaluation = evaluate(gan, EvaluationOptions.defaults().withReference(images));
        var text = evaluation.toString();
        assertEquals(250, evaluation.count());
        assertTrue(Double.isNaN(evaluation.score()) && Double.isNaN(evaluation.confidence()), text);
        assertTrue(Double.isNaN(evaluation.entropy()) && evaluation.shares().isEmpty(), text);
        assertTrue(text.startsWith("Fréchet distance "), text);
        assertTrue(
                text.lines().findFirst().orElseThrow().contains(", random convolutions gan4j-1 (real images: "), text);
        assertTrue(text.contains("\ncopies of colours"), text);
        assertTrue(text.contains("real: 250 images of colours"), text);
        assertFalse(text.contains("digit") || text.contains("MNIST"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 120) && text.length() <= 900, text);
        assertEquals(evaluation, evaluate(gan, EvaluationOptions.defaults().withReference(images)));
    }

    @Test
    void aCollapsedPairIsJudged() {
        var images = colours(300);
        var gan = pair(images.shape());
        gan.generator().network().params().assign(0);
        var evaluation = evaluate(gan, EvaluationOptions.defaults().withReference(images));
        assertTrue(evaluation.frechetDistance() > 1, evaluation::toString);
        assertTrue(evaluation.toString().contains("copies: images not at hand"), evaluation::toString);
    }

    @Test
    void otherShapesThanMnistNeedAReferenceOfTheirShape() {
        var gan = pair(new ImageShape(12, 20, 3));
        assertEquals(
                "evaluate: the digit classifier reads images of 28x28, but the pair draws 12x20x3.\n"
                        + "Name real ones to compare with: evaluate(gan, EvaluationOptions.defaults().withReference(images))",
                refusal(gan, EvaluationOptions.defaults()));
        assertEquals(
                "evaluate: the reference must be of the pair's shape, 12x20x3, but is of 28x28.\n"
                        + "Take the images that the pair was trained on.",
                refusal(gan, EvaluationOptions.defaults().withReference(DIGITS)));
        assertTrue(refusal(gan, EvaluationOptions.defaults().withReference(colours(199)))
                .startsWith("evaluate: a reference must have at least 200 images, but got 199."));
    }

    @Test
    void shapesOfAnySidesHaveFeatures() {
        for (var shape :
                new ImageShape[] {new ImageShape(1, 1, 1), new ImageShape(3, 100, 3), new ImageShape(64, 64, 1)}) {
            var noise = PureNoise.draw(10, shape.features(), 1).toFloatMatrix();
            assertEquals(32, RandomFeatures.scaledTo(shape, 10, i -> noise[i]).of(10, i -> noise[i])[9].length);
        }
    }

    @Test
    void picturesThatAreNotMnistsAreNotComparedWithMnistInSilence() {
        var gan = pair(ImageShape.MNIST);
        var pixels = new byte[100 * 784];
        train(gan, Images.of("Fashion-MNIST train", pixels, new int[0]), 1);
        var text = evaluate(gan, EvaluationOptions.defaults().withCount(100)).toString();
        assertTrue(
                text.endsWith(
                        "Compared with MNIST, which this pair was not trained on: withReference(images) compares with others."),
                text);
    }
}
