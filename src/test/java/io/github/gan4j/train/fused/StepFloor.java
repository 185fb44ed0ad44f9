package io.github.gan4j.train.fused;

import io.github.gan4j.internal.Workers;
import io.github.gan4j.model.Networks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What the tutorial's step cannot take less than on this machine: its matrix products on memory that is warm, and Adam's
 * numbers brought and taken away at the memory's speed, by as many threads as the step has.
 */
public final class StepFloor {
    private static final List<LayerShape> GENERATOR =
            ShapeReader.shapes(Networks.generator(1)).orElseThrow();
    private static final List<LayerShape> DISCRIMINATOR =
            ShapeReader.shapes(Networks.discriminator(1)).orElseThrow();
    private static final int BATCH = 64;
    private static final int DRAWN = 96; // 32 fakes for the discriminator, and the batch
    private static final int RUNS = 30;
    private static final int COPIED = 16 << 20; // floats, more than a cache holds

    private enum Kind {
        FORWARD,
        BACKWARD,
        WEIGHTS
    }

    private record Product(Kind kind, int rows, int inputs, int units) {}

    private StepFloor() {}

    /** The floor in milliseconds. */
    public static double millis() {
        return products().stream().mapToDouble(StepFloor::millis).sum() + adamBytes() / bytesPerMilli();
    }

    private static List<Product> products() {
        var all = new ArrayList<Product>();
        addAll(all, Kind.FORWARD, DRAWN, GENERATOR, 0);
        addAll(all, Kind.FORWARD, BATCH, DISCRIMINATOR, 0);
        addAll(all, Kind.BACKWARD, BATCH, DISCRIMINATOR, 1);
        addAll(all, Kind.WEIGHTS, BATCH, DISCRIMINATOR, 0);
        addAll(all, Kind.FORWARD, BATCH, DISCRIMINATOR, 0);
        addAll(all, Kind.BACKWARD, BATCH, DISCRIMINATOR, 0);
        addAll(all, Kind.BACKWARD, BATCH, GENERATOR, 1);
        addAll(all, Kind.WEIGHTS, BATCH, GENERATOR, 0);
        return all;
    }

    private static void addAll(List<Product> all, Kind kind, int rows, List<LayerShape> layers, int first) {
        layers.stream()
                .skip(first)
                .map(layer -> new Product(kind, rows, layer.inputs(), layer.units()))
                .forEach(all::add);
    }

    private static double millis(Product product) {
        var x = new NativeMatrix(Nd4j.rand(product.rows, product.inputs), product.inputs);
        var y = new NativeMatrix(Nd4j.rand(product.rows, product.units), product.units);
        var w = new NativeMatrix(Nd4j.rand(product.units, product.inputs), product.inputs);
        int shared = product.kind == Kind.BACKWARD ? product.inputs : product.units;
        int parts = FusedDense.parts(shared, Workers.current().threads());
        var tasks = IntStream.range(0, parts)
                .mapToObj(part -> (Runnable) () -> {
                    int from = shared * part / parts;
                    run(product, from, shared * (part + 1) / parts - from, x, y, w);
                })
                .toArray(Runnable[]::new);
        return median(() -> Workers.current().run(tasks));
    }

    private static void run(Product p, int from, int count, NativeMatrix x, NativeMatrix y, NativeMatrix w) {
        switch (p.kind) {
            case FORWARD ->
                Blas.multiply(
                        p.rows, count, p.inputs, x.from(0, 0), w.from(from, 0).turned(), y.from(0, from));
            case BACKWARD -> Blas.multiply(p.rows, count, p.units, y.from(0, 0), w.from(0, from), x.from(0, from));
            case WEIGHTS ->
                Blas.multiply(count, p.inputs, p.rows, y.from(0, from).turned(), x.from(0, 0), w.from(from, 0));
        }
    }

    /** A parameter and its two moments come and go. */
    private static double adamBytes() {
        return 2.0
                * 3
                * Float.BYTES
                * Stream.of(GENERATOR, DISCRIMINATOR)
                        .flatMap(List::stream)
                        .mapToLong(layer -> (layer.inputs() + 1L) * layer.units())
                        .sum();
    }

    private static double bytesPerMilli() {
        int threads = Workers.current().threads();
        var from = new float[COPIED];
        var to = new float[COPIED];
        var tasks = IntStream.range(0, threads)
                .mapToObj(part -> (Runnable) () ->
                        System.arraycopy(from, COPIED / threads * part, to, COPIED / threads * part, COPIED / threads))
                .toArray(Runnable[]::new);
        return 2.0 * Float.BYTES * COPIED / median(() -> Workers.current().run(tasks));
    }

    private static double median(Runnable work) {
        var millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            work.run();
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }
}
