package io.github.gan4j.exercise;

import io.github.gan4j.internal.Check;
import java.util.List;
import java.util.stream.Collectors;

/** All exercises, in their order. */
public final class Exercises {
    private static final List<Exercise> ALL = List.of(
            SameNoise.EXERCISE,
            PlainRelu.EXERCISE,
            ReadLosses.EXERCISE,
            ShuffledBatches.EXERCISE,
            TrainingModeFakes.EXERCISE,
            LabelSmoothing.EXERCISE,
            UnequalRates.EXERCISE,
            OtherPictures.EXERCISE,
            NoiseWalk.EXERCISE,
            LeastSquaresLoss.EXERCISE,
            FindTheBugs.EXERCISE,
            NearestTraining.EXERCISE,
            WrittenNumber.EXERCISE,
            FindTheLabelBugs.EXERCISE,
            WhyOneHot.EXERCISE,
            FindTheCriticBugs.EXERCISE,
            PenaltyOnPaper.EXERCISE);

    private Exercises() {}

    /** The exercises. */
    public static List<Exercise> all() {
        return ALL;
    }

    /**
     * One exercise.
     *
     * @param verb what the user calls, for the message
     * @throws IllegalArgumentException if there is no such number
     */
    public static Exercise get(String verb, int number) {
        Check.argument(
                number >= 1 && number <= ALL.size(),
                "%s: the number of an exercise is 1 to %d, but got %d.%nexercises() lists them.",
                verb,
                ALL.size(),
                number);
        return ALL.get(number - 1);
    }

    /** Their titles, and how to go on. */
    public static String list() {
        return ALL.stream().map(Exercise::heading).collect(Collectors.joining("\n"))
                + "\nexercise(1) says what to do in the first, check(1, answer) judges, solution(1) shows one.";
    }
}
