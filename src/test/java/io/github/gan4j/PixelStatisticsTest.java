package io.github.gan4j;

import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class PixelStatisticsTest {
    @Test
    void areTheLeastTheMeanAndTheGreatest() {
        assertEquals(
                new PixelStatistics(-1, -0.25, 0.5),
                PixelStatistics.of(Nd4j.createFromArray(new float[] {-1, -0.25f, 0.5f, -0.25f})));
    }

    @Test
    void aPairKnowsThoseOfTheLastRealImages() {
        var gan = SmallPair.of(8, GanOptions.defaults());
        assertEquals(Optional.empty(), gan.trainedPixels());
        trainStep(gan, syntheticDigits(100, 1));
        assertEquals(-1, gan.trainedPixels().orElseThrow().min());

        var bright = syntheticDigits(4, 1).batch(0, 4).add(1).div(2);
        trainStep(gan, bright, Noise.TRAINING.draw(4, 1), Noise.TRAINING.draw(8, 2));
        assertEquals(Optional.of(PixelStatistics.of(bright)), gan.trainedPixels());
        assertTrue(gan.trainedPixels().orElseThrow().toString().startsWith("greys from 0.00 to 1.00, mean 0."));
    }
}
