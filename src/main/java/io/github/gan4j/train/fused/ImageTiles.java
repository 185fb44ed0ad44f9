package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows the products of a layer that computes an image: its positions in tiles, each of them one task in every phase. */
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
        int length = plane.rowLength();
        for (int from = 0; from < plane.size(); from += length) {
            int count = Math.min(length, plane.size() - from);
            int rows = trains ? count * images / lanes.pixels() : 0;
            tiles.add(new Tile(from, count, new Epilogue(shape, norm, trains ? dropout : null, lanes.length(), rows)));
        }
    }

    private interface TileWork {
        void on(Tile tile, Strip rows);
    }

    private Phases each(Signal y, TileWork work) {
        return Phases.of(tiles.stream().map(tile -> task(tile, y, work)));
    }

    private Runnable task(Tile tile, Signal y, TileWork work) {
        var rows = y.strip(lanes, tile.from, tile.count);
        return () -> work.on(tile, rows);
    }

    /** What follows the products, in place. */
    Phases forward(Signal y, @Nullable Parameters bias) {
        var load = Phases.of(() -> load(bias));
        if (!trains) {
            return load.then(each(y, (tile, rows) -> tile.epilogue.infer(rows)));
        }
        if (norm == null) {
            return load.then(each(y, (tile, rows) -> tile.epilogue.forwardAlone(rows)));
        }
        return load.then(each(y, (tile, rows) -> tile.epilogue.forward(rows)))
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

    /** From the gradient at the output to the one behind the weights, in place. */
    Phases backward(Signal delta) {
        if (norm == null) {
            return each(delta, (tile, rows) -> tile.epilogue.backwardAlone(rows));
        }
        return each(delta, (tile, rows) -> tile.epilogue.backward(rows))
                .then(Phases.of(() -> norm.takeGradients(sums())))
                .then(each(delta, (tile, rows) -> tile.epilogue.finishBackward(rows)));
    }

    /** Multiplies what the products gave by the slopes of the last way forward, in place. */
    Phases multiplyBySlopes(Signal y) {
        return each(y, (tile, rows) -> tile.epilogue.multiplyBySlopes(rows));
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
