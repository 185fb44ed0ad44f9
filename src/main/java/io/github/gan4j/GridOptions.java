package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code plotGrid}.
 *
 * @param rows of the grid, at least 1
 * @param columns of the grid, at least 1
 * @param noise what the noise vectors are drawn from; null stands for the noise that the pair trains on (tutorial slip E4)
 * @param seed where the noise vectors come from; the same seed gives the same noise, so that grids compare (tutorial slip E10)
 */
public record GridOptions(int rows, int columns, @Nullable Noise noise, long seed) {
    private static final int MAX = 10_000; // a picture of 2,800 x 2,800 pixels

    private static final GridOptions DEFAULTS = new GridOptions(4, 4, null, 42); // tutorial step 6

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no row or no column, or too many
     */
    public GridOptions {
        Check.argument(
                rows >= 1 && columns >= 1 && (long) rows * columns <= MAX,
                "GridOptions: there must be at least 1 row and 1 column and at most %,d images, but got %d and %d.%n"
                        + "Write GridOptions.defaults().withSize(4, 4), the tutorial's.",
                MAX,
                rows,
                columns);
    }

    /** 4 x 4 images from the noise that the pair trains on, seed 42. */
    public static GridOptions defaults() {
        return DEFAULTS;
    }

    /** The same with another number of rows and columns. */
    public GridOptions withSize(int newRows, int newColumns) {
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

    @Override
    public String toString() {
        var from = noise == null ? "the noise that the pair trains on" : noise.toString();
        return OneLine.of("%dx%d grid of seed %d, %s", rows, columns, seed, from);
    }
}
