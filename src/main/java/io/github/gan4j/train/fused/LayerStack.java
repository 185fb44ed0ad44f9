package io.github.gan4j.train.fused;

import io.github.gan4j.internal.Workers;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Makes fused layers of shapes, with a reshape wherever an image meets rows, and memory for so many images. */
final class LayerStack {
    private final MultiLayerNetwork network;
    private final Rows most; // of a pass
    private final int threads = Workers.current().threads();
    private final List<FusedLayer> layers = new ArrayList<>();
    private boolean image; // whether what comes out so far is one

    LayerStack(MultiLayerNetwork network, Rows most) {
        this.network = network;
        this.most = most;
    }

    List<FusedLayer> of(List<LayerShape> shapes) {
        var planes = planes(shapes);
        for (int i = 0; i < shapes.size(); i++) {
            var shape = shapes.get(i);
            if (!shape.form().isConvolution()) {
                flatten(shapes, planes, i - 1);
                layers.add(new FusedDense(network, shape, most, threads));
            } else {
                addConvolution(shapes, planes, i);
            }
        }
        flatten(shapes, planes, shapes.size() - 1);
        return layers;
    }

    private void addConvolution(List<LayerShape> shapes, Plane[][] planes, int i) {
        var shape = shapes.get(i);
        var form = shape.form();
        var in = planes[i][0];
        var out = planes[i][1];
        boolean fromPixels = form.pixels() && !form.growing();
        boolean toPixels = form.pixels() && form.growing();
        if (!image && !fromPixels) {
            layers.add(new FusedReshape(true, in, form.in().channels(), most));
        }
        layers.add(
                toPixels
                        ? new FusedPixels(network, shape, in, out, most, threads)
                        : new FusedConvolution(network, shape, in, out, most));
        image = !toPixels;
    }

    /** An image, which a layer has drawn, becomes rows. */
    private void flatten(List<LayerShape> shapes, Plane[][] planes, int drawn) {
        if (image) {
            int channels = shapes.get(drawn).form().out().channels();
            layers.add(new FusedReshape(false, planes[drawn][1], channels, most));
            image = false;
        }
    }

    /** The planes before and behind each convolution: the large side of a stride has one phase more than the small one. */
    private static Plane[][] planes(List<LayerShape> shapes) {
        var planes = new Plane[shapes.size()][];
        for (int first = 0; first < shapes.size(); first++) {
            int end = first;
            while (end < shapes.size() && shapes.get(end).form().isConvolution()) {
                end++;
            }
            setPlanes(planes, shapes, first, end);
            first = Math.max(first, end - 1);
        }
        return planes;
    }

    private static void setPlanes(Plane[][] planes, List<LayerShape> shapes, int first, int end) {
        int depth = 0;
        int least = 0;
        for (int i = first; i < end; i++) {
            depth += step(shapes.get(i).form());
            least = Math.min(least, depth);
        }
        depth = -least;
        for (int i = first; i < end; i++) {
            var form = shapes.get(i).form();
            var in = plane(form.in(), depth);
            depth += step(form);
            planes[i] = new Plane[] {in, plane(form.out(), depth)};
        }
    }

    private static Plane plane(Form.Size size, int depth) {
        return new Plane(size.height(), size.width(), depth);
    }

    private static int step(Form form) {
        int phases = form.kernel().stride() - 1;
        return form.growing() ? phases : -phases;
    }
}
