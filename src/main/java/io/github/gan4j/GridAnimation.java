package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.internal.WholeFile;
import io.github.gan4j.show.AnimatedGif;
import io.github.gan4j.show.Content;
import io.github.gan4j.show.Contents;
import io.github.gan4j.show.Showable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The grids of a run one after the other: a fifth of a second each, the last one for two seconds, then again.
 *
 * @param grids at least one, all of the same size
 */
public record GridAnimation(List<ImageGrid> grids) implements Showable {
    /**
     * Checks the grids.
     *
     * @throws IllegalArgumentException if there is none, or one has another size
     */
    public GridAnimation {
        grids = List.copyOf(grids);
        Check.argument(
                !grids.isEmpty(),
                "plotProgress: there must be at least 1 grid, but got none.%nTrain first: losses = train(gan, digits, 500).");
        var first = grids.get(0);
        for (var grid : grids) {
            Check.argument(
                    grid.rows() == first.rows() && grid.columns() == first.columns(),
                    "plotProgress: all grids must have the size of the first, %dx%d, but got one of %dx%d.",
                    first.rows(),
                    first.columns(),
                    grid.rows(),
                    grid.columns());
        }
    }

    /** The last grid. */
    public ImageGrid last() {
        return grids.get(grids.size() - 1);
    }

    /** The bytes of a GIF file, a frame for each grid. */
    public byte[] gif() {
        return AnimatedGif.encode(grids);
    }

    /**
     * Writes a GIF file; folders are made where missing.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        WholeFile.write("save", file, gif());
    }

    @Override
    public Content content() {
        return Contents.animation(grids, toString());
    }

    @Override
    public String toString() {
        return OneLine.of("%d grids, the last: %s", grids.size(), last());
    }
}
