package io.github.gan4j.exercise;

import io.github.gan4j.judge.DigitClassifier;
import io.github.gan4j.judge.Predictions;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Digits that turn into each other are made up, not copied. */
final class NoiseWalk {
    private static final int STEPS = 10;
    private static final double SURE = 0.8;

    static final Exercise EXERCISE = new Exercise(9, "A walk through the noise", """
            Find two noise vectors [1, 100], such as training draws, whose pictures are two different digits,
            each clear enough that the digit classifier is 80 % sure. In between one turns into the other:
            `show(plotInterpolation(gan, from, to))`. The pair has to be trained first; 2,000 steps are enough.
            """, """
            var gan = buildGan(buildGenerator(), buildDiscriminator());
            var walk = new Walk(gan, Noise.TRAINING.draw(1, 7), Noise.TRAINING.draw(1, 8));

            check(9, walk);
            """, """
            import io.github.gan4j.judge.*;
            import java.util.*;
            import java.util.stream.*;

            var gan = buildGan(buildGenerator(), buildDiscriminator());
            var digits = loadDigits();
            var losses = train(gan, digits, 2_000);

            var noise = Noise.TRAINING.draw(200, 7);
            var seen = DigitClassifier.shipped().predict(gan.sample(noise));
            int surestOtherThan(int digit) { // 0 where there is none
                return IntStream.range(0, 200).boxed()
                        .filter(i -> seen.digit(i) != digit)
                        .max(Comparator.comparingDouble(i -> seen.confidence(i))).orElse(0);
            }

            int from = surestOtherThan(-1);
            int to = surestOtherThan(seen.digit(from));
            show(plotInterpolation(gan, noise.getRow(from, true), noise.getRow(to, true)));

            var walk = new Walk(gan, noise.getRow(from, true), noise.getRow(to, true));
            check(9, walk);
            """, """
            Of 200 pictures it takes the surest, and then the surest of another digit. In between each picture comes
            from noise on the straight line from one to the other, and changes a little at a time. A generator that
            had stored training images would jump from one to the next. Other seeds give other digits.
            """, NoiseWalk::judge);

    private NoiseWalk() {}

    private static String judge(Object answer) {
        var walk = WrongAnswer.requireType(Walk.class, "new Walk(gan, from, to) makes one.", answer);
        checkNoise("from", walk.from());
        checkNoise("to", walk.to());
        WrongAnswer.require(!walk.from().equals(walk.to()), "from and to are the same noise.");
        var pictures = new INDArray[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            pictures[i] = walk.at((double) i / STEPS);
        }
        var seen = DigitClassifier.shipped().predict(Nd4j.vstack(pictures));
        checkSure("from", seen, 0);
        checkSure("to", seen, STEPS);
        WrongAnswer.require(seen.digit(0) != seen.digit(STEPS), "both ends are a %d. Try other seeds.", seen.digit(0));
        return String.format(
                Locale.ROOT,
                "a %d turns into a %d; after %d of %d steps it is no longer a %d.",
                seen.digit(0),
                seen.digit(STEPS),
                turn(seen),
                STEPS,
                seen.digit(0));
    }

    /** Noise of training has a squared length of 50, give or take 5. */
    private static void checkNoise(String name, INDArray noise) {
        WrongAnswer.require(
                noise.rank() == 2 && noise.size(0) == 1 && noise.size(1) == 100, "%s should be [1, 100].", name);
        double length = noise.norm2Number().doubleValue();
        WrongAnswer.require(
                length * length > 25 && length * length < 80,
                "%s has a squared length of %.0f; the generator knows noise of about 50, as Noise.TRAINING draws it.",
                name,
                length * length);
    }

    private static void checkSure(String name, Predictions seen, int picture) {
        double confidence = seen.confidence(picture);
        WrongAnswer.require(
                confidence >= SURE,
                "the picture of %s is a %d at %.0f %% only. Is the pair trained? Then try another seed.",
                name,
                seen.digit(picture),
                100 * confidence);
    }

    private static int turn(Predictions seen) {
        int step = 0;
        while (seen.digit(step) == seen.digit(0)) {
            step++;
        }
        return step;
    }
}
