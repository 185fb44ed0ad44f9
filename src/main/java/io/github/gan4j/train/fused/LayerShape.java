package io.github.gan4j.train.fused;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One layer with weights of a DL4J network, and what follows it in this order: activation, batch normalisation, a second
 * activation, dropout.
 *
 * @param index DL4J's number of the layer that has the weights
 * @param form what the weights connect
 * @param hasBias whether it has a bias
 * @param activation what follows the weights at once
 * @param norm DL4J's number of the batch normalisation, or -1
 * @param after what follows the batch normalisation
 * @param dropped the share that dropout drops, or 0
 */
record LayerShape(
        int index, Form form, boolean hasBias, Activation activation, int norm, Activation after, double dropped) {
    static LayerShape of(int index, Form form, boolean hasBias, Activation activation) {
        return new LayerShape(index, form, hasBias, activation, -1, Activation.IDENTITY, 0);
    }

    /** How many columns go in. */
    int inputs() {
        return form.columns();
    }

    int units() {
        return form.out().values();
    }

    boolean hasNorm() {
        return norm >= 0;
    }

    boolean drops() {
        return dropped > 0;
    }

    @Nullable
    Dropout dropout() {
        return drops() ? new Dropout(dropped) : null;
    }

    LayerShape with(Form newForm) {
        return new LayerShape(index, newForm, hasBias, activation, norm, after, dropped);
    }

    /** The same with a batch normalisation behind it. */
    Optional<LayerShape> withNorm(int layer) {
        return hasNorm() || drops()
                ? Optional.empty()
                : Optional.of(new LayerShape(index, form, hasBias, activation, layer, after, dropped));
    }

    /** The same with dropout behind it. */
    Optional<LayerShape> withDropout(double share) {
        return drops()
                ? Optional.empty()
                : Optional.of(new LayerShape(index, form, hasBias, activation, norm, after, share));
    }

    /** The same with an activation behind all that there is. */
    Optional<LayerShape> withActivation(Activation next) {
        if (next.equals(Activation.IDENTITY)) {
            return Optional.of(this);
        }
        if (drops() || !(hasNorm() ? after : activation).equals(Activation.IDENTITY)) {
            return Optional.empty();
        }
        return Optional.of(
                hasNorm()
                        ? new LayerShape(index, form, hasBias, activation, norm, next, dropped)
                        : new LayerShape(index, form, hasBias, next, norm, after, dropped));
    }
}
