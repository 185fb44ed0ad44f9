package io.github.gan4j.model;

import io.github.gan4j.Loss;

/** {@link Loss#WASSERSTEIN} for DL4J's output layer, whose output is the score itself. */
public final class Wasserstein extends LogitLoss {
    private static final long serialVersionUID = 1L;

    @Override
    Loss perImage() {
        return Loss.WASSERSTEIN;
    }
}
