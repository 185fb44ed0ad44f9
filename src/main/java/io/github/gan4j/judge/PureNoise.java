package io.github.gan4j.judge;

import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images whose pixels know nothing of each other. */
public final class PureNoise {
    private PureNoise() {}

    /** Evenly random pixels in -1..1, [count, features]. */
    public static INDArray draw(int count, int features, long seed) {
        Backend.ensure();
        var random = new SeededRandom(seed);
        var pixels = new float[count * features];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 2 * random.nextFloat() - 1;
        }
        return Nd4j.createFromArray(pixels).reshape(count, features);
    }
}
