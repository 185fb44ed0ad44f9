package io.github.gan4j.train.fused;

import io.github.gan4j.Loss;
import io.github.gan4j.train.Measured;
import java.util.List;
import java.util.stream.Stream;

/**
 * One update of one network: the discriminator judges images, and the loss's gradient goes back through a stack of layers
 * of which the first ones learn and the others are frozen.
 */
final class FusedUpdate {
    private final FusedNetwork learning;
    private final FusedNetwork discriminator;
    private final FusedDense judgement; // the discriminator's last layer
    private final Loss loss;
    private final double[] labels;
    private final float[] logits;
    private final float[] gradient;
    private final Phases judge;
    private final Phases learn;
    private Adam adam = new Adam(0, 0, 0, 0);

    /**
     * @param learning the discriminator itself, or the generator before it
     * @param input of the learning network, whose last rows the labels belong to
     * @param images that are judged, one for each label
     */
    FusedUpdate(
            FusedNetwork learning,
            FusedNetwork discriminator,
            RowRange input,
            RowRange images,
            double[] labels,
            Loss loss) {
        this.learning = learning;
        this.discriminator = discriminator;
        this.judgement = (FusedDense) discriminator.last();
        this.loss = loss;
        this.labels = labels;
        this.logits = new float[labels.length];
        this.gradient = new float[labels.length];
        this.judge = discriminator.forward(images);
        this.learn = learn(input);
    }

    /** What it measures is of before the update. */
    Measured run() {
        judge.run();
        judgement.getLast(logits);
        int rows = labels.length;
        int right = 0;
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            right += logits[r] > 0 == labels[r] > 0 ? 1 : 0;
            sum += loss.loss(logits[r], labels[r]) / rows;
            gradient[r] = (float) (loss.gradient(logits[r], labels[r]) / rows);
        }
        judgement.startBackward(gradient);
        adam = learning.adam();
        learn.run();
        learning.countUpdate();
        return new Measured(sum, (double) right / rows);
    }

    /**
     * Backwards through the stack. A layer is updated one phase after its weights were last needed, side by side with the
     * way back through the layers before it.
     */
    private Phases learn(RowRange input) {
        var layers = learning.layers();
        var stack = learning == discriminator
                ? layers
                : Stream.of(learning, discriminator)
                        .flatMap(network -> network.layers().stream())
                        .toList();
        var phases = Phases.NONE;
        for (int i = stack.size() - 2; i >= 0; i--) {
            var next = stack.get(i + 1);
            var back =
                    next.prepareInputGradient(labels.length).then(stack.get(i).backward(next, labels.length));
            phases = phases.then(
                    i + 2 < layers.size() ? update(layers, i + 2, input).beside(back) : back);
        }
        return phases.then(update(layers, 1, input).beside(update(layers, 0, input)));
    }

    private Phases update(List<FusedLayer> layers, int index, RowRange input) {
        var x = index == 0 ? input : layers.get(index - 1).last(input.count());
        return layers.get(index).update(x, () -> adam);
    }
}
