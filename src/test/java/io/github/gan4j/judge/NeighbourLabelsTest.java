package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.Test;

class NeighbourLabelsTest {
    private static final NeighbourLabels VOTES = new NeighbourLabels(5, new int[] {7, 7, 1, 0}, new int[] {5, 4, 3, 2});

    @Test
    void countsImagesWhoseNeighboursAgree() {
        assertEquals(0.5, VOTES.agreeing(4));
        assertEquals(0.75, VOTES.agreeing(3));
        assertEquals(1, VOTES.agreeing(1));
    }

    @Test
    void countsDigits() {
        assertArrayEquals(new double[] {0.25, 0.25, 0, 0, 0, 0, 0, 0.5, 0, 0}, VOTES.histogram());
    }

    @Test
    void countsRightDigits() {
        assertEquals(0.75, VOTES.accuracy(new int[] {7, 7, 1, 9}));
        assertThrows(IllegalArgumentException.class, () -> VOTES.accuracy(new int[3]));
    }

    @Test
    void givesATieToTheNearest() {
        var nearest = new Nearest(1, 4);
        nearest.offer(0, 0, 0.4f);
        nearest.offer(0, 1, 0.3f);
        nearest.offer(0, 2, 0.2f);
        nearest.offer(0, 3, 0.1f);
        nearest.offer(0, 4, 0.5f);

        var votes = nearest.votes(new int[] {8, 3, 8, 3, 8});

        assertArrayEquals(new int[] {3}, votes.labels(), "3 and 8 have two votes, and a 3 is nearest");
        assertArrayEquals(new int[] {2}, votes.counts());
    }

    @Test
    void printsItselfInTwoShortLines() {
        assertEquals(
                "4 images, 50.0 % with at least 4 of 5 equal votes" + System.lineSeparator()
                        + "digits 0 to 9 in %: 25.0 25.0 0.0 0.0 0.0 0.0 0.0 50.0 0.0 0.0",
                VOTES.toString());
    }
}
