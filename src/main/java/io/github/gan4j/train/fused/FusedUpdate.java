package io.github.gan4j.train.fused;

import io.github.gan4j.Loss;
import io.github.gan4j.train.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One update of one network: the discriminator judges images, and the loss's gradient goes back through a stack of layers
 * of which the first ones learn and the others are frozen.
 */
final class FusedUpdate {
    private final FusedNetwork learning;
    private final List<FusedLayer> layers; // that learn
    private final FusedDense judgement; // the discriminator's last layer
    private final RowRange input; // of the learning network
    private final Rows rows;
    private final Loss loss;
    private final @Nullable FusedPenalty penalty;
    private final double[] labels;
    private final int divisor;
    private final double[] scores;
    private final float[] found;
    private final float[] gradient; // at the penalty's points, then at the images
    private final Phases judge;
    private final Phases learn;
    private Adam adam = new Adam(0, 0, 0, 0);

    /**
     * @param learning the discriminator itself, or the generator before it
     * @param input of the learning network
     * @param images that are judged, one for each label; before them the points of the penalty, where there is one
     * @param divisor of the sum of the images' losses
     */
    FusedUpdate(
            FusedNetwork learning,
            FusedNetwork discriminator,
            RowRange input,
            RowRange images,
            double[] labels,
            int divisor,
            Loss loss,
            @Nullable FusedPenalty penalty) {
        this.learning = learning;
        this.layers = learning.layers();
        this.judgement = (FusedDense) discriminator.last();
        this.input = input;
        this.rows = new Rows(0, images.count() - labels.length, labels.length);
        this.loss = loss;
        this.penalty = penalty;
        this.labels = labels;
        this.divisor = divisor;
        this.scores = new double[labels.length];
        this.found = new float[labels.length];
        this.gradient = new float[images.count()];
        Arrays.fill(gradient, 0, rows.penalised(), 1); // what is penalised is the gradient of the score itself
        this.judge = discriminator.forward(images, rows);
        var stack = learning == discriminator
                ? layers
                : Stream.of(learning, discriminator)
                        .flatMap(network -> network.layers().stream())
                        .toList();
        this.learn = penalty == null ? learn(stack) : learn(penalty);
    }

    /** What it measures is of before the update. */
    Measured run() {
        judge.run();
        judgement.getLast(found);
        for (int r = 0; r < labels.length; r++) {
            scores[r] = found[r];
            gradient[rows.penalised() + r] = (float) (loss.gradient(scores[r], labels[r]) / divisor);
        }
        judgement.startBackward(gradient, rows);
        adam = learning.adam();
        learn.run();
        learning.countUpdate();
        var measured = Measured.of(loss, scores, labels, divisor);
        return penalty == null ? measured : measured.plus(penalty.value());
    }

    /**
     * Backwards through the stack. A layer is updated one phase after its weights were last needed, side by side with the
     * way back through the layers before it.
     */
    private Phases learn(List<FusedLayer> stack) {
        var phases = Phases.NONE;
        for (int i = stack.size() - 2; i >= 0; i--) {
            var back = back(stack, i);
            phases = phases.then(i + 2 < layers.size() ? update(i + 2).beside(back) : back);
        }
        return phases.then(update(1).beside(update(0)));
    }

    /** From the gradient behind the weights of the layer after one to that behind its own. */
    private Phases back(List<FusedLayer> stack, int index) {
        var layer = stack.get(index);
        return stack.get(index + 1)
                .inputGradient(layer.gradient(rows.training()), rows)
                .then(layer.backward(rows));
    }

    /** Backwards to the points, and forwards again from the penalty's derivative; the updates follow one layer behind. */
    private Phases learn(FusedPenalty taken) {
        var phases = Phases.NONE;
        for (int i = layers.size() - 2; i >= 0; i--) {
            phases = phases.then(back(layers, i));
        }
        phases = phases.then(layers.get(0).inputGradient(taken.gradients(), new Rows(0, rows.penalised(), 0)))
                .then(taken.take());
        for (int i = 0; i < layers.size() - 1; i++) {
            var change = layers.get(i).change(rows.penalised(input(i)), rows.penalised(input(i + 1)));
            phases = phases.then(i == 0 ? change : change.beside(update(i - 1)));
        }
        return phases.then(update(layers.size() - 2).beside(update(layers.size() - 1)));
    }

    private Phases update(int index) {
        return layers.get(index).update(input(index), rows, () -> adam);
    }

    private RowRange input(int index) {
        return index == 0 ? input : layers.get(index - 1).last(input.count());
    }
}
