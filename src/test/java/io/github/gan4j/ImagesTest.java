package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final int[] NO_LABELS = new int[0];

    @Test
    void scalesGreysToMinusOneToOne() { // tutorial step 7
        var pixels = new byte[784];
        pixels[1] = (byte) 255;
        pixels[2] = (byte) 128;

        var batch = Images.of("three greys", pixels, NO_LABELS).batch(0, 1);

        assertArrayEquals(new long[] {1, 784}, batch.shape());
        assertEquals(-1f, batch.getFloat(0, 0));
        assertEquals(1f, batch.getFloat(0, 1));
        assertEquals((128 - 127.5f) / 127.5f, batch.getFloat(0, 2));
    }

    @Test
    void handsOutCopies() {
        var images = Images.of("two", new byte[2 * 784], new int[] {3, 4});
        images.labels()[0] = 9;
        images.batch(0, 2).addi(1);

        assertArrayEquals(new int[] {3, 4}, images.labels());
        assertEquals(-1f, images.batch(0, 1).getFloat(0, 0));
    }

    @Test
    void keepsCopies() {
        var pixels = new byte[784];
        var labels = new int[] {3};
        var given = Images.of("one", pixels, labels);
        var drawn = Images.synthetic("synthetic", pixels, labels);
        pixels[0] = (byte) 255;
        labels[0] = 9;

        for (var images : List.of(given, drawn)) {
            assertArrayEquals(new int[] {3}, images.labels());
            assertEquals(-1f, images.batch(0, 1).getFloat(0, 0));
            assertEquals("a3ab89cb76da163a522547eb5dafd7615476c670abe29733cd6722aac45490e3", images.sha256());
        }
    }

    @Test
    void refusesBatchesThatAreNotAllThere() {
        var images = Images.of("two", new byte[2 * 784], NO_LABELS);

        for (int[] range : new int[][] {{-1, 1}, {0, 0}, {0, 3}, {2, 1}, {1, Integer.MAX_VALUE}}) {
            var e = assertThrows(IllegalArgumentException.class, () -> images.batch(range[0], range[1]));
            assertTrue(e.getMessage().startsWith("batch: from must be at least 0"), e.getMessage());
        }
    }

    @Test
    void refusesPartsOfImagesAndOtherNumbersOfLabels() {
        assertThrows(IllegalArgumentException.class, () -> Images.of("none", new byte[0], NO_LABELS));
        assertThrows(IllegalArgumentException.class, () -> Images.of("part", new byte[785], NO_LABELS));
        assertThrows(IllegalArgumentException.class, () -> Images.of("labels", new byte[784], new int[2]));
    }

    /** The digest of 16 bytes of header and 784 zeros, taken with sha256sum. */
    @Test
    void knowsTheDigestOfItsIdxFile() {
        var images = Images.of("black", new byte[784], NO_LABELS);

        assertEquals("a3ab89cb76da163a522547eb5dafd7615476c670abe29733cd6722aac45490e3", images.sha256());
    }

    @Test
    void knowsWhetherAProgramHasDrawnIt() {
        assertFalse(Images.of("real", new byte[784], NO_LABELS).isSynthetic());
        assertTrue(Images.synthetic("synthetic", new byte[784], NO_LABELS).isSynthetic());
        assertThrows(IllegalArgumentException.class, () -> Images.synthetic("digits", new byte[784], NO_LABELS));
    }

    @Test
    void printsItselfInOneShortLine() {
        var name = new char[200];
        Arrays.fill(name, 'x');

        assertEquals(
                "2 images of 28x28, values -1..1, from two",
                Images.of("two", new byte[2 * 784], NO_LABELS).toString());
        assertTrue(
                Images.of(new String(name), new byte[784], NO_LABELS).toString().length() <= 80);
    }

    @Test
    void transposedExchangesRowsAndColumns() {
        var digits = Gan4j.syntheticDigits(2, 1);
        var turned = digits.transposed();
        var expected =
                digits.batch(0, 2).reshape(2, 28, 28).permute(0, 2, 1).dup('c').reshape(2, 784);
        assertEquals(expected, turned.batch(0, 2));
        assertEquals("synthetic digits (seed 1) transposed", turned.name());
        assertTrue(turned.isSynthetic());
        assertEquals(digits.sha256(), turned.transposed().sha256());
    }
}
