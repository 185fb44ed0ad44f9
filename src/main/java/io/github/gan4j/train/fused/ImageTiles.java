package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An image's positions in tiles: each is one task in every phase of a pass, and stays in the cache from the product to its end. */
final class ImageTiles {
    private final @Nullable BatchNorm norm;
    private final boolean trains;
    private final Lanes lanes;
    private final List<Tile> tiles = new ArrayList<>();

    private record Tile(int from, int count, Epilogue epilogue) {}

    ImageTiles(
            LayerShape shape,
            @Nullable BatchNorm norm,
            @Nullable Dropout dropout,
            Lanes lanes,
            Plane plane,
            int images,
            boolean trains) {
        this.norm = norm;
        this.trains = trains;
        this.lanes = lanes;
        for (int from = 0; from < plane.size(); from += plane.rowLength()) {
            int count = Math.min(plane.rowLength(), plane.size() - from);
            int rows = count * images / lanes.pixels();
            tiles.add(new Tile(
                    from,
                    count,
                    new Epilogue(shape, norm, trains ? dropout : null, lanes.length(), trains ? rows : 0)));
        }
    }

    /** Makes the work on some positions. */
    interface Work {
        Runnable on(int from, int count);
    }

    /** A task for each tile. */
    Phases each(Work work) {
        return Phases.of(tiles.stream().map(tile -> work.on(tile.from, tile.count)));
    }

    private interface TileWork {
        void on(Tile tile, Strip rows);
    }

    private Phases each(Signal y, TileWork work) {
        return Phases.of(tiles.stream().map(tile -> task(tile, y, work)));
    }

    private Phases each(Signal y, Work before, TileWork work) {
        return Phases.of(tiles.stream().map(tile -> {
            var product = before.on(tile.from, tile.count);
            var after = task(tile, y, work);
            return () -> {
                product.run();
                after.run();
            };
        }));
    }

    private Runnable task(Tile tile, Signal y, TileWork work) {
        var rows = y.strip(lanes, tile.from, tile.count);
        return () -> work.on(tile, rows);
    }

    /** What follows the products, which write to y. */
    Phases forward(Signal y, @Nullable Parameters bias, Work product) {
        var load = Phases.of(() -> load(bias));
        if (!trains) {
            return load.then(each(y, product, (tile, rows) -> tile.epilogue.infer(rows)));
        }
        if (norm == null) {
            return load.then(each(y, product, (tile, rows) -> tile.epilogue.forwardAlone(rows)));
        }
        return load.then(each(y, product, (tile, rows) -> tile.epilogue.forward(rows)))
                .then(Phases.of(() -> norm.useBatch(sums())))
                .then(each(y, (tile, rows) -> tile.epilogue.finish(rows)));
    }

    private void load(@Nullable Parameters bias) {
        if (bias != null) {
            var ofChannels = new float[lanes.channels()];
            bias.get(ofChannels);
            tiles.forEach(tile -> lanes.spread(ofChannels, tile.epilogue.bias()));
        }
        if (norm != null && !trains) {
            norm.useMoving();
        }
    }

    /** From the gradient at the output, which the next layer writes to delta, to the one behind the weights. */
    Phases backward(Signal delta, Work gradient) {
        if (norm == null) {
            return each(delta, gradient, (tile, rows) -> tile.epilogue.backwardAlone(rows));
        }
        return each(delta, gradient, (tile, rows) -> tile.epilogue.backward(rows))
                .then(Phases.of(() -> norm.takeGradients(sums())))
                .then(each(delta, (tile, rows) -> tile.epilogue.finishBackward(rows)));
    }

    private List<BatchNorm.Sums> sums() {
        return tiles.stream().map(tile -> tile.epilogue.sums()).toList();
    }

    /** The bias's gradient, over all tiles. */
    float[] biasGradient() {
        var sum = new float[lanes.channels()];
        tiles.forEach(tile -> lanes.fold(tile.epilogue.biasGradient(), sum));
        return sum;
    }
}
