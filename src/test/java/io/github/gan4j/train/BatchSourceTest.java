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
import io.github.gan4j.internal.SeededRandom;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchSourceTest {
    /** Image i is all of grey i, so that a batch tells which images it holds. */
    private static Images numbered(int count) {
        var pixels = new byte[count * ImageShape.MNIST.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / ImageShape.MNIST.pixels());
        }
        return Images.of("numbered", pixels, new int[0]);
    }

    /** The same, of which image i has label i % classes. */
    private static Images labelled(int count, int classes) {
        var pixels = new byte[count * ImageShape.MNIST.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / ImageShape.MNIST.pixels());
        }
        return Images.of(
                "labelled",
                pixels,
                IntStream.range(0, count).map(i -> i % classes).toArray());
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

    @ParameterizedTest
    @EnumSource
    void drawsWithoutLabelsWhatTheSeedGives(Sampling sampling) { // so that an older run's losses can be had again
        var options = GanOptions.defaults().withSampling(sampling);
        var random = new SeededRandom(~options.seed());
        var batch = new BatchSource(options).draw(numbered(40));
        boolean contiguous = sampling == Sampling.CONTIGUOUS;
        int start = contiguous ? random.nextInt(8) : 0;
        for (int row = 0; row < 32; row++) {
            assertEquals(contiguous ? start + row : random.nextInt(40), number(batch, row));
        }
        assertEquals(options.noise().draw(32, random), batch.discriminatorNoise());
        assertEquals(options.noise().draw(64, random), batch.generatorNoise());
        assertTrue(batch.realLabels().isEmpty() && batch.generatorLabels().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void labelsStayWithTheirImages(Sampling sampling) { // row K5
        var source = new BatchSource(GanOptions.defaults().withSampling(sampling), 7);
        for (int i = 0; i < 20; i++) {
            var batch = source.draw(labelled(40, 7));
            for (int row = 0; row < 32; row++) {
                assertEquals(number(batch, row) % 7, batch.realLabels().get(row));
            }
        }
    }

    @Test
    void asksTheGeneratorForAllClassesEquallyOften() { // rows K3 and K5, the last class too
        var source = new BatchSource(GanOptions.defaults(), 10);
        var counts = new int[10];
        int batches = 200;
        for (int i = 0; i < batches; i++) {
            source.draw(labelled(40, 7)).generatorLabels().forEach(label -> counts[label]++);
        }
        for (int count : counts) {
            assertEquals(0.1, count / (64.0 * batches), 0.015); // five standard deviations
        }
    }

    @Test
    void labelsChangeNothingElseThatABatchHas() {
        var images = labelled(40, 10);
        var first = new BatchSource(GanOptions.defaults()).draw(images);
        var second = new BatchSource(GanOptions.defaults(), 10).draw(images);
        assertEquals(first.real(), second.real());
        assertEquals(first.generatorNoise(), second.generatorNoise());
    }

    @Test
    void refusesImagesWithoutLabels() {
        var source = new BatchSource(GanOptions.defaults(), 10);
        var error = assertThrows(IllegalArgumentException.class, () -> source.draw(numbered(40)));
        assertEquals(
                "trainStep: images for a conditional pair must have labels, but numbered has none.\n"
                        + "Load both files: digits = loadIdx(Path.of(\"images-idx3-ubyte\"), Path.of(\"labels-idx1-ubyte\")).",
                error.getMessage());
    }

    @Test
    void refusesImagesOfMoreClassesBeforeItMeetsOne() {
        var source = new BatchSource(GanOptions.defaults(), 10);
        var labels = new int[200];
        labels[199] = 11; // an image that is never drawn
        var images = Images.of("letters", new byte[200 * 784], labels);
        var error = assertThrows(IllegalArgumentException.class, () -> source.draw(images));
        assertEquals(
                "trainStep: labels must be 0 to 9 for a pair of 10 classes, but those of letters go up to 11.\n"
                        + "Build both networks with classes: var options = NetworkOptions.defaults().withClasses(12);"
                        + " gan = buildGan(buildGenerator(options), buildDiscriminator(options)).",
                error.getMessage());
    }

    @Test
    void refusesFewerImagesThanHalfABatch() {
        var source = new BatchSource(GanOptions.defaults());
        var error = assertThrows(IllegalArgumentException.class, () -> source.draw(numbered(31)));
        assertTrue(error.getMessage().contains("at least 32 images"), error.getMessage());
        assertTrue(error.getMessage().contains("withBatchSize(62)"), error.getMessage());
    }
}
