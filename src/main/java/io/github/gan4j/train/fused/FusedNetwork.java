package io.github.gan4j.train.fused;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A network as fused layers. */
final class FusedNetwork {
    private final MultiLayerNetwork network;
    private final int inputs;
    private final List<FusedLayer> layers;

    /** The network for passes of at most so many rows. */
    FusedNetwork(MultiLayerNetwork network, Rows most) {
        this(network, 0, most);
    }

    /** The same, whose last columns are one-hot labels of so many classes; a convolution sees these as planes. */
    FusedNetwork(MultiLayerNetwork network, int classes, Rows most) {
        this.network = network;
        var shapes = withPlanes(ShapeReader.shapes(network).orElseThrow(), classes);
        this.inputs = shapes.get(0).inputs();
        this.layers = new LayerStack(network, most).of(shapes);
    }

    private static List<LayerShape> withPlanes(List<LayerShape> shapes, int classes) {
        var first = shapes.get(0);
        if (!first.form().isOfPixels()) {
            return shapes;
        }
        var planed = first.with(first.form().withPlanes(classes));
        return Stream.concat(Stream.of(planed), shapes.stream().skip(1)).toList();
    }

    List<FusedLayer> layers() {
        return layers;
    }

    FusedLayer last() {
        return layers.get(layers.size() - 1);
    }

    /** How many columns go in. */
    int inputs() {
        return inputs;
    }

    /** The numbers of the network's own optimizer for its next update. */
    Adam adam() {
        return Adam.of(network, updates());
    }

    /** How many updates it has had. */
    int updates() {
        return network.getIterationCount();
    }

    void countUpdate() {
        network.getLayerWiseConfigurations().setIterationCount(updates() + 1);
    }

    void drawMasks(RandomGenerator random) {
        layers.forEach(layer -> layer.drawMasks(random));
    }

    /** The way from the rows of an input to as many last rows of the last layer's own output. */
    Phases forward(RowRange input, Rows rows) {
        return forward(input, last().last(input.count()), rows);
    }

    /** The way from the rows of an input to those of an output. */
    Phases forward(RowRange input, RowRange output, Rows rows) {
        var phases = Phases.NONE;
        var x = input;
        for (var layer : layers) {
            var y = layer == last() ? output : layer.last(input.count());
            phases = phases.then(layer.forward(x, y, rows));
            x = y;
        }
        return phases;
    }
}
