package io.github.gan4j.exercise;

import io.github.gan4j.data.SyntheticDigits;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/** Four mistakes of published conditional pairs. */
final class FindTheLabelBugs {
    private static final String BROKEN = """
            import java.util.*;
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.factory.Nd4j;

            int[] drawn(int count, Random random) { return random.ints(count, 0, 9).toArray(); }

            int[] batchLabels(Images digits, int from, int count) {
                return Arrays.copyOf(digits.labels(), count);
            }

            int[] fakes(int[] real) {
                var labels = new int[real.length];
                Arrays.fill(labels, real[0]);
                return labels;
            }

            INDArray judged(INDArray images, INDArray oneHot) { return images; }

            check(14, new ConditionalPieces(
                    (n, r) -> drawn(n, r), (d, f, n) -> batchLabels(d, f, n), r -> fakes(r), (i, o) -> judged(i, o)));
            """;

    static final Exercise EXERCISE = new Exercise(
            14,
            "Find the bugs: four mistakes with labels",
            """
            Each of these four small programs has a mistake that conditional pairs were published with: the last
            class is never drawn, labels that are not those of their images, one label for a whole batch, a label
            that the discriminator never sees. Mend them.
            """,
            BROKEN,
            BROKEN.replace("0, 9", "0, 10")
                    .replace("copyOf(digits.labels(), count)", "copyOfRange(digits.labels(), from, from + count)")
                    .replace("    var labels = new int[real.length];\n    Arrays.fill(labels, real[0]);\n", "")
                    .replace("return labels;", "return real.clone();")
                    .replace("return images;", "return Nd4j.hstack(images, oneHot);"),
            """
            None of the four stops with an error message. The end of a range of random numbers is left out, so 9 never
            comes, and a nine is never learned. Labels of other images teach both networks that a label means nothing,
            and so does a label that one of them never sees: why should the generator heed it, if nobody asks? With one
            label for all fakes of a batch the discriminator tells fakes by their label alone. diagnose(losses, gan)
            names what becomes of it: a label ignored, a class never learned.
            """,
            FindTheLabelBugs::judge);

    private FindTheLabelBugs() {}

    private static String judge(Object answer) {
        var pieces = WrongAnswer.requireType(
                ConditionalPieces.class, "new ConditionalPieces(...) of the start has all four.", answer);
        checkDrawn(pieces.drawn().apply(1_000, new Random(1)));
        checkLabels(pieces);
        checkFakes(pieces);
        checkJudged(pieces);
        return "all four are mended.";
    }

    private static void checkDrawn(int[] labels) {
        WrongAnswer.require(labels.length == 1_000, "drawn: of 1,000 labels there are %d.", labels.length);
        for (int digit = 0; digit < 10; digit++) {
            int wanted = digit;
            long count = Arrays.stream(labels).filter(label -> label == wanted).count();
            WrongAnswer.require(
                    count >= 50 && count <= 150,
                    "drawn: of 1,000 labels %d are %d; each digit should come about 100 times.",
                    count,
                    digit);
        }
    }

    private static void checkLabels(ConditionalPieces pieces) {
        var digits = SyntheticDigits.draw(40, 1);
        for (int from : new int[] {0, 7, 32}) {
            var right = Arrays.copyOfRange(digits.labels(), from, from + 8);
            var found = pieces.labels().of(digits, from, 8);
            WrongAnswer.require(
                    Arrays.equals(right, found),
                    "labels: batch(%d, 8) shows %s, but its labels are said to be %s.",
                    from,
                    Arrays.toString(right),
                    Arrays.toString(found));
        }
    }

    private static void checkFakes(ConditionalPieces pieces) {
        int[] real = {3, 1, 4, 1, 5};
        var found = pieces.fakes().apply(real.clone());
        WrongAnswer.require(
                Arrays.equals(real, found),
                "fakes: beside reals with the labels %s stand fakes with %s. By what could the discriminator tell them?",
                Arrays.toString(real),
                Arrays.toString(found));
    }

    private static void checkJudged(ConditionalPieces pieces) {
        var images = SyntheticDigits.draw(2, 1).batch(0, 2);
        var oneHot = Nd4j.eye(10).getRows(3, 8);
        var found = pieces.judged().apply(images.dup(), oneHot.dup());
        WrongAnswer.require(
                found.rank() == 2 && found.size(1) == 794,
                "judged: 784 pixels and 10 numbers of a label are 794 columns, but there are %d.",
                found.size(found.rank() - 1));
        boolean right = IntStream.range(0, 2)
                .allMatch(row -> found.getRow(row, true)
                        .equals(Nd4j.hstack(images.getRow(row, true), oneHot.getRow(row, true))));
        WrongAnswer.require(
                right, "judged: the 784 pixels come first, and the ten numbers of the same image's label behind them.");
    }
}
