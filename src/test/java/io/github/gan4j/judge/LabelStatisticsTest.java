package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gan4j.Finding;
import io.github.gan4j.Images;
import io.github.gan4j.data.SyntheticDigits;
import io.github.gan4j.internal.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** What a generator does that draws real digits, but not those that it is asked for. */
class LabelStatisticsTest {
    private static final Images DIGITS = SyntheticDigits.draw(2_000, 1);

    @Test
    void aGeneratorThatDrawsWhatItIsAskedForIsHealthy() {
        assertEquals(List.of(), findings(label -> label, DIGITS, 5_000));
    }

    @Test
    void aLabelThatChangesNothingIsNamedOnceTheGeneratorIsOldEnough() {
        assertEquals(List.of(Finding.LABEL_IGNORED), findings(label -> 3, DIGITS, 2_000));
        assertEquals(List.of(), findings(label -> 3, DIGITS, 1_000));
    }

    @Test
    void aClassThatIsNeverDrawnIsNamed() {
        assertEquals(List.of(Finding.CLASS_MISSING), findings(label -> label == 9 ? 4 : label, DIGITS, 2_000));
    }

    @Test
    void labelsOfOtherImagesAreNamedAndOtherNamesOfTheDigitsAreNot() {
        var random = new SeededRandom(1);
        var shuffled =
                Arrays.stream(DIGITS.labels()).map(label -> random.nextInt(10)).toArray();
        assertEquals(List.of(Finding.LABELS_SHUFFLED), findings(label -> label, with(shuffled), 100));
        var renamed =
                Arrays.stream(DIGITS.labels()).map(label -> (label + 3) % 10).toArray();
        assertEquals(List.of(), findings(label -> label, with(renamed), 100));
    }

    @Test
    void picturesThatAreNoDigitsButGoWithTheirLabelsAreHealthy() {
        var clothes = new byte[2_000 * 784];
        var random = new Random(2);
        for (int i = 0; i < 2_000; i++) { // a bar for each class, as wide as chance has it
            int from = i * 784 + 28 * (2 * (i % 10) + 4);
            Arrays.fill(clothes, from, from + 56 + random.nextInt(28), (byte) 255);
        }
        assertEquals(List.of(), findings(label -> label, Images.of("bars", clothes, DIGITS.labels()), 100));
    }

    private static Images with(int[] labels) {
        var pixels = new byte[DIGITS.size() * 784];
        var values = DIGITS.batch(0, DIGITS.size()).data().asFloat();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round((values[i] + 1) * 127.5f);
        }
        return Images.of("digits", pixels, labels);
    }

    private static List<Finding> findings(IntUnaryOperator drawn, Images images, int age) {
        return LabelStatistics.of(DrawnDigits.pair(DIGITS, drawn, images), 42)
                .observe(age)
                .map(seen -> seen.finding())
                .toList();
    }
}
