package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Gan4j;
import io.github.gan4j.Images;
import io.github.gan4j.data.Mnist;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class NearestNeighboursTest {
    /** 5,000 references make two blocks, 600 images two chunks. */
    @Test
    void agreesWithAPlainLoopOverAllDistances() {
        var references = Gan4j.syntheticDigits(5_000, 1);
        var images = Gan4j.syntheticDigits(600, 2);

        var labels = new NearestNeighbours(references, 5).labels(images.batch(0, 600));

        for (int i = 0; i < 600; i += 60) {
            assertEquals(slowly(references, images, i), labels.labels()[i], "image " + i);
        }
        for (int i : new int[] {511, 512, 599}) {
            assertEquals(slowly(references, images, i), labels.labels()[i], "image " + i);
        }
    }

    @Test
    void findsAnImageAmongTheReferences() {
        var digits = Gan4j.syntheticDigits(300, 42);

        var labels = new NearestNeighbours(digits, 1).labels(digits.batch(0, 300));

        assertArrayEquals(digits.labels(), labels.labels());
        assertEquals(1, labels.agreeing(1));
        assertEquals(1, labels.accuracy(digits.labels()));
    }

    @Test
    void changesNoImage() {
        var images = Gan4j.syntheticDigits(10, 42).batch(0, 10);
        var before = images.dup();

        new NearestNeighbours(Gan4j.syntheticDigits(10, 1), 5).labels(images);

        assertEquals(before, images);
    }

    @Test
    void takesImagesInAnyOrderOfMemory() {
        var judge = new NearestNeighbours(Gan4j.syntheticDigits(100, 1), 5);
        var images = Gan4j.syntheticDigits(20, 42).batch(0, 20);

        assertArrayEquals(
                judge.labels(images).labels(), judge.labels(images.dup('f')).labels());
    }

    @Test
    void refusesReferencesWithoutDigits() {
        var without = Images.of("no labels", new byte[784], new int[0]);
        var letters = Images.of("letters", new byte[784], new int[] {10});

        for (var references : new Images[] {without, letters}) {
            var e = assertThrows(IllegalArgumentException.class, () -> new NearestNeighbours(references, 1));
            assertTrue(e.getMessage().contains("labels 0 to 9"), e.getMessage());
        }
    }

    @Test
    void refusesMoreNeighboursThanReferences() {
        var digits = Gan4j.syntheticDigits(4, 42);

        assertThrows(IllegalArgumentException.class, () -> new NearestNeighbours(digits, 5));
        assertThrows(IllegalArgumentException.class, () -> new NearestNeighbours(digits, 0));
    }

    @Test
    void refusesOtherShapesAndRanges() {
        var judge = new NearestNeighbours(Gan4j.syntheticDigits(10, 42), 5);

        assertThrows(IllegalArgumentException.class, () -> judge.labels(Nd4j.zeros(2, 100)));
        assertThrows(IllegalArgumentException.class, () -> judge.labels(Nd4j.valueArrayOf(new long[] {2, 784}, 255.0)));
    }

    /** The promise of the synthetic digits: what is learned from them holds for real ones. */
    @Test
    void recognisesMnistByItsSyntheticNeighbours() {
        var test = Mnist.test();

        var labels = new NearestNeighbours(Gan4j.syntheticDigits(10_000, 42), 5).labels(test.batch(0, test.size()));

        System.out.printf(
                "5-NN, 10,000 synthetic digits against MNIST test: %.1f %%%n", 100 * labels.accuracy(test.labels()));
        assertTrue(labels.accuracy(test.labels()) >= 0.85, labels.toString());
    }

    private static int slowly(Images references, Images images, int image) {
        var query = new float[784];
        images.copyTo(image, query, 0);
        var distances = IntStream.range(0, references.size())
                .mapToDouble(i -> distance(references, i, query))
                .toArray();
        var nearest = IntStream.range(0, references.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(5)
                .map(i -> references.labels()[i])
                .toList();
        return nearest.stream()
                .max((a, b) -> Long.compare(count(a, nearest), count(b, nearest)))
                .orElseThrow();
    }

    private static long count(int label, List<Integer> labels) {
        return labels.stream().filter(other -> other == label).count();
    }

    private static double distance(Images references, int reference, float[] query) {
        var pixels = new float[784];
        references.copyTo(reference, pixels, 0);
        double sum = 0;
        for (int i = 0; i < 784; i++) {
            sum += (pixels[i] - query[i]) * (double) (pixels[i] - query[i]);
        }
        return sum;
    }
}
