package io.github.gan4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a training run looks like, the most likely cause first.
 *
 * @param steps how many steps the pair has been trained
 * @param observations what is seen, at least one: {@link Finding#HEALTHY} or {@link Finding#TOO_EARLY} come alone
 */
public record Diagnosis(int steps, List<Observation> observations) {
    private static final int SHOWN = 3; // more causes than that are mostly consequences

    /**
     * One thing seen.
     *
     * @param finding what it is called
     * @param evidence the numbers it rests on
     * @param remedy the first thing to try
     */
    public record Observation(Finding finding, String evidence, String remedy) {
        @Override
        public String toString() {
            return String.join("\n", finding.toString(), evidence, remedy);
        }
    }

    /** Keeps a copy of the observations. */
    public Diagnosis {
        observations = List.copyOf(observations);
    }

    /** What is seen, the most likely cause first. */
    public List<Finding> findings() {
        return observations.stream().map(Observation::finding).toList();
    }

    /** Whether nothing is wrong. */
    public boolean isHealthy() {
        return findings().contains(Finding.HEALTHY);
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "after %,d steps: %s", steps, names(0, 2)));
        observations.stream()
                .limit(SHOWN)
                .map(seen -> seen.finding + ": " + seen.evidence)
                .forEach(lines::add);
        if (observations.size() > SHOWN) {
            lines.add("Seen too: " + names(SHOWN, observations.size()));
        }
        lines.add("First thing to try: " + observations.get(0).remedy);
        return String.join("\n", lines);
    }

    private String names(int from, int to) {
        return findings().stream()
                .skip(from)
                .limit(to - from)
                .map(Finding::toString)
                .collect(Collectors.joining(", "));
    }
}
