package io.github.gan4j.keep;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The activations that a checkpoint can name, as words; no class is ever looked up by what a file says. */
final class Activations {
    private static final String LEAKY = "leakyrelu:";

    private Activations() {}

    /** The word for an activation: DL4J's own name, and the slope of a leaky ReLU behind it. */
    static String word(IActivation activation) {
        return activation instanceof ActivationLReLU leaky ? LEAKY + leaky.getAlpha() : activation.toString();
    }

    /**
     * The activation of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static IActivation of(String word) {
        return switch (word) {
            case "identity" -> new ActivationIdentity();
            case "relu" -> new ActivationReLU();
            case "tanh" -> new ActivationTanH();
            case "sigmoid" -> new ActivationSigmoid();
            default -> leaky(word);
        };
    }

    private static IActivation leaky(String word) {
        if (!word.startsWith(LEAKY)) {
            throw new IllegalArgumentException("there is no activation " + word);
        }
        return new ActivationLReLU(Words.number(word.substring(LEAKY.length())));
    }
}
