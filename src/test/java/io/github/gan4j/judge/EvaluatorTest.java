package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Evaluation;
import io.github.gan4j.Images;
import io.github.gan4j.data.Mnist;
import io.github.gan4j.data.SyntheticDigits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class EvaluatorTest {
    private static final Evaluator.Subject SUBJECT = new Evaluator.Subject("test images", 0, 0);
    private static final Evaluator EVALUATOR = Evaluator.shipped();

    @Test
    void realTestImagesGetTheFloor() {
        var test = Mnist.test();
        var evaluation = evaluate(test.batch(0, test.size()));
        assertEquals(Baselines.SHIPPED.get().realTestImages().frechetDistance(), evaluation.frechetDistance(), 1e-6);
        assertEquals(Baselines.SHIPPED.get().realTestImages().coverage(), evaluation.coverage(), 1e-9);
    }

    @Test
    void oneDigitIsCaught() {
        var digits = SyntheticDigits.draw(5_000, 1);
        var evaluation = evaluate(rows(digits, i -> digits.labels()[i] == 3));
        assertAll(
                () -> assertTrue(evaluation.digitsDrawn() <= 3, evaluation::toString),
                () -> assertTrue(evaluation.entropy() < 0.5, evaluation::toString),
                () -> assertTrue(evaluation.score() < 2, evaluation::toString),
                () -> assertTrue(evaluation.coverage() < 0.15, evaluation::toString));
    }

    @Test
    void allDigitsAreBetterThanOne() {
        var digits = SyntheticDigits.draw(2_000, 1);
        var all = evaluate(digits.batch(0, 2_000));
        var one = evaluate(rows(digits, i -> digits.labels()[i] == 1));
        assertTrue(all.frechetDistance() < one.frechetDistance() / 2);
        assertTrue(all.entropy() > 2.2, all::toString);
    }

    @Test
    void orderOfSamplesChangesNothing() {
        var digits = SyntheticDigits.draw(400, 6);
        var order = IntStream.range(0, 400).boxed().toList();
        var shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(1));
        var before = evaluate(digits.batch(0, 400));
        var after = evaluate(digits.batch(0, 400)
                .getRows(shuffled.stream().mapToInt(Integer::intValue).toArray()));
        assertEquals(before, after);
    }

    @Test
    void copiesOfTrainingImagesAreCaught() {
        var training = SyntheticDigits.draw(1_500, 2);
        var copied = EVALUATOR.evaluate(training.batch(100, 300), SUBJECT, Optional.of(training));
        var others = EVALUATOR.evaluate(SyntheticDigits.draw(300, 3).batch(0, 300), SUBJECT, Optional.of(training));
        assertEquals(1, copied.copies());
        assertEquals(0, copied.nearest(), 0.05);
        assertTrue(others.copies() < 0.05, others::toString);
    }

    @Test
    void printsAShortTable() {
        var text = evaluate(SyntheticDigits.draw(200, 4).batch(0, 200)).toString();
        assertTrue(text.lines().findFirst().orElseThrow().length() <= 80, text);
        assertTrue(text.length() <= 900, text);
        assertTrue(text.lines().count() <= 15, text);
        assertTrue(text.startsWith("classifier Fréchet distance"), text);
    }

    private Evaluation evaluate(INDArray images) {
        return EVALUATOR.evaluate(images, SUBJECT, Optional.empty());
    }

    private static INDArray rows(Images images, IntPredicate wanted) {
        int[] rows = IntStream.range(0, images.size()).filter(wanted).toArray();
        return images.batch(0, images.size()).getRows(rows);
    }
}
