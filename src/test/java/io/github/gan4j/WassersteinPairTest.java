package io.github.gan4j;

import static io.github.gan4j.CheckpointTest.assertSameBits;
import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.diagnose;
import static io.github.gan4j.Gan4j.loadGan;
import static io.github.gan4j.Gan4j.plotLosses;
import static io.github.gan4j.Gan4j.save;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;

/** Pairs with the Wasserstein loss, and pairs whose discriminator is updated several times a step. */
class WassersteinPairTest {
    private static final Images DIGITS = syntheticDigits(200, 1);
    private static final GanOptions OPTIONS = GanOptions.wassersteinGp().withBatchSize(8);
    private static final NetworkOptions CONVOLUTIONAL =
            NetworkOptions.dcgan().withWidth(2).withClasses(10).withDropout(0.3);

    @TempDir
    Path folder;

    @AfterEach
    void onAnyRoute() {
        System.clearProperty("gan4j.route");
    }

    private static Gan convolutional() {
        return buildGan(buildGenerator(CONVOLUTIONAL), buildDiscriminator(CONVOLUTIONAL), OPTIONS);
    }

    private static Batch batch(int half) {
        return Batch.of(DIGITS.batch(0, half), Noise.TRAINING.draw(half, 1), Noise.TRAINING.draw(8, 2));
    }

    @Test
    void hasGulrajanisNumbersInAnyOrder() {
        var options = GanOptions.wassersteinGp();
        assertEquals(new GanOptions.Adam(1e-4, 0.5, 0.9, 0), options.generatorAdam());
        assertEquals(options.generatorAdam(), options.discriminatorAdam());
        assertEquals(
                options,
                GanOptions.defaults()
                        .withGradientPenalty(10)
                        .withDiscriminatorSteps(5)
                        .withDecay(0)
                        .withBeta2(0.9)
                        .withLearningRate(1e-4)
                        .withLoss(Loss.WASSERSTEIN));
        assertTrue(options.toString().contains("gradient penalty 10.0, discriminator steps 5"), options::toString);
    }

    @Test
    void givesScoresInThePlaceOfProbabilities() {
        var discriminator = buildDiscriminator();
        assertTrue(discriminator.toString().contains("probability"));
        var gan = buildGan(buildGenerator(), discriminator, OPTIONS);
        assertTrue(discriminator.toString().contains("-> score [n, 1]"), discriminator::toString);
        discriminator.network().setParam("4_b", Nd4j.create(new float[] {7}, new long[] {1, 1}));
        assertTrue(gan.discriminator()
                        .network()
                        .output(DIGITS.batch(0, 4))
                        .minNumber()
                        .doubleValue()
                > 1);
        var loss = trainStep(gan, DIGITS);
        assertTrue(Double.isNaN(loss.accuracy()));
        assertTrue(loss.toString().contains("estimate"), loss::toString);
        assertFalse(plotLosses(gan.history()).html().contains("robabilit"));
        assertTrue(plotLosses(gan.history()).html().contains("Loss (WASSERSTEIN)"));
        assertEquals(
                List.of("step", "discriminator", "generator", "accuracy", "millis", "estimate"),
                gan.history().table().columnNames());
    }

    @Test
    void otherLossesHaveNoEstimate() {
        var gan = SmallPair.of(2, GanOptions.defaults().withBatchSize(8));
        assertEquals(OptionalDouble.empty(), trainStep(gan, DIGITS).estimate());
        assertFalse(gan.history().table().columnNames().contains("estimate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"layers", "fused"})
    void goesOnBitForBitFromACheckpoint(String route) {
        System.setProperty("gan4j.route", route);
        for (var gan : List.of(SmallPair.of(4, OPTIONS), convolutional())) {
            train(gan, DIGITS, 3);
            var file = folder.resolve(gan.classes() + ".zip");
            save(gan, file);
            var loaded = loadGan(file);
            assertEquals(gan.options(), loaded.options());
            train(gan, DIGITS, 2);
            train(loaded, DIGITS, 2);
            assertSameBits(gan, loaded);
            assertEquals(5, loaded.step());
            assertEquals(25, loaded.discriminator().network().getIterationCount());
            assertEquals(estimates(gan), estimates(loaded));
        }
    }

    private static List<OptionalDouble> estimates(Gan gan) {
        return Stream.iterate(0, i -> i + 1)
                .limit(gan.history().size())
                .map(i -> gan.history().get(i).estimate())
                .toList();
    }

    static Stream<Loss> losses() {
        return Stream.of(Loss.values());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void severalUpdatesAreOneAfterTheOtherOnBothRoutes(Loss loss) {
        var options = GanOptions.defaults().withLoss(loss).withLearningRate(1e-3);
        var whole = batch(12);
        for (var route : List.of("layers", "fused")) {
            System.setProperty("gan4j.route", route);
            var once = SmallPair.of(4, options.withDiscriminatorSteps(3));
            trainStep(once, whole);
            var singly = SmallPair.of(4, options);
            for (int i = 0; i < 3; i++) {
                var before = singly.generator().network().params().dup();
                trainStep(singly, whole.part(i, 3));
                if (i < 2) {
                    singly.generator().network().setParams(before); // its moving statistics among them
                }
            }
            assertTrue(once.discriminator()
                    .network()
                    .params()
                    .equalsWithEps(singly.discriminator().network().params(), 1e-6));
        }
    }

    @Test
    void bothRoutesAgreeOnPartsAndLabels() {
        var batch = batch(20)
                .withLabels(
                        new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
                        new int[] {3, 1, 4, 1, 5, 9, 2, 6})
                .withInterpolation(Nd4j.linspace(0, 1, 20).reshape(20, 1));
        var options = CONVOLUTIONAL.withDropout(0);
        var losses = Stream.of("layers", "fused")
                .map(route -> {
                    System.setProperty("gan4j.route", route);
                    var gan = buildGan(buildGenerator(options), buildDiscriminator(options), OPTIONS);
                    trainStep(gan, batch);
                    return trainStep(gan, batch);
                })
                .toList();
        assertEquals(losses.get(0).discriminator(), losses.get(1).discriminator(), 1e-3);
        assertEquals(losses.get(0).generator(), losses.get(1).generator(), 1e-3);
        assertEquals(
                losses.get(0).estimate().orElseThrow(), losses.get(1).estimate().orElseThrow(), 1e-3);
    }

    static Stream<Executable> mistakes() {
        return Stream.of(
                () -> SmallPair.of(2, OPTIONS.withRealLabel(0.9)),
                () -> SmallPair.of(2, OPTIONS.withLoss(Loss.LEAST_SQUARES)),
                () -> OPTIONS.withGradientPenalty(-1),
                () -> OPTIONS.withDiscriminatorSteps(0),
                () -> SmallPair.of(2, GanOptions.defaults().withGradientPenalty(1)),
                () -> trainStep(SmallPair.of(2, OPTIONS), batch(20)),
                () -> trainStep(SmallPair.of(2, OPTIONS), batch(4).withInterpolation(Nd4j.zeros(4, 1))),
                () -> batch(4).withInterpolation(Nd4j.zeros(3, 1)),
                () -> batch(4).withInterpolation(Nd4j.ones(4, 1).muli(2)),
                () -> buildGan(buildGenerator(), normalising(), OPTIONS));
    }

    private static Discriminator normalising() {
        return new Discriminator(SmallPair.network(
                SmallPair.dense(784, 4, Activation.LEAKYRELU),
                new BatchNormalization.Builder().nIn(4).nOut(4).build(),
                SmallPair.output(4)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsAMessageWithARepair(Executable mistake) {
        var message = assertThrows(IllegalArgumentException.class, mistake).getMessage();
        assertTrue(
                message.lines().count() >= 2 && message.contains("must") && message.contains("got")
                        || message.contains("has no"),
                message);
    }

    @Test
    void isDiagnosedByPicturesAndNotByScores() {
        var gan = SmallPair.of(8, OPTIONS);
        train(gan, DIGITS, 25);
        var findings = diagnose(gan.history(), gan).findings();
        for (var finding :
                List.of(Finding.INVERTED_LABELS, Finding.DISCRIMINATOR_WON, Finding.DIVERGED, Finding.WRONG_RANGE)) {
            assertFalse(findings.contains(finding), findings::toString);
        }
    }

    @Test
    void drawsOtherBatchesForEachUpdate() {
        var one = SmallPair.of(4, OPTIONS.withDiscriminatorSteps(1));
        var two = SmallPair.of(4, OPTIONS.withDiscriminatorSteps(2));
        trainStep(one, DIGITS);
        trainStep(two, DIGITS);
        assertNotEquals(
                one.discriminator().network().params(),
                two.discriminator().network().params());
    }
}
