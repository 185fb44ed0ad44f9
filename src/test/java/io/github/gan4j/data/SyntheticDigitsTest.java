package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Images;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
    /** The same on JDK 17 and 25; a change here changes every picture and figure made from synthetic digits. */
    @Test
    void drawsTheSameBitsOnEveryPlatform() {
        assertEquals(1937951131L, crc(SyntheticDigits.draw(10_000, 42)));
        assertEquals(347179657L, crc(SyntheticDigits.draw(500, -7)));
    }

    @Test
    void drawsAnImageThatDoesNotDependOnTheCount() {
        var few = SyntheticDigits.draw(25, 42);
        var many = SyntheticDigits.draw(100, 42);

        assertEquals(few.batch(0, 25), many.batch(0, 25));
    }

    @Test
    void drawsOthersWithAnotherSeed() {
        var digits = SyntheticDigits.draw(20, 1);

        assertNotEquals(digits.sha256(), SyntheticDigits.draw(20, 2).sha256());
        assertNotEquals(digits.batch(0, 1), digits.batch(10, 1), "two zeros of one seed");
    }

    @Test
    void labelsImagesInTurn() {
        assertArrayEquals(
                new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1},
                SyntheticDigits.draw(12, 42).labels());
    }

    @Test
    void callsThemSynthetic() {
        var digits = SyntheticDigits.draw(1, 42);

        assertEquals("synthetic digits (seed 42)", digits.name());
        assertTrue(digits.isSynthetic());
    }

    /** MNIST: mean 0.1325 of white, 19.3 % of the pixels not black, centre of mass in the middle. */
    @Test
    void resemblesMnistInInkAndPlace() {
        var digits = SyntheticDigits.draw(1_000, 42);
        var ink = digits.batch(0, 1_000).add(1).div(2); // [1000, 784] in 0..1

        assertEquals(0.1325, ink.meanNumber().doubleValue(), 0.01);
        assertEquals(0.193, ink.gt(0).castTo(ink.dataType()).meanNumber().doubleValue(), 0.02);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(13.5, centre(digits, i, true), 0.6);
            assertEquals(13.5, centre(digits, i, false), 0.6);
        }
    }

    @Test
    void refusesImpossibleCounts() {
        for (int count : new int[] {0, -1, Integer.MAX_VALUE}) {
            var e = assertThrows(IllegalArgumentException.class, () -> SyntheticDigits.draw(count, 42));
            assertTrue(e.getMessage().startsWith("syntheticDigits: count must be 1 to 2,739,137"), e.getMessage());
        }
    }

    private static double centre(Images images, int image, boolean across) {
        var pixels = images.batch(image, 1).toFloatVector();
        double mass = 0;
        double moment = 0;
        for (int i = 0; i < 784; i++) {
            mass += pixels[i] + 1;
            moment += (pixels[i] + 1) * (across ? i % 28 : i / 28);
        }
        return moment / mass;
    }

    private static long crc(Images images) {
        var crc = new CRC32();
        var image = new float[784];
        for (int i = 0; i < images.size(); i++) {
            images.copyTo(i, image, 0);
            for (float value : image) {
                crc.update(Math.round(value * 127.5f + 127.5f));
            }
        }
        return crc.getValue();
    }
}
