package io.github.gan4j.keep;

import io.github.gan4j.internal.Check;
import org.nd4j.linalg.activations.IActivation;

/** One layer, or one change of shape between two, as a checkpoint describes it: no others are ever built from a file. */
sealed interface LayerDescription {
    String UNBIASED = " unbiased";

    /** Plain numbers that must come in, or 0 where any number may, or an image. */
    default int inputs() {
        return 0;
    }

    /**
     * What goes out when this comes in: the same, unless it says otherwise.
     *
     * @throws IllegalArgumentException if that does not fit
     */
    default Flow after(Flow before) {
        return before;
    }

    /** Its parameters, as DL4J counts them. */
    default long parameters() {
        return 0;
    }

    /** Those of them that an optimizer updates: all, unless some move otherwise. */
    default long trainable() {
        return parameters();
    }

    /** The words that {@link #parse} takes. */
    String text();

    /** Weights, activation and, unless it says so, bias. */
    record Dense(int inputs, int units, IActivation activation, boolean biased) implements LayerDescription {
        @Override
        public Flow after(Flow before) {
            before.require(inputs, false);
            return Flow.of(units);
        }

        @Override
        public long parameters() {
            return (long) inputs * units + (biased ? units : 0);
        }

        @Override
        public String text() {
            return "dense " + inputs + " " + units + " " + Activations.word(activation) + (biased ? "" : UNBIASED);
        }
    }

    /** The same at the end, with the pair's loss behind it. */
    record Output(Dense dense) implements LayerDescription {
        @Override
        public int inputs() {
            return dense.inputs();
        }

        @Override
        public Flow after(Flow before) {
            return dense.after(before);
        }

        @Override
        public long parameters() {
            return dense.parameters();
        }

        @Override
        public String text() {
            return dense.text().replaceFirst("dense", "output");
        }
    }

    /** A convolution, or a transposed one, with a square kernel, one stride for both sides and 'same' padding. */
    record Convolution(
            boolean transposed, int channels, int units, int kernel, int stride, IActivation activation, boolean biased)
            implements LayerDescription {
        @Override
        public Flow after(Flow before) {
            before.require(channels, true);
            return new Flow(units, side(before.height()), side(before.width()));
        }

        private int side(int side) {
            return transposed ? side * stride : (side + stride - 1) / stride;
        }

        @Override
        public long parameters() {
            return (long) channels * units * kernel * kernel + (biased ? units : 0);
        }

        @Override
        public String text() {
            return String.join(
                            " ",
                            transposed ? "transposed" : "convolution",
                            channels + " " + units + " " + kernel + " " + stride,
                            Activations.word(activation))
                    + (biased ? "" : UNBIASED);
        }
    }

    /** An activation on its own. */
    record Activate(IActivation activation) implements LayerDescription {
        @Override
        public String text() {
            return "activation " + Activations.word(activation);
        }
    }

    /** Dropout while training; the share is what stays. */
    record Drop(double share) implements LayerDescription {
        @Override
        public String text() {
            return "dropout " + share;
        }
    }

    /** Batch normalisation of each column, or channel: gamma and beta are learned, mean and variance move with the batches. */
    record Norm(int inputs, double epsilon, double decay) implements LayerDescription {
        @Override
        public Flow after(Flow before) {
            before.require(inputs, before.isImage());
            return before;
        }

        @Override
        public long parameters() {
            return 4L * inputs;
        }

        @Override
        public long trainable() {
            return 2L * inputs;
        }

        @Override
        public String text() {
            return "norm " + inputs + " " + epsilon + " " + decay;
        }
    }

    /** Plain numbers become an image, channel after channel, on their way into the next layer. */
    record Reshape(Flow image) implements LayerDescription {
        @Override
        public int inputs() {
            return image.numbers();
        }

        @Override
        public Flow after(Flow before) {
            before.require(image.numbers(), false);
            return image;
        }

        @Override
        public String text() {
            return "reshape " + image.height() + " " + image.width() + " " + image.channels();
        }
    }

    /** The way back. */
    record Flatten(Flow image) implements LayerDescription {
        @Override
        public Flow after(Flow before) {
            Check.argument(before.equals(image), "layers must fit each other");
            return Flow.of(image.numbers());
        }

        @Override
        public String text() {
            return new Reshape(image).text().replaceFirst("reshape", "flatten");
        }
    }

    /** Whether it is no layer of DL4J's, but a change of shape before one. */
    default boolean isBetweenLayers() {
        return this instanceof Reshape || this instanceof Flatten;
    }

    /**
     * The layer of a text such as {@code dense 100 256 identity}.
     *
     * @throws IllegalArgumentException if it describes none
     */
    static LayerDescription parse(String text) {
        boolean biased = !text.endsWith(UNBIASED);
        var words = (biased ? text : text.substring(0, text.length() - UNBIASED.length())).split(" ", -1);
        return switch (words[0] + " " + (words.length - 1) + (biased ? "" : UNBIASED)) {
            case "dense 3", "dense 3" + UNBIASED -> dense(words, biased);
            case "output 3", "output 3" + UNBIASED -> new Output(dense(words, biased));
            case "convolution 5", "convolution 5" + UNBIASED -> convolution(false, words, biased);
            case "transposed 5", "transposed 5" + UNBIASED -> convolution(true, words, biased);
            case "activation 1" -> new Activate(Activations.of(words[1]));
            case "dropout 1" -> new Drop(Words.share(words[1]));
            case "norm 3" -> new Norm(Words.units(words[1]), Words.number(words[2]), Words.number(words[3]));
            case "reshape 3" -> new Reshape(image(words));
            case "flatten 3" -> new Flatten(image(words));
            default -> throw new IllegalArgumentException("there is no layer " + text);
        };
    }

    private static Dense dense(String[] words, boolean biased) {
        return new Dense(Words.units(words[1]), Words.units(words[2]), Activations.of(words[3]), biased);
    }

    private static Convolution convolution(boolean transposed, String[] words, boolean biased) {
        return new Convolution(
                transposed,
                Words.units(words[1]),
                Words.units(words[2]),
                Words.side(words[3]),
                Words.side(words[4]),
                Activations.of(words[5]),
                biased);
    }

    private static Flow image(String[] words) {
        return new Flow(Words.units(words[3]), Words.units(words[1]), Words.units(words[2]));
    }
}
