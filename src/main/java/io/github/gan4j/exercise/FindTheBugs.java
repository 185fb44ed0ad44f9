package io.github.gan4j.exercise;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Five mistakes of published GANs. */
final class FindTheBugs {
    private static final String BROKEN = """
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.factory.Nd4j;

            INDArray labels(int half) { return Nd4j.vstack(Nd4j.zeros(half, 1), Nd4j.ones(half, 1)); }

            void step(GanPieces.Turns turns) {
                turns.trainDiscriminator();
                turns.setTrainable(false);
                turns.trainStack();
            }

            double pixel(int grey) { return grey / 255.0; }

            int grey(double pixel) { return (int) ((pixel + 1) * 2 * 255); }

            void copy(double[] stack, double[] generator) { System.arraycopy(generator, 0, stack, 0, stack.length); }

            check(11, new GanPieces(n -> labels(n), t -> step(t), g -> pixel(g), p -> grey(p), (s, g) -> copy(s, g)));
            """;

    static final Exercise EXERCISE = new Exercise(
            11,
            "Find the bugs: five published mistakes",
            """
            Each of these five small programs has a mistake that GANs were published with: labels the wrong way
            round (reals come first), a discriminator frozen for ever, pixels in 0..1 for a generator that ends in
            tanh, greys out of range, parameters copied the wrong way (the stack has learned). Mend them.
            """,
            BROKEN,
            BROKEN.replace("Nd4j.zeros(half, 1), Nd4j.ones(half, 1)", "Nd4j.ones(half, 1), Nd4j.zeros(half, 1)")
                    .replace("    turns.trainDisc", "    turns.setTrainable(true);\n    turns.trainDisc")
                    .replace("grey / 255.0", "grey / 127.5 - 1")
                    .replace("(int) ((pixel + 1) * 2 * 255)", "(int) Math.round((pixel + 1) / 2 * 255)")
                    .replace("(generator, 0, stack, 0, stack", "(stack, 0, generator, 0, stack"),
            """
            None of the five stops with an error message, which is how they came to be published. With the labels the
            wrong way round both networks learn the opposite; a discriminator that nobody thaws stands still after
            its first step; reals in 0..1 are told from fakes by their black alone; 1020 shown in 8 bits is some other
            grey; and the last one undoes each step of the generator. Check ranges and directions on three numbers
            before you train, and ask diagnose(losses, gan) after it.
            """,
            FindTheBugs::judge);

    private FindTheBugs() {}

    private static String judge(Object answer) {
        var pieces = WrongAnswer.requireType(GanPieces.class, "new GanPieces(...) of the start has all five.", answer);
        checkLabels(pieces.labels().apply(3));
        checkSteps(pieces);
        checkPixels(pieces);
        checkGreys(pieces);
        checkCopy(pieces);
        return "all five are mended. diagnose(losses, gan) finds the first and the third in a run that was trained so.";
    }

    private static void checkLabels(INDArray labels) {
        WrongAnswer.require(
                labels.length() == 6, "labels: 3 reals and 3 fakes need 6 labels, but got %d.", labels.length());
        var found = labels.dup().data().asDouble();
        for (int i = 0; i < 6; i++) {
            WrongAnswer.require(
                    found[i] == (i < 3 ? 1 : 0),
                    "labels: the %s come with label %.1f. What does the discriminator learn from that?",
                    i < 3 ? "reals" : "fakes",
                    found[i]);
        }
    }

    private static void checkSteps(GanPieces pieces) {
        var turns = new Recorder();
        for (int step = 1; step <= 3; step++) {
            turns.done.clear();
            pieces.step().accept(turns);
            WrongAnswer.require(
                    turns.done.contains("discriminator"),
                    "step: the discriminator does not learn in step %d. Who thaws it?",
                    step);
            WrongAnswer.require(
                    turns.done.contains("generator"), "step: the generator does not learn in step %d.", step);
            WrongAnswer.require(
                    !turns.done.contains("discriminator with the stack"),
                    "step: the discriminator learns the generator's labels in step %d. It must be frozen there.",
                    step);
            WrongAnswer.require(turns.done.size() == 2, "step: each of the two learns once, but got %s.", turns.done);
            WrongAnswer.require(
                    turns.done.get(0).equals("discriminator"), "step: the discriminator's turn comes first.");
        }
    }

    private static final class Recorder implements GanPieces.Turns {
        private final List<String> done = new ArrayList<>();
        private boolean trainable = true;

        @Override
        public void setTrainable(boolean now) {
            trainable = now;
        }

        @Override
        public void trainDiscriminator() {
            if (trainable) {
                done.add("discriminator");
            }
        }

        @Override
        public void trainStack() {
            done.add("generator");
            if (trainable) {
                done.add("discriminator with the stack");
            }
        }
    }

    private static void checkPixels(GanPieces pieces) {
        for (int grey : new int[] {0, 255, 51, 204}) {
            double right = grey / 127.5 - 1;
            double found = pieces.pixel().applyAsDouble(grey);
            WrongAnswer.require(
                    Math.abs(found - right) < 0.005,
                    "pixel: grey %d becomes %.2f. tanh gives -1 for black and 1 for white.",
                    grey,
                    found);
        }
    }

    private static void checkGreys(GanPieces pieces) {
        for (double pixel : new double[] {-1, 1, 0, -0.5, 0.25}) {
            double right = (pixel + 1) * 127.5;
            int found = pieces.grey().applyAsInt(pixel);
            WrongAnswer.require(
                    Math.abs(found - right) <= 1,
                    "grey: a pixel of %.2f is shown as %d. -1 is black, 0, and 1 is white, 255.",
                    pixel,
                    found);
        }
    }

    private static void checkCopy(GanPieces pieces) {
        double[] stack = {1, 2, 3};
        double[] generator = {7, 8, 9};
        pieces.copy().accept(stack, generator);
        WrongAnswer.require(
                stack[0] == 1 && stack[1] == 2 && stack[2] == 3,
                "copy: what the stack has learned is overwritten. Which of the two has learned?");
        WrongAnswer.require(
                generator[0] == 1 && generator[1] == 2 && generator[2] == 3,
                "copy: the generator that draws is still as it was before training.");
    }
}
