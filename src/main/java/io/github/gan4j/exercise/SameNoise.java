package io.github.gan4j.exercise;

import io.github.gan4j.Noise;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Row E4: the tutorial trains on one noise and draws its pictures from another. */
final class SameNoise {
    static final Exercise EXERCISE =
            new Exercise(1, "The same noise for training and plotting", """
            The tutorial trains on normal(-1, 1) / 2 but draws its pictures from normal(0, 1), vectors
            that its generator has never met. Draw 64 noise vectors [64, 100] as in training.
            """, """
            var noise = Noise.STANDARD.draw(64, 7);

            check(1, noise);
            """, """
            var noise = new Noise(-0.5, 0.5).draw(64, 7); // normal(-1, 1) / 2 halves the mean and the deviation

            check(1, noise);
            """, """
            normal(-1, 1) has mean -1 and deviation 1, and dividing by 2 halves both. The squared length of such
            a vector is about 100 * (0.5^2 + 0.5^2) = 50; that of N(0, 1), from which the tutorial draws its
            pictures, is about 100. Notebook 5 draws from both, side by side: fewer of the tutorial's are digits.
            """, SameNoise::judge);

    private SameNoise() {}

    private static String judge(Object answer) {
        var noise = WrongAnswer.requireType(INDArray.class, "Noise...draw(64, 7) gives one.", answer);
        WrongAnswer.require(
                noise.rank() == 2 && noise.size(1) == Noise.SIZE && noise.size(0) >= 16,
                "noise for 64 pictures is an array [64, 100], and at least 16 rows are needed to judge it.");
        var values = noise.dup().data().asDouble();
        WrongAnswer.require(
                !noise.getRow(0).equals(noise.getRow(1)), "each picture needs noise of its own, but rows repeat.");
        var moments = Moments.of(values);
        checkMoments(moments);
        return String.format(
                Locale.ROOT,
                "mean %.2f and deviation %.2f, as in training. Squared length about 50; N(0, 1) has 100.",
                moments.mean(),
                moments.deviation());
    }

    private static void checkMoments(Moments found) {
        WrongAnswer.require(
                !found.isNear(0, 1),
                "this is N(0, 1), what the tutorial draws its pictures from, not what it trains on.");
        WrongAnswer.require(!found.isNear(-1, 1), "this is normal(-1, 1); training takes it divided by 2.");
        WrongAnswer.require(
                !found.isNear(-0.5, 1), "the mean is that of training, but dividing by 2 also halves the deviation.");
        WrongAnswer.require(
                found.isNear(-0.5, 0.5),
                "the mean is %.2f and the deviation %.2f. What does dividing normal(-1, 1) by 2 do to both?",
                found.mean(),
                found.deviation());
        WrongAnswer.require(
                Math.abs(found.kurtosis() - 3) < 0.8,
                "mean and deviation are right, but the values are not distributed normally.");
    }
}
