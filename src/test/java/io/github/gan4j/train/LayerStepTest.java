package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.gan4j.Batch;
import io.github.gan4j.Noise;
import io.github.gan4j.SmallPair;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class LayerStepTest {
    private final LayerStep step = new LayerStep(
            SmallPair.generator(2).network(), SmallPair.discriminator(2).network());
    private final Batch batch =
            new Batch(Nd4j.zeros(2, 784).subi(1), Noise.TRAINING.draw(2, 1), Noise.TRAINING.draw(2, 2));

    /** DL4J's arrays lie in native memory until Java's garbage is collected, which sees no need of it. */
    @Test
    void hasGarbageCollectedEveryFiftySteps() {
        run(50); // loads classes, for which Java collects too
        Object old = new Object();
        System.gc(); // what outlives this is not collected by and by
        var garbage = new WeakReference<>(old);
        old = null;
        run(50);
        assertNull(garbage.get());
    }

    private void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step.apply(batch);
        }
    }
}
