package io.github.gan4j.exercise;

import io.github.gan4j.data.SyntheticDigits;
import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.factory.Nd4j;

/** Six mistakes of published critics with gradient penalty. */
final class FindTheCriticBugs {
    private static final String BROKEN = """
            import java.util.*;
            import java.util.stream.*;
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.ops.transforms.Transforms;

            double[] shares(int n, Random r) { return DoubleStream.generate(r::nextGaussian).limit(n).toArray(); }
            INDArray points(INDArray real, INDArray fake, INDArray share) { return fake; }
            INDArray lengths(INDArray gradients) { return Transforms.abs(gradients); }
            INDArray scores(INDArray x, INDArray w) { return x.subRowVector(x.mean(0)).mmul(w); }

            double[] push(double[] gradient) { // of (length - 1)^2
                double length = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
                return Arrays.stream(gradient).map(g -> 2 * (length - 1) / length * g).toArray();
            }

            double[] turn(double critic, double generator, double noise, double real) {
                return new double[] {critic - 0.1 * (generator * noise - real), generator - 0.1 * critic * noise};
            }

            check(16, new CriticPieces((n, r) -> shares(n, r), (r, f, a) -> points(r, f, a), g -> lengths(g),
                    g -> push(g), (x, w) -> scores(x, w), (c, g, z, x) -> turn(c, g, z, x)));
            """;

    static final Exercise EXERCISE = new Exercise(
            16,
            "Find the bugs: six mistakes with a critic",
            """
            Each of these six small programs has a mistake that critics were published with: shares from a normal
            distribution, the penalty on fakes only, a length for each pixel, a root of 0, batch normalisation, a
            generator that learns in the critic's turn. Mend them. (A share is the real image's part in a point.)
            """,
            BROKEN,
            BROKEN.replace("r::nextGaussian", "r::nextDouble")
                    .replace(
                            "INDArray share) { return fake; }",
                            "INDArray share) {\n    return fake.add(real.sub(fake).mulColumnVector(share));\n}")
                    .replace("Transforms.abs(gradients)", "gradients.norm2(true, 1)")
                    .replace("import org.nd4j.linalg.ops.transforms.Transforms;\n", "")
                    .replace("g * g).sum()", "g * g).sum() + 1e-12")
                    .replace("x.subRowVector(x.mean(0)).mmul(w)", "x.mmul(w)")
                    .replace("generator - 0.1 * critic * noise", "generator"),
            """
            None of the six stops with an error message. The penalty asks for a length of 1 on the way from fakes to
            real images: a share of 1.7 is a point beyond both, and one that is the fake alone leaves the rest of the
            way as steep as it likes. The length belongs to the image, all its pixels together. A gradient of 0 has a
            length whose root has no slope there: 0 / 0 is NaN, and with it every weight after one update. Batch
            normalisation makes an image's score depend on its neighbours, so it has no gradient of its own. And what
            the critic learns from its fakes must stop at the fakes: else its turn pushes the generator to worse ones.
            """,
            FindTheCriticBugs::judge);

    private FindTheCriticBugs() {}

    private static String judge(Object answer) {
        var pieces =
                WrongAnswer.requireType(CriticPieces.class, "new CriticPieces(...) of the start has all six.", answer);
        checkShares(pieces.shares().apply(1_000, new Random(1)));
        checkPoints(pieces);
        checkLengths(pieces);
        checkPush(pieces);
        checkScores(pieces);
        checkTurn(pieces);
        return "all six are mended.";
    }

    private static void checkShares(double[] shares) {
        WrongAnswer.require(
                shares.length == 1_000,
                "shares: for 1,000 images there are %d. All pixels of an image have the same share.",
                shares.length);
        long outside = Arrays.stream(shares).filter(a -> !(a >= 0 && a <= 1)).count();
        WrongAnswer.require(
                outside == 0,
                "shares: of 1,000 shares %d lie outside 0 to 1. Such a point is not between its two images.",
                outside);
        for (int tenth = 0; tenth < 10; tenth++) {
            int wanted = tenth;
            long count = Arrays.stream(shares)
                    .filter(a -> (int) Math.min(9, a * 10) == wanted)
                    .count();
            WrongAnswer.require(
                    count >= 50 && count <= 150,
                    "shares: of 1,000 shares %d lie between %.1f and %.1f; about 100 should.",
                    count,
                    tenth / 10.0,
                    (tenth + 1) / 10.0);
        }
    }

    private static void checkPoints(CriticPieces pieces) {
        var digits = SyntheticDigits.draw(6, 1);
        var real = digits.batch(0, 3);
        var fake = digits.batch(3, 3);
        double[] shares = {0.25, 1, 0};
        var found = pieces.points()
                .between(real.dup(), fake.dup(), Nd4j.create(shares, 3, 1).castTo(real.dataType()));
        WrongAnswer.require(
                Arrays.equals(real.shape(), found.shape()),
                "points: for images of shape %s the points have shape %s.",
                Arrays.toString(real.shape()),
                Arrays.toString(found.shape()));
        for (int row = 0; row < 3; row++) {
            var right =
                    fake.getRow(row).add(real.getRow(row).sub(fake.getRow(row)).mul(shares[row]));
            double miss = found.getRow(row).distance2(right);
            WrongAnswer.require(
                    miss < 0.001,
                    "points: with a share of %.2f the point is %.2f away from where it should be. At 1 it is the real image.",
                    shares[row],
                    miss);
        }
    }

    private static void checkLengths(CriticPieces pieces) {
        double[] right = {5, 0, 13};
        var found = pieces.lengths().apply(Nd4j.createFromArray(new float[][] {{3, 4}, {0, 0}, {-5, 12}}));
        WrongAnswer.require(
                found.length() == 3,
                "lengths: the gradients of 3 images have 3 lengths, but there are %d.",
                found.length());
        for (int image = 0; image < 3; image++) {
            double length = found.reshape(3).getDouble(image);
            WrongAnswer.require(
                    Math.abs(length - right[image]) < 0.001,
                    "lengths: of (3, 4), (0, 0) and (-5, 12) number %d is said to be %.2f long.",
                    image + 1,
                    length);
        }
    }

    private static void checkPush(CriticPieces pieces) {
        double[][] gradients = {{3, 4}, {0.3, -0.4}, {0, 0}};
        double[][] right = {{4.8, 6.4}, {-0.6, 0.8}, {0, 0}};
        for (int i = 0; i < 3; i++) {
            var found = pieces.push().apply(gradients[i].clone());
            WrongAnswer.require(found.length == 2, "push: of 2 numbers there are %d derivatives.", found.length);
            for (int pixel = 0; pixel < 2; pixel++) {
                WrongAnswer.require(
                        Math.abs(found[pixel] - right[i][pixel]) < 0.001,
                        "push: for the gradient %s it says %s. A number is 2 * (length - 1) * its own part of the length.",
                        Arrays.toString(gradients[i]),
                        Arrays.toString(found));
            }
        }
    }

    private static void checkScores(CriticPieces pieces) {
        var images = SyntheticDigits.draw(4, 1).batch(0, 4);
        var weights = Nd4j.linspace(images.dataType(), -0.1, 0.3 / 784, 784).reshape(784, 1);
        var together = pieces.scores().apply(images.dup(), weights.dup());
        WrongAnswer.require(together.length() == 4, "scores: 4 images have %d scores.", together.length());
        for (int image = 0; image < 4; image++) {
            var one = images.getRow(image, true);
            double beside = together.reshape(4).getDouble(image);
            double alone =
                    pieces.scores().apply(one.dup(), weights.dup()).reshape(1).getDouble(0);
            WrongAnswer.require(
                    Math.abs(beside - alone) < 0.001,
                    "scores: an image has a score of %.2f beside three others, and of %.2f alone.",
                    beside,
                    alone);
            WrongAnswer.require(
                    Math.abs(alone - one.mmul(weights).getDouble(0)) < 0.001,
                    "scores: pixels times weights, summed, are %.2f, but the score is %.2f.",
                    one.mmul(weights).getDouble(0),
                    alone);
        }
    }

    private static void checkTurn(CriticPieces pieces) {
        var found = pieces.turn().take(2, 3, 0.5, 1);
        WrongAnswer.require(found.length == 2, "turn: of 2 weights there are %d.", found.length);
        WrongAnswer.require(
                Math.abs(found[1] - 3) < 1e-9,
                "turn: in the critic's turn the generator goes from 3.00 to %.2f. Whom do its worse fakes serve?",
                found[1]);
        WrongAnswer.require(
                Math.abs(found[0] - 1.95) < 1e-9,
                "turn: a critic of 2.00 with a fake of 1.50 and a real pixel of 1.00 becomes %.2f.",
                found[0]);
    }
}
