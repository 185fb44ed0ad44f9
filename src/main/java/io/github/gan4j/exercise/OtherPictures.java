package io.github.gan4j.exercise;

import io.github.gan4j.Images;
import io.github.gan4j.judge.DigitClassifier;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same pair on other pictures than digits. */
final class OtherPictures {
    private static final int LOOKED_AT = 256;
    private static final double SURE = 0.8; // on average; of MNIST it is surer
    private static final double DARK = -0.5; // digits are mostly black: their mean is about -0.7

    static final Exercise EXERCISE =
            new Exercise(8, "Fashion-MNIST for the digits", """
            The pair knows nothing about digits. Load other pictures of 28x28, `loadFashionMnist()` or your own
            with `loadIdx(path)`, hand them to check, and train on them as before. What is the quality number
            of `evaluate(gan)` worth now, whose classifier knows digits only?
            """, """
            var pictures = syntheticDigits(1_000, 42);

            check(8, pictures);
            """, """
            var pictures = loadFashionMnist();

            show(plotGrid(pictures));

            var gan = buildGan(buildGenerator(), buildDiscriminator());
            var losses = train(gan, pictures, 1_000);

            show(plotGrid(gan));

            check(8, pictures);
            """, """
            Nothing in the pair is about digits but that they have 784 pixels: the same lines learn to draw clothes.
            Only the judge is about digits. Its distance says how far pictures are from real digits in the eyes of a
            network that reads digits; of shirts it can say nothing. So look at the grid, and beside it at real clothes.
            """, OtherPictures::judge);

    private OtherPictures() {}

    private static String judge(Object answer) {
        var images = WrongAnswer.requireType(Images.class, "loadFashionMnist() gives them.", answer);
        WrongAnswer.require(images.size() >= 64, "a batch needs more than %d pictures.", images.size());
        var looked = images.batch(0, Math.min(LOOKED_AT, images.size()));
        double deviation = looked.stdNumber(false).doubleValue();
        WrongAnswer.require(deviation > 0.05, "these pictures are all of one grey: there is nothing to learn.");
        WrongAnswer.require(!looked.getRow(0).equals(looked.getRow(1)), "the first two pictures are the same.");
        checkNoDigits(images.name(), looked);
        checkNoDigits(images.name() + " in negative", looked.neg());
        return String.format(
                Locale.ROOT,
                "%s. The digit classifier is %.0f %% sure of them on average, and wrong every time: its distance to"
                        + " real digits says nothing about these pictures.",
                images,
                100 * DigitClassifier.shipped().predict(looked).confidence());
    }

    private static void checkNoDigits(String name, INDArray looked) {
        double confidence = DigitClassifier.shipped().predict(looked).confidence();
        WrongAnswer.require(
                confidence < SURE || looked.meanNumber().doubleValue() > DARK,
                "these are digits, %s: the digit classifier is %.0f %% sure of them.",
                name,
                100 * confidence);
    }
}
