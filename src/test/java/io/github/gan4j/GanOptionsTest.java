package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GanOptionsTest {
    private static final GanOptions TUTORIAL = GanOptions.defaults();

    @Test
    void setsBothRatesWhereNoneWasSetForTheDiscriminator() {
        var options = TUTORIAL.withLearningRate(1e-3).withBeta1(0.9).withLearningRate(1e-4);
        assertEquals(1e-4, options.learningRate());
        assertEquals(1e-4, options.discriminatorLearningRate());
    }

    @Test
    void recommendsAnotherRateForConvolutionalNetworks() {
        assertEquals(TUTORIAL.withLearningRate(1e-3).withDiscriminatorLearningRate(7e-4), GanOptions.dcgan());
        assertEquals(7e-4, GanOptions.dcgan().discriminatorLearningRate());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 2e-4, 1e-3}) // another one, the tutorial's own, the generator's new one
    void keepsADiscriminatorsRateThatWasSet(double rate) {
        var options = TUTORIAL.withDiscriminatorLearningRate(rate).withSeed(7).withLearningRate(1e-3);
        assertEquals(1e-3, options.learningRate());
        assertEquals(rate, options.discriminatorLearningRate());
        assertEquals(rate, options.withLearningRate(1e-2).discriminatorLearningRate());
    }

    @Test
    void doesNotCareForTheOrderOfWithers() {
        var withers = List.<UnaryOperator<GanOptions>>of(
                options -> options.withLearningRate(1e-3),
                options -> options.withDiscriminatorLearningRate(2e-3),
                options -> options.withBeta1(0.9),
                options -> options.withRealLabel(0.9));
        var forwards = TUTORIAL;
        var backwards = TUTORIAL;
        for (int i = 0; i < withers.size(); i++) {
            forwards = withers.get(i).apply(forwards);
            backwards = withers.get(withers.size() - 1 - i).apply(backwards);
        }
        assertEquals(forwards, backwards);
        assertEquals(forwards.hashCode(), backwards.hashCode());
        assertEquals(forwards.toString(), backwards.toString());
        assertNotEquals(TUTORIAL, forwards);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARateThatIsNone(double rate) {
        assertThrows(IllegalArgumentException.class, () -> TUTORIAL.withLearningRate(rate));
        assertThrows(IllegalArgumentException.class, () -> TUTORIAL.withDiscriminatorLearningRate(rate));
    }
}
