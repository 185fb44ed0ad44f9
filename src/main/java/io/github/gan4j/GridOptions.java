package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code plotGrid}.
 *
 * @param rows of the grid, at least 1
 * @param columns of the grid, at least 1, where column i of a conditional pair's is class i; 0 for as many as a conditional pair has
 *     classes, and 4 for any other pair
 * @param noise what the noise vectors are drawn from; null stands for the noise that the pair trains on (tutorial slip E4)
 * @param seed where the noise vectors come from; the same seed gives the same noise, so that grids compare (tutorial slip E10)
 */
public record GridOptions(int rows, int columns, @Nullable Noise noise, long seed) {
    private static final int MAX = 10_000; // a picture of 2,800 x 2,800 pixels

    private static final int TUTORIAL_COLUMNS = 4; // tutorial step 6
    private static final GridOptions DEFAULTS = new GridOptions(4, 0, null, 42); // tutorial step 6

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no row or no column, or too many
     */
    public GridOptions {
        checkSize(rows, columns, 0);
    }

    private static void checkSize(int rows, int columns, int fewestColumns) {
        Check.argument(
                rows >= 1 && columns >= fewestColumns && (long) rows * columns <= MAX,
                "GridOptions: there must be at least 1 row and 1 column and at most %,d images, but got %d and %d.%n"
                        + "Write GridOptions.defaults().withSize(4, 4), the tutorial's.",
                MAX,
                rows,
                columns);
    }

    /** 4 x 4 images, or 4 of each class, from the noise that the pair trains on, seed 42. */
    public static GridOptions defaults() {
        return DEFAULTS;
    }

    /** The same with another number of rows and columns. */
    public GridOptions withSize(int newRows, int newColumns) {
        checkSize(newRows, newColumns, 1);
        return new GridOptions(newRows, newColumns, noise, seed);
    }

    /** The same with noise from another distribution; the tutorial draws from {@link Noise#STANDARD}. */
    public GridOptions withNoise(Noise newNoise) {
        return new GridOptions(rows, columns, newNoise, seed);
    }

    /** The same with other noise vectors. */
    public GridOptions withSeed(long newSeed) {
        return new GridOptions(rows, columns, noise, newSeed);
    }

    /** The columns of a grid of a pair of so many classes. */
    int columnsFor(int classes) {
        return columns > 0 ? columns : classes > 0 ? classes : TUTORIAL_COLUMNS;
    }

    @Override
    public String toString() {
        var from = noise == null ? "the noise that the pair trains on" : noise.toString();
        return OneLine.of("%dx%d grid of seed %d, %s", rows, columnsFor(0), seed, from);
    }
}
