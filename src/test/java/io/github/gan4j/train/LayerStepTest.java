package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Noise;
import io.github.gan4j.SmallPair;
import io.github.gan4j.internal.ProcessMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nd4j.linalg.factory.Nd4j;

class LayerStepTest {
    private static final int ROWS = 512; // wide batches for narrow networks: 10 MB of arrays a step

    private final LayerStep step = new LayerStep(
            SmallPair.generator(8).network(), SmallPair.discriminator(8).network());
    private final Batch batch =
            new Batch(Nd4j.zeros(ROWS, 784).subi(1), Noise.TRAINING.draw(ROWS, 1), Noise.TRAINING.draw(ROWS, 2));

    /** Its arrays are left to the garbage collector, which does not see their size. */
    @Test
    @EnabledOnOs(OS.LINUX) // the others do not tell what a process holds
    void keepsNoMemory() {
        run(50); // at the end of which there was a collection
        long before = ProcessMemory.megabytes();
        run(60);
        long growth = ProcessMemory.megabytes() - before;
        assertTrue(growth < 200, growth + " MB more after 60 steps");
    }

    private void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step.apply(batch);
        }
    }
}
