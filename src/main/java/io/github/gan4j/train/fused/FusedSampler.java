package io.github.gan4j.train.fused;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Draws images in inference mode, a few rows at a time, so that what lies between the layers stays in the cache. */
final class FusedSampler {
    private static final int ROWS = 256;

    private final FusedNetwork generator;

    FusedSampler(MultiLayerNetwork generator) {
        this.generator = new FusedNetwork(generator, ROWS, 0);
    }

    /** A new array [n, 784] from noise [n, 100], which is not changed. */
    INDArray sample(INDArray noise) {
        int rows = (int) noise.size(0);
        int pixels = generator.last().units();
        var images = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, pixels}, 'c');
        try (var ordered = noise.dup('c')) {
            var input = new NativeMatrix(ordered, generator.inputs());
            var output = new NativeMatrix(images, pixels);
            for (int row = 0; row < rows; row += ROWS) {
                int count = Math.min(ROWS, rows - row);
                FusedNetwork.run(generator.forward(new Rows(input, row, count), new Rows(output, row, count)));
            }
        }
        return images;
    }
}
