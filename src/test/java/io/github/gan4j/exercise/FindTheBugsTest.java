package io.github.gan4j.exercise;

import static io.github.gan4j.exercise.Verdicts.not;
import static io.github.gan4j.exercise.Verdicts.right;

import io.github.gan4j.exercise.GanPieces.Turns;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleToIntFunction;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Each planted bug alone, in five programs that are otherwise right. */
class FindTheBugsTest {
    // right, and written otherwise than in the solution
    private static final IntFunction<INDArray> LABELS = half -> {
        var labels = Nd4j.zeros(2 * half, 1);
        for (int i = 0; i < half; i++) {
            labels.putScalar(i, 1);
        }
        return labels;
    };
    private static final Consumer<Turns> STEP = turns -> {
        turns.trainDiscriminator();
        turns.setTrainable(false);
        turns.trainStack();
        turns.setTrainable(true);
    };
    private static final IntToDoubleFunction PIXEL = grey -> (grey - 127.5) / 127.5;
    private static final DoubleToIntFunction GREY = pixel -> (int) (127.5 + 127.5 * pixel);
    private static final BiConsumer<double[], double[]> COPY = (stack, generator) -> {
        for (int i = 0; i < stack.length; i++) {
            generator[i] = stack[i];
        }
    };

    @Test
    void findsEachPlantedBugAlone() {
        right(11, new GanPieces(LABELS, STEP, PIXEL, GREY, COPY));
        IntFunction<INDArray> fakesFirst = half -> Nd4j.vstack(Nd4j.zeros(half, 1), Nd4j.ones(half, 1));
        not(11, "labels: the reals", new GanPieces(fakesFirst, STEP, PIXEL, GREY, COPY));
        Consumer<Turns> frozen = turns -> {
            turns.trainDiscriminator();
            turns.setTrainable(false);
            turns.trainStack();
        };
        not(11, "does not learn in step 2", new GanPieces(LABELS, frozen, PIXEL, GREY, COPY));
        not(11, "pixel: grey 0", new GanPieces(LABELS, STEP, grey -> grey / 255.0, GREY, COPY));
        DoubleToIntFunction outOfRange = pixel -> (int) ((pixel + 1) * 2 * 255);
        not(11, "a pixel of 1.00 is shown as 1020", new GanPieces(LABELS, STEP, PIXEL, outOfRange, COPY));
        BiConsumer<double[], double[]> backwards = (stack, generator) -> System.arraycopy(generator, 0, stack, 0, 3);
        not(11, "copy: what the stack", new GanPieces(LABELS, STEP, PIXEL, GREY, backwards));
    }

    @Test
    void findsOtherMistakesInTheFiveProgramsToo() {
        Consumer<Turns> neverFrozen = turns -> {
            turns.trainDiscriminator();
            turns.trainStack();
        };
        not(11, "must be frozen", new GanPieces(LABELS, neverFrozen, PIXEL, GREY, COPY));
        Consumer<Turns> generatorFirst = turns -> {
            turns.setTrainable(false);
            turns.trainStack();
            turns.setTrainable(true);
            turns.trainDiscriminator();
        };
        not(11, "turn comes first", new GanPieces(LABELS, generatorFirst, PIXEL, GREY, COPY));
        not(11, "need 6 labels", new GanPieces(half -> Nd4j.ones(half, 1), STEP, PIXEL, GREY, COPY));
        not(11, "as it was before", new GanPieces(LABELS, STEP, PIXEL, GREY, (stack, generator) -> {}));
    }
}
