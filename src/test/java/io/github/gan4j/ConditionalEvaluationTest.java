package io.github.gan4j;

import static io.github.gan4j.ConditionalPairTest.DIGITS;
import static io.github.gan4j.ConditionalPairTest.dense;
import static io.github.gan4j.Gan4j.evaluate;
import static io.github.gan4j.Gan4j.loadGan;
import static io.github.gan4j.Gan4j.save;
import static io.github.gan4j.Gan4j.train;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.ConditionalPairTest.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A conditional pair is judged by what was asked for, where its labels are what the classifier reads. */
class ConditionalEvaluationTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.github.gan4j.ConditionalPairTest#kinds")
    void countsWhatIsReadAsItWasAskedFor(Kind kind) {
        var gan = kind.build();
        var losses = train(gan, DIGITS, 21);
        var evaluation = evaluate(gan, EvaluationOptions.defaults().withCount(1_000));
        assertEquals(0.1, evaluation.conditionalAccuracy(), 0.1); // it has learned nothing yet
        assertEquals(10, evaluation.digitAccuracies().size());
        assertEquals(
                evaluation.conditionalAccuracy(),
                evaluation.digitAccuracies().stream()
                        .mapToDouble(x -> x)
                        .average()
                        .orElse(-1),
                1e-9);
        var text = evaluation.toString();
        assertTrue(text.contains("read as the digit asked for") && text.contains("0.9928"), text);
        assertTrue(text.contains("\nright, % ") && text.contains("\nreal, %  "), text);
        assertTrue(text.lines().count() <= 15 && text.length() <= 900, text.length() + "\n" + text);
        assertFalse(Gan4j.diagnose(losses, gan).observations().isEmpty());
    }

    /** The same digits whose labels are others, as the kinds of clothes are. */
    @Test
    void countsNothingWhereLabelsAreNotTheDigits() {
        var pixels = new byte[784 * 100];
        var numbers = DIGITS.batch(0, 100).mul(127.5).add(127.5).data().asFloat();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(numbers[i]);
        }
        var others = IntStream.of(DIGITS.labels()).map(label -> 9 - label).toArray();
        for (var labels : List.of(DIGITS.labels(), others)) {
            var gan = dense();
            train(gan, Images.of("own", pixels, labels), 1);
            save(gan, folder.resolve("gan.zip"));
            assertEquals(labels == others, Double.isNaN(accuracy(gan)));
            assertTrue(Double.isNaN(accuracy(loadGan(folder.resolve("gan.zip"))))); // nothing shows what its labels are
        }
        assertTrue(Double.isNaN(accuracy(dense())));
    }

    private static double accuracy(Gan gan) {
        return evaluate(gan, EvaluationOptions.defaults().withCount(100)).conditionalAccuracy();
    }

    @Test
    void aPairWithoutClassesHasNoConditionalAccuracy() {
        var evaluation = evaluate(
                SmallPair.of(2, GanOptions.defaults()),
                EvaluationOptions.defaults().withCount(100));
        assertTrue(Double.isNaN(evaluation.conditionalAccuracy()));
        assertEquals(List.of(), evaluation.digitAccuracies());
        assertFalse(evaluation.toString().contains("asked for"));
    }
}
