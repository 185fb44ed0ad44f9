package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.evaluate;
import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.plotQuality;
import static io.github.gan4j.Gan4j.sample;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
    private final Gan gan = buildGan(buildGenerator(), buildDiscriminator());
    private final EvaluationOptions few = EvaluationOptions.defaults().withCount(300);

    @Test
    void sameSeedGivesTheSameNumbersAndLeavesThePairAlone() {
        var before = sample(gan, 4);
        var first = evaluate(gan, few);
        assertEquals(first, evaluate(gan, few));
        assertEquals(before, sample(gan, 4));
    }

    @Test
    void anUntrainedPairIsFarFromDigits() {
        var evaluation = evaluate(gan, few);
        assertTrue(evaluation.frechetDistance() > 50, evaluation::toString);
        assertEquals(0, evaluation.step());
    }

    @Test
    void saysWhatItIsAndWhatItIsNot() {
        var text = evaluate(gan, few).toString();
        assertTrue(text.startsWith("classifier Fréchet distance"), text);
        assertTrue(text.contains("gan4j digits-1"), text);
        assertTrue(text.contains("Does not compare"), text);
    }

    @Test
    void saysThatThePairWasTrainedOnSyntheticDigits() {
        train(gan, syntheticDigits(100, 1), 1);
        var text = evaluate(gan, few).toString();
        assertTrue(text.contains("Trained on synthetic digits; does not compare"), text);
        assertTrue(text.lines().count() <= 15 && text.length() <= 900, text);
    }

    @Test
    void trainingEvaluatesOnTheWayAndCaptionsItsGrids() {
        var options = TrainOptions.steps(3).withGrids(2, grid -> {}).withEvaluations(2);
        var history = train(gan, syntheticDigits(100, 1), options);
        assertEquals(
                List.of(1, 3),
                history.evaluations().stream().map(Evaluation::step).toList());
        assertTrue(
                history.grids().get(1).caption().contains("Fréchet"),
                history.grids().get(1)::caption);
        assertTrue(history.grids().get(1).toString().length() <= 80);
        assertEquals(2, plotQuality(history).getTraces().length);
    }

    @Test
    void aGridOfAnEvaluatedPairSaysItsDistanceUntilThePairGoesOn() {
        var digits = syntheticDigits(100, 1);
        train(gan, digits, TrainOptions.steps(1).withEvaluations(1));
        var distance = gan.history().evaluations().get(0).frechetDistance();
        assertTrue(plotGrid(gan).caption().endsWith(String.format(Locale.ROOT, "Fréchet %.1f", distance)));
        trainStep(gan, digits);
        assertFalse(plotGrid(gan).caption().contains("Fréchet"));
    }

    @Test
    void thereIsNoQualityWithoutEvaluations() {
        var history = train(gan, syntheticDigits(100, 1), 1);
        assertThrows(IllegalArgumentException.class, () -> plotQuality(history));
    }

    @Test
    void refusesTooFewSamples() {
        assertThrows(IllegalArgumentException.class, () -> few.withCount(10));
    }

    @Test
    void refusesAGeneratorOfNaN() {
        gan.generator().network().params().assign(Double.NaN);
        var error = assertThrows(IllegalStateException.class, () -> evaluate(gan, few));
        assertTrue(error.getMessage().contains("diagnose("), error.getMessage());
    }

    @Test
    void comparesCopiesWithWhatThePairWasTrainedOn() {
        trainedToCopy();
        var evaluation = evaluate(gan, few);
        assertEquals(1, evaluation.copies());
        assertTrue(evaluation.nearest() < 1, evaluation::toString);
        assertTrue(
                evaluation.toString().contains("copies of 33 grey pictures       1.000          -          -"),
                evaluation::toString);
    }

    @Test
    void showsADashWhereThatIsNotAtHand(@TempDir Path folder) {
        trainedToCopy();
        Gan4j.save(gan, folder.resolve("gan.zip"));
        assertDash(Gan4j.loadGan(folder.resolve("gan.zip")));
    }

    @Test
    void asksNoDataSetThatThePairNeverSaw(@TempDir Path folder) {
        System.setProperty("gan4j.data", folder.toString());
        try {
            assertDash(gan);
        } finally {
            System.clearProperty("gan4j.data");
        }
    }

    @Test
    void digitsThatLieTransposedGetAHint() {
        var upright = syntheticDigits(200, 1);
        train(gan, upright.transposed(), 20);
        assertTrue(evaluate(gan, few).toString().contains("rows and columns exchanged"));
        var diagnosis = Gan4j.diagnose(gan.history(), gan).toString();
        assertTrue(diagnosis.contains("rows and columns exchanged"), diagnosis);
        train(gan, upright, 1);
        assertFalse(evaluate(gan, few).toString().contains("exchanged"));
    }

    /** Trained on 33 pictures of one grey, and draws just that. */
    private void trainedToCopy() {
        var pixels = new byte[33 * 784];
        Arrays.fill(pixels, (byte) 128);
        train(gan, Images.of("33 grey pictures", pixels, new int[0]), 1);
        gan.generator().network().params().assign(0);
    }

    private void assertDash(Gan pair) {
        var evaluation = evaluate(pair, few);
        assertTrue(Double.isNaN(evaluation.copies()) && Double.isNaN(evaluation.nearest()), evaluation::toString);
        assertTrue(evaluation.toString().contains("copies: images not at hand           -"), evaluation::toString);
    }
}
