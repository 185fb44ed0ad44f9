package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gan4j.Evaluation;
import io.github.gan4j.data.SyntheticDigits;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the shipped classifier makes of images that every machine can draw: the numbers that were printed, and no others. */
class GoldenNumbersTest {
    private static final Evaluator EVALUATOR = Evaluator.shipped();
    private static final int COUNT = 2_000;
    private static final INDArray DIGITS = SyntheticDigits.draw(COUNT, 1).batch(0, COUNT);

    @Test
    void pureNoiseGetsThePrintedBaseline() {
        var expected = Baselines.SHIPPED.get().pureNoise();
        var noise = evaluate(PureNoise.draw(expected.count(), 784, expected.seed()));
        assertEquals(expected.frechetDistance(), noise.frechetDistance(), 1e-5);
        assertEquals(expected.score(), noise.score(), 1e-9);
        assertEquals(expected.shares(), noise.shares());
        assertEquals(expected.confidence(), noise.confidence(), 1e-9);
        assertEquals(expected.coverage(), noise.coverage(), 1e-9);
    }

    @Test
    void syntheticDigitsGetTheirs() {
        var digits = evaluate(DIGITS);
        assertEquals(20.366_541, digits.frechetDistance(), 1e-5);
        assertEquals(9.759_461_188, digits.score(), 1e-9);
        assertEquals(List.of(0.1, 0.0935, 0.101, 0.1015, 0.1, 0.1035, 0.0965, 0.1045, 0.0995, 0.1), digits.shares());
        assertEquals(0.991_544_341, digits.confidence(), 1e-9);
        assertEquals(0.467, digits.coverage(), 1e-9);
    }

    @Test
    void readsSoManySyntheticDigitsRightly() {
        var predictions = DigitClassifier.shipped().predict(DIGITS);
        assertEquals(
                1_979,
                IntStream.range(0, COUNT)
                        .filter(i -> predictions.digit(i) == i % 10)
                        .count());
    }

    @Test
    void readsASevenWithThisCertainty() {
        var probabilities = DigitClassifier.shipped().predict(DIGITS).probabilities()[7];
        assertEquals(0.999_986_2, probabilities[7], 1e-7);
        assertEquals(1.012_587_7e-5, probabilities[3], 1e-11);
    }

    private static Evaluation evaluate(INDArray images) {
        return EVALUATOR.evaluate(images, new Evaluator.Subject("images", 0, 0), Optional.empty());
    }
}
