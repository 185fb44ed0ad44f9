package io.github.gan4j.keep;

import org.nd4j.linalg.activations.IActivation;

/** One layer as a checkpoint describes it: these four kinds, and no others, are ever built from a file. */
sealed interface LayerDescription {
    /** Columns that must come in, or 0 where any number may. */
    int inputs();

    /** Columns that go out when so many come in: the same, unless a layer has units of its own. */
    default int outputs(int inputs) {
        return inputs;
    }

    /** Its parameters, as DL4J counts them. */
    long parameters();

    /** Those of them that an optimizer updates: all, unless some move otherwise. */
    default long trainable() {
        return parameters();
    }

    /** The words that {@link #parse} takes. */
    String text();

    /** Weights, bias and activation. */
    record Dense(int inputs, int units, IActivation activation) implements LayerDescription {
        @Override
        public int outputs(int inputs) {
            return units;
        }

        @Override
        public long parameters() {
            return (long) inputs * units + units;
        }

        @Override
        public String text() {
            return "dense " + inputs + " " + units + " " + Activations.word(activation);
        }
    }

    /** The same at the end, with the pair's loss behind it. */
    record Output(Dense dense) implements LayerDescription {
        @Override
        public int inputs() {
            return dense.inputs();
        }

        @Override
        public int outputs(int inputs) {
            return dense.units();
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

    /** An activation on its own. */
    record Activate(IActivation activation) implements LayerDescription {
        @Override
        public int inputs() {
            return 0;
        }

        @Override
        public long parameters() {
            return 0;
        }

        @Override
        public String text() {
            return "activation " + Activations.word(activation);
        }
    }

    /** Batch normalisation: gamma and beta are learned, mean and variance move with the batches. */
    record Norm(int inputs, double epsilon, double decay) implements LayerDescription {
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

    /**
     * The layer of a text such as {@code dense 100 256 identity}.
     *
     * @throws IllegalArgumentException if it describes none
     */
    static LayerDescription parse(String text) {
        var words = text.split(" ", -1);
        return switch (words[0] + " " + (words.length - 1)) {
            case "dense 3" -> dense(words);
            case "output 3" -> new Output(dense(words));
            case "activation 1" -> new Activate(Activations.of(words[1]));
            case "norm 3" -> new Norm(Words.units(words[1]), Words.number(words[2]), Words.number(words[3]));
            default -> throw new IllegalArgumentException("there is no layer " + text);
        };
    }

    private static Dense dense(String[] words) {
        return new Dense(Words.units(words[1]), Words.units(words[2]), Activations.of(words[3]));
    }
}
