package io.github.gan4j.train.fused;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Draws images in inference mode, a few rows at a time, so that what lies between the layers stays in the cache. */
final class FusedSampler {
    private static final int ROWS = 256;

    private final FusedNetwork generator;

    FusedSampler(MultiLayerNetwork generator) {
        this.generator = new FusedNetwork(generator, new Rows(ROWS, 0, 0));
    }

    /** A new array [n, features] from noise [n, 100], which is not changed. */
    INDArray sample(INDArray noise) {
        int rows = (int) noise.size(0);
        int pixels = generator.last().units();
        var images = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, pixels}, 'c');
        try (var ordered = noise.dup('c')) {
            for (int row = 0; row < rows; row += ROWS) {
                int end = Math.min(ROWS + row, rows);
                var input = rows(ordered, row, end, generator.inputs());
                generator
                        .forward(input, rows(images, row, end, pixels), new Rows(end - row, 0, 0))
                        .run();
            }
        }
        return images;
    }

    /** Some rows as a matrix of their own, because Java counts the floats of one with 31 bits only. */
    private static RowRange rows(INDArray all, int from, int end, int columns) {
        var part = all.get(NDArrayIndex.interval(from, end), NDArrayIndex.all());
        return new RowRange(new NativeMatrix(part, columns), 0, end - from);
    }
}
