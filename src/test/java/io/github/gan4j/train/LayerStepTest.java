package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Batch;
import io.github.gan4j.Noise;
import io.github.gan4j.SmallPair;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

class LayerStepTest {
    private final LayerStep step = new LayerStep(
            SmallPair.generator(2).network(), SmallPair.discriminator(2).network());
    private final Batch batch =
            new Batch(Nd4j.zeros(2, 784).subi(1), Noise.TRAINING.draw(2, 1), Noise.TRAINING.draw(2, 2));

    /** What DL4J's layers keep to themselves lies in native memory until Java's garbage is collected, which sees no need of it. */
    @Test
    void hasGarbageCollectedEveryHundredSteps() {
        run(50); // loads classes, for which Java collects too
        assertCollectsWithin(() -> run(50));
    }

    /** A step of this pair leaves 40 MB. */
    @Test
    void hasGarbageCollectedEveryTwoHundredMegabytes() {
        var wide = new LayerStep(
                SmallPair.generator(1_000).network(), SmallPair.discriminator(2).network());
        var large = new Batch(batch.real(), batch.discriminatorNoise(), Noise.TRAINING.draw(5_000, 2));
        wide.apply(large);
        assertCollectsWithin(() -> {
            for (int i = 0; i < 5; i++) {
                wide.apply(large);
            }
        });
    }

    private static void assertCollectsWithin(Runnable steps) {
        Object old = new Object();
        System.gc(); // what outlives this is not collected by and by
        var garbage = new WeakReference<>(old);
        old = null;
        steps.run();
        assertNull(garbage.get());
    }

    /** The loss sees what the step made: the labels. */
    @Test
    void freesItsOwnArraysAtOnce() {
        var seen = new ArrayList<INDArray>();
        var discriminator = SmallPair.discriminator(2).network();
        var output = (BaseOutputLayer) discriminator.getOutputLayer().conf().getLayer();
        output.setLossFn(new LossBinaryXENT() {
            @Override
            public INDArray computeGradient(INDArray labels, INDArray z, IActivation activation, INDArray mask) {
                seen.add(labels);
                return super.computeGradient(labels, z, activation, mask);
            }
        });
        new LayerStep(SmallPair.generator(2).network(), discriminator).apply(batch);
        assertEquals(2, seen.size());
        assertTrue(seen.stream().allMatch(INDArray::wasClosed));
    }

    private void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step.apply(batch);
        }
    }
}
