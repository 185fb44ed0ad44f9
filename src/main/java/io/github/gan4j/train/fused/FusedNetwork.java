package io.github.gan4j.train.fused;

import io.github.gan4j.internal.Workers;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A network as fused layers, and its work as phases: the tasks of a phase may run at the same time, the phases in order. */
final class FusedNetwork {
    private final MultiLayerNetwork network;
    private final List<FusedLayer> layers;

    /** The network for at most so many rows, of which the last ones train. */
    FusedNetwork(MultiLayerNetwork network, int rows, int trainingRows) {
        this.network = network;
        int threads = Workers.shared().threads();
        this.layers = LayerShape.of(network).orElseThrow().stream()
                .map(shape -> new FusedLayer(network, shape, rows, trainingRows, threads))
                .toList();
    }

    List<FusedLayer> layers() {
        return layers;
    }

    FusedLayer last() {
        return layers.get(layers.size() - 1);
    }

    int inputs() {
        return layers.get(0).inputs();
    }

    /** The numbers of the network's own optimizer for its next update. */
    Adam adam() {
        return Adam.of(network, network.getIterationCount());
    }

    void countUpdate() {
        network.getLayerWiseConfigurations().setIterationCount(network.getIterationCount() + 1);
    }

    /** The way from the rows of an input to as many last rows of the last layer's own output, all of them training. */
    Runnable[][] forward(RowRange input) {
        return forward(input, last().last(input.count()), input.count());
    }

    /** The way from the rows of an input to those of an output; so many at the end train, the others are inference. */
    Runnable[][] forward(RowRange input, RowRange output, int trainingRows) {
        var phases = new ArrayList<Runnable[]>();
        var x = input;
        for (var layer : layers) {
            var y = layer == last() ? output : layer.last(input.count());
            phases.add(layer.forward(x, y, trainingRows));
            x = y;
        }
        return phases.toArray(Runnable[][]::new);
    }

    static void run(Runnable[][] phases) {
        for (var phase : phases) {
            Workers.shared().run(phase);
        }
    }
}
