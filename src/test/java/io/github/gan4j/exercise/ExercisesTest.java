package io.github.gan4j.exercise;

import static io.github.gan4j.exercise.Verdicts.not;
import static io.github.gan4j.exercise.Verdicts.right;
import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Gan4j;
import io.github.gan4j.Generator;
import io.github.gan4j.Images;
import io.github.gan4j.LossHistory;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Noise;
import io.github.gan4j.StepLoss;
import io.github.gan4j.model.Networks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Wrong answers that are plausible, and right ones written otherwise than in the solution. */
class ExercisesTest {
    @Test
    void judgesNoise() {
        right(1, Noise.TRAINING.draw(500, 3));
        right(1, Nd4j.randn(200, 100).subi(1).divi(2));
        not(1, "N(0, 1)", Noise.STANDARD.draw(64, 1));
        not(1, "divided by 2", new Noise(-1, 1).draw(64, 1));
        not(1, "halves the deviation", new Noise(-0.5, 1).draw(64, 1));
        not(1, "both", new Noise(0, 0.5).draw(64, 1));
        not(1, "rows repeat", Nd4j.vstack(Collections.nCopies(64, Noise.TRAINING.draw(1, 1))));
        not(
                1,
                "distributed normally",
                Nd4j.rand(64, 100).subi(0.5).muli(Math.sqrt(3)).subi(0.5));
        not(1, "[64, 100]", Noise.TRAINING.draw(1, 1));
        not(1, "INDArray", 7);
        assertFalse(Exercises.get("check", 1).judge(null).right());
    }

    @Test
    void judgesRelu() {
        var relu = NetworkOptions.defaults().withLeakySlope(0);
        var small = NetworkOptions.defaults().withLeakySlope(0.01);
        var g = Gan4j.buildGenerator(relu);
        var d = Gan4j.buildDiscriminator(relu);
        right(2, Gan4j.buildGan(new Generator(Networks.generator(relu.withSeed(9))), d));
        not(2, "discriminator lets negative", Gan4j.buildGan(g, Gan4j.buildDiscriminator()));
        not(2, "generator lets negative", Gan4j.buildGan(Gan4j.buildGenerator(), d));
        not(2, "generator lets negative", Gan4j.buildGan(Gan4j.buildGenerator(small), Gan4j.buildDiscriminator(small)));
        not(2, "Gan", g);
    }

    @Test
    void judgesNamesOfRuns() {
        var right = Map.of("A", "generator frozen", "B", "tutorial", "C", "least squares", "D", "discriminator frozen");
        right(3, Map.of("a", "Generator Frozen", "b", "Tutorial ", "c", "least-squares", "d", "discriminator frozen"));
        not(3, "D has no name yet", with(right, "D", ""));
        not(
                3,
                "the names are discriminator frozen, generator frozen, least squares, tutorial",
                Map.of("A", "tutorial"));
        not(3, "B has the name null", with(right, "B", null));
        not(3, "the name healthy", with(right, "B", "healthy"));
        not(3, "each of the four", with(right, "B", "least squares"));
        not(3, "brings its own loss near 0", swapped(right, "A", "D"));
        not(3, "least squares begins", swapped(right, "B", "C"));
        not(3, "falls as it catches up", swapped(right, "A", "B"));
    }

    @Test
    void judgesSamplers() {
        var random = new Random(1);
        right(4, (BatchSampler) (images, count) -> {
            var all = new ArrayList<>(IntStream.range(0, images).boxed().toList());
            Collections.shuffle(all, random);
            return all.stream().limit(count).mapToInt(i -> i).toArray();
        });
        not(4, "own neighbour", (BatchSampler) (images, count) -> run(random.nextInt(images - count + 1), count));
        not(4, "image 49", (BatchSampler)
                (images, count) -> random.ints(count, 0, images - 1).toArray());
        not(4, "every batch is the same", (BatchSampler)
                (images, count) -> new Random(1).ints(count, 0, images).toArray());
        not(4, "0 to 49", (BatchSampler)
                (images, count) -> random.ints(count, 1, images + 1).toArray());
        not(4, "asked for", (BatchSampler) (images, count) -> new int[1]);
        not(4, "times", (BatchSampler) (images, count) ->
                random.ints(count, 0, images * 3 / 2).map(i -> i % images).toArray());
        not(4, "ended with", (BatchSampler) (images, count) -> new int[] {new int[0].clone()[0]});
    }

    @Test
    void judgesFakes() {
        var network = Networks.generator(42);
        var noise = Noise.TRAINING.draw(32, 5);
        var activations = network.feedForward(noise, true);
        right(5, activations.get(activations.size() - 1));
        not(5, "inference mode", network.output(noise, false));
        not(5, "other noise", network.output(Noise.TRAINING.draw(32, 6), true));
        not(
                5,
                "drawn alone",
                Nd4j.vstack(IntStream.range(0, 32)
                        .mapToObj(i -> network.output(noise.getRow(i, true), true))
                        .toList()));
        not(5, "[32, 784]", network.output(Noise.TRAINING.draw(16, 5), true));
    }

    @Test
    void judgesLowestLoss() {
        right(6, 0.1625f);
        right(6, new java.math.BigDecimal("0.163"));
        right(6, 0.16);
        not(6, "labels 0 and 1", 0);
        not(6, "mean over all 64", 0.3251);
        not(6, "one half of the cross-entropy", -Math.log(0.9));
        not(6, "in bits", 0.2345);
        not(6, "too high", 0.69);
        not(6, "too low", -1);
        not(6, "too low", Double.NaN);
    }

    @Test
    void judgesWhoWins() {
        right(7, losses(1, 60, 0.001, 8));
        not(7, "has not won yet", losses(1, 60, 0.01, 4.5));
        not(7, "generator is ahead", losses(1, 60, 1.5, 0.1));
        not(7, "still resists", losses(1, 60, 0.001, 1));
        not(7, "begin with a new pair", losses(61, 60, 0.001, 8));
        not(7, "took 300", losses(1, 300, 0.001, 8));
        not(7, "too few", losses(1, 3, 0.001, 8));
    }

    @Test
    void judgesPictures() {
        var random = new Random(2);
        var noise = new byte[200 * 784];
        random.nextBytes(noise);
        right(8, Images.of("clouds", noise, new int[0]));
        not(8, "are digits", Gan4j.syntheticDigits(300, 1));
        not(8, "in negative", negative(Gan4j.syntheticDigits(300, 1)));
        not(8, "one grey", Images.of("black", new byte[200 * 784], new int[0]));
        not(8, "a batch needs", Images.of("few", new byte[784], new int[0]));
    }

    @Test
    void judgesGradients() {
        right(10, (DoubleBinaryOperator) (z, y) -> 0.5 * z - (y - 0.5));
        not(10, "cross-entropy", (DoubleBinaryOperator) (z, y) -> 1 / (1 + Math.exp(-z)) - y);
        not(10, "one more factor", (DoubleBinaryOperator) (z, y) -> z + 1 - 2 * y);
        not(10, "sign", (DoubleBinaryOperator) (z, y) -> y - (z + 1) / 2);
        not(10, "loss itself", (DoubleBinaryOperator) (z, y) -> Math.pow((z + 1) / 2 - y, 2));
        not(10, "z = 3.0 and y = 0.0 the loss changes by 2.000", (DoubleBinaryOperator) (z, y) -> z - y);
        not(10, "z = 3.0 and y = 1.0 the loss changes by 1.000 for 1 of z, but this says 2", (DoubleBinaryOperator)
                (z, y) -> (z + 1) / 2);
        not(10, "but this says 3.500", (DoubleBinaryOperator) (z, y) -> Math.abs((z + 1) / 2 - y));
        not(10, "this is of type BiFunction", (BiFunction<Double, Double, Double>) (z, y) -> (z + 1) / 2 - y);
    }

    @Test
    void judgesNearest() {
        right(12, (NearestImage) (picture, training) -> {
            var all = training.toFloatMatrix();
            var one = picture.toFloatVector();
            int best = 0;
            for (int i = 0; i < all.length; i++) {
                best = square(all[i], one) < square(all[best], one) ? i : best;
            }
            return best;
        });
        not(12, "nearest to 0", (NearestImage) (picture, training) -> 20 - 20);
        not(12, "more contrast", (NearestImage) (picture, training) ->
                training.mmul(picture.transpose()).reshape(200).argMax(0).getInt(0));
        not(12, "nearest to", (NearestImage) (picture, training) ->
                training.subRowVector(picture).norm2(1).argMax(0).getInt(0));
        not(12, "exact copies are found, but", (NearestImage) (picture, training) -> {
            var difference = training.mean(1).subi(picture.meanNumber());
            return Nd4j.argMin(Nd4j.math().abs(difference), 0).getInt(0);
        });
        not(12, "rows 0 to 199", (NearestImage) (picture, training) -> -1);
    }

    @Test
    void judgesWrittenNumbers() {
        var networks = NetworkOptions.defaults().withClasses(10);
        var gan = Gan4j.buildGan(Gan4j.buildGenerator(networks), Gan4j.buildDiscriminator(networks));
        var drawn = Gan4j.syntheticDigits(100, 1);
        right(13, new Handwriting(gan, (pair, number) -> {
            var places =
                    number.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
            return drawn.batch(0, 10).getRows(places);
        }));
        not(13, "picture", new Handwriting(gan, (pair, number) -> Gan4j.sample(pair, number.length())));
        not(
                13,
                "of 23 pictures",
                new Handwriting(
                        gan,
                        (pair, number) -> drawn.batch(0, (int)
                                number.chars().filter(Character::isDigit).count())));
        not(13, "there are 1 pictures", new Handwriting(gan, (pair, number) -> {
            var digits = Integer.toString(
                    Integer.parseInt(number.replaceAll("\\D", "").substring(0, 3)));
            return drawn.batch(0, number.equals("007") ? digits.length() : 10);
        }));
    }

    @Test
    void judgesLabelsOfBatches() {
        BiFunction<Integer, Random, int[]> drawn = (n, r) -> r.ints(n, 0, 10).toArray();
        ConditionalPieces.BatchLabels labels = (digits, from, n) ->
                IntStream.range(from, from + n).map(digits::label).toArray();
        UnaryOperator<int[]> fakes = real -> real;
        BinaryOperator<INDArray> judged = (images, oneHot) -> Nd4j.concat(1, images, oneHot);
        right(14, new ConditionalPieces(drawn, labels, fakes, judged));
        not(14, "0 are 9", new ConditionalPieces((n, r) -> r.ints(n, 0, 9).toArray(), labels, fakes, judged));
        not(14, "of 1,000 labels there are 1", new ConditionalPieces((n, r) -> new int[1], labels, fakes, judged));
        not(
                14,
                "batch(7, 8) shows [7, 8, 9, 0",
                new ConditionalPieces(
                        drawn, (digits, from, n) -> java.util.Arrays.copyOf(digits.labels(), n), fakes, judged));
        not(
                14,
                "fakes with [3, 3, 3, 3, 3]",
                new ConditionalPieces(
                        drawn,
                        labels,
                        real -> IntStream.of(real).map(label -> real[0]).toArray(),
                        judged));
        not(14, "but there are 784", new ConditionalPieces(drawn, labels, fakes, (images, oneHot) -> images));
        not(
                14,
                "pixels come first",
                new ConditionalPieces(drawn, labels, fakes, (images, oneHot) -> Nd4j.concat(1, oneHot, images)));
    }

    @Test
    void judgesUnits() {
        Function<Set<Integer>, double[]> oneHot = digits -> IntStream.rangeClosed(0, 10)
                .mapToDouble(i -> i == 10 ? 1 : digits.contains(i) ? 0 : -2)
                .toArray();
        Predicate<Set<Integer>> number = digits -> digits.isEmpty()
                || digits.size() == 10
                || digits.contains(0) != digits.contains(9)
                        && IntStream.range(0, 9)
                                        .filter(i -> digits.contains(i) != digits.contains(i + 1))
                                        .count()
                                == 1;
        right(15, new LabelUnits(oneHot, number));
        not(15, "for the digits {0} the sum at 0 is 0.00", new LabelUnits(digits -> new double[11], number));
        not(15, "11 numbers", new LabelUnits(digits -> new double[10], number));
        not(15, "{1} it says true", new LabelUnits(oneHot, digits -> true));
        not(15, "{} it says false", new LabelUnits(oneHot, digits -> false));
    }

    @Test
    void judgesPiecesOfCritics() {
        BiFunction<Integer, Random, double[]> shares = (n, r) -> r.doubles(n).toArray();
        CriticPieces.Points points =
                (real, fake, share) -> real.mulColumnVector(share).add(fake.mulColumnVector(share.rsub(1)));
        UnaryOperator<INDArray> lengths =
                gradients -> Transforms.sqrt(gradients.mul(gradients).sum(1));
        UnaryOperator<double[]> push = g -> {
            double length = Math.hypot(g[0], g[1]);
            return length == 0
                    ? new double[2]
                    : new double[] {2 * g[0] - 2 * g[0] / length, 2 * g[1] - 2 * g[1] / length};
        };
        BinaryOperator<INDArray> scores = (x, w) -> w.transpose().mmul(x.transpose());
        CriticPieces.CriticTurn turn = (c, g, noise, real) -> new double[] {c + 0.1 * real - 0.1 * g * noise, g};
        right(16, new CriticPieces(shares, points, lengths, push, scores, turn));
        for (var wrong : Map.<String, BiFunction<Integer, Random, double[]>>of(
                        "lie outside 0 to 1",
                                (n, r) ->
                                        r.doubles(n).map(a -> r.nextGaussian()).toArray(),
                        "there are 784000", (n, r) -> r.doubles(n * 784L).toArray(),
                        "shares 0 lie between 0.0 and 0.1",
                                (n, r) -> r.doubles(n).map(a -> 0.5).toArray())
                .entrySet()) {
            not(16, wrong.getKey(), new CriticPieces(wrong.getValue(), points, lengths, push, scores, turn));
        }
        for (var wrong : Map.<String, CriticPieces.Points>of(
                        "share of 0.25", (real, fake, share) -> fake,
                        "share of 0.25 the", (real, fake, share) -> points.between(fake, real, share),
                        "have shape [6, 784]", (real, fake, share) -> Nd4j.vstack(real, fake))
                .entrySet()) {
            not(16, wrong.getKey(), new CriticPieces(shares, wrong.getValue(), lengths, push, scores, turn));
        }
        for (var wrong : Map.<String, UnaryOperator<INDArray>>of(
                        "but there are 6", gradients -> Transforms.abs(gradients),
                        "but there are 1", gradients -> Nd4j.scalar(gradients.norm2Number()),
                        "number 1 is said to be 25",
                                gradients -> gradients.mul(gradients).sum(1))
                .entrySet()) {
            not(16, wrong.getKey(), new CriticPieces(shares, points, wrong.getValue(), push, scores, turn));
        }
        not(
                16,
                "gradient [0.0, 0.0] it says [NaN, NaN]",
                new CriticPieces(
                        shares,
                        points,
                        lengths,
                        g -> {
                            double length = Math.hypot(g[0], g[1]);
                            return new double[] {2 * (length - 1) / length * g[0], 2 * (length - 1) / length * g[1]};
                        },
                        scores,
                        turn));
        not(
                16,
                "alone",
                new CriticPieces(
                        shares,
                        points,
                        lengths,
                        push,
                        (x, w) -> x.subRowVector(x.mean(0)).mmul(w),
                        turn));
        not(16, "from 3.00 to 2.90", new CriticPieces(shares, points, lengths, push, scores, (c, g, noise, real) ->
                new double[] {c + 0.1 * real - 0.1 * g * noise, g - 0.1 * c * noise}));
        not(16, "becomes 2.05", new CriticPieces(shares, points, lengths, push, scores, (c, g, noise, real) ->
                new double[] {c - 0.1 * real + 0.1 * g * noise, g}));
    }

    @Test
    void judgesPenaltiesOnPaper() {
        DoubleUnaryOperator penalty = w -> 10 * (w * w - 2 * Math.abs(w) + 1);
        DoubleUnaryOperator slope = w -> w > 0 ? 20 * w - 20 : 20 * w + 20;
        DoubleBinaryOperator best = (real, fake) -> (real > fake ? 1 : -1) + (real - fake) / 20;
        DoubleBinaryOperator estimate = (real, fake) -> Math.abs(real - fake) + (real - fake) * (real - fake) / 20;
        right(17, new OneWeight(penalty, slope, best, estimate));
        not(17, "penalty: at w = -1.0", new OneWeight(w -> 10 * (w - 1) * (w - 1), slope, best, estimate));
        not(
                17,
                "penalty: at w = 2.0",
                new OneWeight(w -> (Math.abs(w) - 1) * (Math.abs(w) - 1), slope, best, estimate));
        not(17, "slope: at w = -3.0", new OneWeight(penalty, w -> 20 * (Math.abs(w) - 1), best, estimate));
        not(17, "best: at a real pixel of 1.0", new OneWeight(penalty, slope, (real, fake) -> 1, estimate));
        not(17, "best: at a real pixel of -1.0", new OneWeight(penalty, slope, (r, f) -> 1 + (r - f) / 20, estimate));
        not(17, "estimate", new OneWeight(penalty, slope, best, (r, f) -> Math.abs(r - f)));
    }

    @Test
    void writesNumbersTheSameInEveryCountry() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            var said =
                    Exercises.get("check", 1).judge(Noise.TRAINING.draw(64, 7)).words();
            assertTrue(said.contains("deviation 0.50"), said);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesOtherNumbers() {
        var e = assertThrows(IllegalArgumentException.class, () -> Gan4j.check(18, 1));
        assertTrue(e.getMessage().startsWith("check: the number of an exercise is 1 to 17, but got 18."));
    }

    private static Map<String, String> with(Map<String, String> names, String run, String name) {
        var changed = new java.util.HashMap<>(names);
        changed.put(run, name);
        return changed;
    }

    private static Map<String, String> swapped(Map<String, String> names, String one, String other) {
        return with(with(names, one, names.get(other)), other, names.get(one));
    }

    private static int[] run(int start, int count) {
        return IntStream.range(start, start + count).toArray();
    }

    private static LossHistory losses(int from, int count, double discriminator, double generator) {
        return LossHistory.of(IntStream.range(from, from + count)
                .mapToObj(step -> new StepLoss(step, discriminator, generator, 1, 10))
                .toList());
    }

    private static Images negative(Images images) {
        var values = images.batch(0, images.size()).dup('c').data().asFloat();
        var pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(127.5 - 127.5 * values[i]);
        }
        return Images.of("dark on light", pixels, new int[0]);
    }

    private static double square(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum();
    }
}
