package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.Sampling;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class BatchSourceTest {
    /** Image i is all of grey i, so that a batch tells which images it holds. */
    private static Images numbered(int count) {
        var pixels = new byte[count * ImageShape.MNIST.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / ImageShape.MNIST.pixels());
        }
        return Images.of("numbered", pixels, new int[0]);
    }

    private static int number(Batch batch, int row) {
        return Math.round(batch.real().getFloat(row, 0) * 127.5f + 127.5f);
    }

    @Test
    void drawsThirtyTwoNeighboursAndNeverTheLastImage() { // tutorial step 8; slip E8
        var source = new BatchSource(GanOptions.defaults());
        var images = numbered(40);
        var starts = new HashSet<Integer>();
        for (int i = 0; i < 200; i++) {
            var batch = source.draw(images);
            assertArrayEquals(new long[] {32, 784}, batch.real().shape());
            assertEquals(number(batch, 0) + 31, number(batch, 31));
            starts.add(number(batch, 0));
        }
        assertEquals(8, starts.size()); // 0 to 7: a start at 8 would reach image 39, the last
        assertTrue(starts.contains(7) && !starts.contains(8));
    }

    @Test
    void reachesEveryImageWhenShuffled() { // the correction of slip E8
        var source = new BatchSource(GanOptions.defaults().withSampling(Sampling.SHUFFLED));
        var images = numbered(40);
        var seen = new HashSet<Integer>();
        for (int i = 0; i < 40; i++) {
            var batch = source.draw(images);
            for (int row = 0; row < 32; row++) {
                seen.add(number(batch, row));
            }
        }
        assertEquals(40, seen.size());
    }

    @Test
    void drawsNoiseAroundMinusOneHalf() { // tutorial step 8
        var source = new BatchSource(GanOptions.defaults());
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 20; i++) {
            var batch = source.draw(numbered(40));
            assertArrayEquals(new long[] {32, 100}, batch.discriminatorNoise().shape());
            assertArrayEquals(new long[] {64, 100}, batch.generatorNoise().shape());
            sum += batch.generatorNoise().meanNumber().doubleValue() / 20;
            squares += batch.generatorNoise().stdNumber().doubleValue() / 20;
        }
        assertEquals(-0.5, sum, 0.01);
        assertEquals(0.5, squares, 0.01);
    }

    @Test
    void drawsTheSameForTheSameSeedOnly() {
        var images = numbered(40);
        var first = new BatchSource(GanOptions.defaults()).draw(images);
        assertEquals(first, new BatchSource(GanOptions.defaults()).draw(images));
        assertTrue(!first.equals(new BatchSource(GanOptions.defaults().withSeed(7)).draw(images)));
    }

    @Test
    void refusesFewerImagesThanHalfABatch() {
        var source = new BatchSource(GanOptions.defaults());
        var error = assertThrows(IllegalArgumentException.class, () -> source.draw(numbered(31)));
        assertTrue(error.getMessage().contains("at least 32 images"), error.getMessage());
        assertTrue(error.getMessage().contains("withBatchSize(62)"), error.getMessage());
    }
}
