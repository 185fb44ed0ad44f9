package io.github.gan4j.exercise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reading losses without knowing the run. */
final class ReadLosses {
    private static final Map<String, String> RIGHT = new TreeMap<>(
            Map.of("A", "generator frozen", "B", "tutorial", "C", "least squares", "D", "discriminator frozen"));

    static final Exercise EXERCISE =
            new Exercise(3, "Read the losses: which run is which?", """
            A, B, C and D are four runs of 200 steps. One is the tutorial's, in one the discriminator is frozen,
            in one the generator is frozen, and one has the least squares loss. Look, and name each of them:
            "tutorial", "discriminator frozen", "generator frozen", "least squares".
            """, """
            import java.util.*;

            show(plotLosses(LossCurves.of("A"))); // and B, C, D

            var names = Map.of("A", "tutorial", "B", "", "C", "", "D", "");

            check(3, names);
            """, """
            import java.util.*;

            show(plotLosses(LossCurves.of("A"))); // the generator's loss can only rise: it does not learn

            show(plotLosses(LossCurves.of("B"))); // the discriminator leads, then the generator catches up

            show(plotLosses(LossCurves.of("C"))); // begins at half of what the others begin at, and stays near 1

            show(plotLosses(LossCurves.of("D"))); // the generator's loss falls to 0: nobody resists

            var names = Map.of(
                    "A", "generator frozen", "B", "tutorial", "C", "least squares", "D", "discriminator frozen");

            check(3, names);
            """, """
            The first values tell the loss: cross-entropy begins at 0.86 here, least squares at half of that. Then
            ask of each curve whether it falls as if somebody worked on it. In A only the discriminator learns, in D
            only the generator; in B both do, and neither comes to rest.
            """, ReadLosses::judge);

    private ReadLosses() {}

    private static String judge(Object answer) {
        var names = normal(WrongAnswer.requireType(Map.class, "Map.of(\"A\", \"tutorial\", ...) gives one.", answer));
        RIGHT.keySet().forEach(run -> checkName(run, names.getOrDefault(run, "")));
        WrongAnswer.require(
                Set.copyOf(names.values()).size() == RIGHT.size(), "each of the four names stands for one run.");
        RIGHT.forEach((run, name) -> WrongAnswer.require(name.equals(names.get(run)), "%s", hint(run, names.get(run))));
        return "the first values tell which loss it is, the direction of each curve tells who learns.";
    }

    private static Map<String, String> normal(Map<?, ?> answer) {
        var names = new HashMap<String, String>();
        answer.forEach((run, name) -> names.put(
                String.valueOf(run).strip().toUpperCase(Locale.ROOT),
                String.valueOf(name).strip().toLowerCase(Locale.ROOT).replace('-', ' ')));
        return names;
    }

    private static void checkName(String run, String name) {
        WrongAnswer.require(
                RIGHT.containsValue(name),
                "%s has %s; the names are %s.",
                run,
                name.isEmpty() ? "no name yet" : "the name " + name,
                RIGHT.values().stream().sorted().collect(Collectors.joining(", ")));
    }

    /** What in the numbers of a run speaks against a name. */
    private static String hint(String run, String claimed) {
        var losses = LossCurves.of(run);
        double first = losses.discriminator()[0];
        double last = Arrays.stream(losses.last(50).generator()).average().orElseThrow();
        var against =
                switch (claimed) {
                    case "least squares" -> "least squares begins below 0.5, and no picture costs much more than 1";
                    case "discriminator frozen" -> "a generator without resistance brings its own loss near 0";
                    case "generator frozen" -> "the loss of a generator that stands still goes up and up";
                    default -> "in the tutorial's run the generator's loss rises to 5, and then falls as it catches up";
                };
        return String.format(
                Locale.ROOT,
                "%s begins with a discriminator loss of %.2f and ends with a generator loss of %.2f, but %s.",
                run,
                first,
                last,
                against);
    }
}
