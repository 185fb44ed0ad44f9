package io.github.gan4j.train.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.activations.Activation.IDENTITY;
import static org.nd4j.linalg.activations.Activation.RELU;
import static org.nd4j.linalg.activations.Activation.TANH;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Noise;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.train.LayerStep;
import io.github.gan4j.train.OwnNetwork;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A step with dropout is DL4J's own in float64 with the fused way's masks: they are on in the discriminator's half and, in both
 * networks, in the generator's, and off in the fakes that the discriminator learns from and in samples.
 */
class DropoutStepTest {
    private static final int HALF = 3;
    private static final int WHOLE = 8;
    private static final double KEPT = 0.7;
    private static final SeededRandom SOURCE = new SeededRandom(9);

    /** Gives what the fused way drops behind one layer to DL4J, pass after pass. */
    static final class Given implements IDropout {
        private static final long serialVersionUID = 1L;

        private final boolean inGenerator;
        private final int number; // of the network's dropouts
        private final int depth; // of the image's plane
        private int passes;
        private float[] mask; // no array: DL4J closes the workspace that it would lie in

        Given(boolean inGenerator, int number, int depth) {
            this.inGenerator = inGenerator;
            this.number = number;
            this.depth = depth;
        }

        private Dropout draw() {
            int step = inGenerator ? passes : passes / 2;
            int part = inGenerator ? 1 : passes % 2 * 2;
            passes++;
            var random = SOURCE.beside(3L * step + part);
            var dropout = new Dropout(1 - KEPT);
            for (int i = 0; i <= number; i++) {
                dropout.draw(random);
            }
            return dropout;
        }

        /** Of values [n, channels, height, width] or [n, units], which are channels of one pixel. */
        private float[] mask(INDArray values) {
            int images = (int) values.size(0);
            int channels = (int) values.size(1);
            var plane = values.rank() == 2
                    ? new Plane(1, 1, 0)
                    : new Plane((int) values.size(2), (int) values.size(3), depth);
            int others = inGenerator ? HALF : Math.max(2 * HALF, WHOLE) - images; // before these in memory
            var inMemory = new float[(others + images) * plane.size() * channels];
            draw().new Row(inMemory.length).mask(inMemory, 0);
            var mask = new float[(int) values.length()];
            for (int i = 0; i < mask.length; i++) {
                int place = plane.indices()[i % plane.size()];
                int image = i / plane.size() / channels;
                int pixel = others * plane.size() + place * images + image;
                mask[i] = inMemory[pixel * channels + i / plane.size() % channels];
            }
            return mask;
        }

        @Override
        public INDArray applyDropout(INDArray in, INDArray out, int iteration, int epoch, LayerWorkspaceMgr manager) {
            mask = mask(in);
            return out.assign(masked(in));
        }

        private INDArray masked(INDArray values) {
            return Nd4j.createFromArray(mask)
                    .castTo(DataType.DOUBLE)
                    .reshape('c', values.shape())
                    .muli(values);
        }

        @Override
        public INDArray backprop(INDArray atOutput, INDArray atInput, int iteration, int epoch) {
            return atInput.assign(masked(atOutput));
        }

        @Override
        public void clear() {}

        @Override
        public IDropout clone() {
            return this;
        }
    }

    private static MultiLayerNetwork generator(DataType type) {
        return OwnNetwork.generator(
                Noise.SIZE,
                type,
                own -> own.dense(4 * 3 * 5, IDENTITY)
                        .norm()
                        .leaky()
                        .add(dropout(type, new Given(true, 0, 0)))
                        .image(4, 3, 5)
                        .transposed(3, 3, 1, 6, RELU)
                        .add(dropout(type, new Given(true, 1, 0)))
                        .transposed(5, 5, 2, 1, IDENTITY)
                        .end(8, 6, 1, TANH));
    }

    private static MultiLayerNetwork discriminator(DataType type) {
        return OwnNetwork.discriminator(
                8,
                6,
                1,
                type,
                own -> own.convolution(5, 5, 2, 6, IDENTITY)
                        .leaky()
                        .add(dropout(type, new Given(false, 0, 1)))
                        .convolution(3, 3, 2, 5, TANH)
                        .add(dropout(type, new Given(false, 1, 0)))
                        .dense(70, IDENTITY)
                        .leaky()
                        .add(dropout(type, new Given(false, 2, 0))));
    }

    private static DropoutLayer dropout(DataType type, Given given) {
        return type == DataType.DOUBLE ? new DropoutLayer(given) : new DropoutLayer(KEPT);
    }

    @Test
    void isDl4jsWithTheSameMasks() {
        var generator = generator(DataType.FLOAT);
        var discriminator = discriminator(DataType.FLOAT);
        var exactGenerator = generator(DataType.DOUBLE);
        var exactDiscriminator = discriminator(DataType.DOUBLE);
        exactGenerator.setParams(generator.params().castTo(DataType.DOUBLE));
        exactDiscriminator.setParams(discriminator.params().castTo(DataType.DOUBLE));
        assertTrue(FusedStep.supports(generator, discriminator));
        var fused = new FusedStep(
                generator, discriminator, OneHot.of(0), GanOptions.defaults().objective(), SOURCE);
        var layers = new LayerStep(exactGenerator, exactDiscriminator);
        for (int step = 0; step < 3; step++) {
            var expected = layers.apply(batch(step, DataType.DOUBLE));
            var losses = fused.apply(batch(step, DataType.FLOAT));
            assertEquals(expected.discriminator(), losses.discriminator(), 1e-6);
            assertEquals(expected.generator(), losses.generator(), 1e-6);
        }
        assertTrue(exactGenerator.params().equalsWithEps(generator.params().castTo(DataType.DOUBLE), 1e-6));
        assertTrue(
                exactDiscriminator.params().equalsWithEps(discriminator.params().castTo(DataType.DOUBLE), 1e-6));
        var noise = Noise.TRAINING.draw(4, 1);
        assertTrue(exactGenerator
                .output(noise.castTo(DataType.DOUBLE), false)
                .equalsWithEps(fused.sample(noise).castTo(DataType.DOUBLE), 1e-5));
    }

    private static Batch batch(int step, DataType type) {
        var real = Noise.TRAINING.draw(48, step).reshape(-1); // enough numbers
        return new Batch(
                real.get(NDArrayIndex.interval(0, HALF * 48)).reshape(HALF, 48).castTo(type),
                Noise.TRAINING.draw(HALF, 10 + step).castTo(type),
                Noise.TRAINING.draw(WHOLE, 20 + step).castTo(type));
    }
}
