package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GaussianTest {
    private static final double[] ORIGIN = {0, 0, 0};

    @Test
    void equalDistributionsAreAtDistanceZero() {
        var gaussian = Gaussian.fit(randomRows(200));
        assertEquals(0, gaussian.frechetDistance(gaussian), 1e-9);
    }

    @Test
    void shiftedMeansAreTheSquaredShiftApart() {
        var covariance = Gaussian.fit(randomRows(200)).covariance();
        var here = new Gaussian(ORIGIN, covariance);
        var there = new Gaussian(new double[] {3, 0, -4}, covariance);
        assertEquals(25, here.frechetDistance(there), 1e-9);
    }

    @Test
    void diagonalCovariancesAreTheirRootsApart() {
        var small = new Gaussian(ORIGIN, diagonal(1, 4, 9));
        var great = new Gaussian(ORIGIN, diagonal(16, 4, 0));
        assertEquals(9 + 0 + 9, small.frechetDistance(great), 1e-9); // (1 - 4)^2 + (2 - 2)^2 + (3 - 0)^2
    }

    @Test
    void isTheSameInBothDirections() {
        var first = Gaussian.fit(randomRows(100));
        var second = new Gaussian(ORIGIN, diagonal(2, 3, 5));
        assertEquals(first.frechetDistance(second), second.frechetDistance(first), 1e-9);
    }

    @Test
    void agreesWithScipy() throws IOException {
        var first = Gaussian.fit(fixture("first"));
        var second = Gaussian.fit(fixture("second"));
        double expected = fixture("distance")[0][0];
        assertEquals(expected, first.frechetDistance(second), 1e-5 * expected);
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        var rows = Arrays.asList(randomRows(300));
        var other = new Gaussian(ORIGIN, diagonal(1, 1, 1));
        double before = Gaussian.fit(rows.toArray(float[][]::new)).frechetDistance(other);
        Collections.shuffle(rows, new Random(5));
        assertEquals(before, Gaussian.fit(rows.toArray(float[][]::new)).frechetDistance(other), 1e-10);
    }

    @Test
    void refusesASingleRow() {
        assertThrows(IllegalArgumentException.class, () -> Gaussian.fit(randomRows(1)));
    }

    private static double[][] diagonal(double... values) {
        var matrix = new double[values.length][values.length];
        Arrays.setAll(matrix, i -> {
            matrix[i][i] = values[i];
            return matrix[i];
        });
        return matrix;
    }

    /** Correlated rows of three features. */
    private static float[][] randomRows(int count) {
        var random = new Random(3);
        var rows = new float[count][];
        Arrays.setAll(rows, i -> {
            float common = (float) random.nextGaussian();
            return new float[] {common, common + random.nextFloat(), (float) random.nextGaussian() - common / 2};
        });
        return rows;
    }

    private static float[][] fixture(String name) throws IOException {
        try (var in = GaussianTest.class.getResourceAsStream("frechet.csv")) {
            return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .filter(cells -> cells.get(0).equals(name))
                    .map(GaussianTest::numbers)
                    .toArray(float[][]::new);
        }
    }

    private static List<List<String>> lines(String text) {
        return text.lines().map(line -> List.of(line.split(","))).toList();
    }

    private static float[] numbers(List<String> cells) {
        var numbers = new float[cells.size() - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(cells.get(i + 1));
        }
        return numbers;
    }
}
