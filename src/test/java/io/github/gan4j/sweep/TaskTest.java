package io.github.gan4j.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gan4j.GanOptions;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.SweepOptions.Variant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Task TASK = task("one", GanOptions.defaults(), 10, 1);

    @Test
    void digestTellsWhatDecidesTheNumbersAndNotTheName() {
        var digest = TASK.digest("images", "1");
        assertEquals(digest, task("another", GanOptions.defaults(), 10, 1).digest("images", "1"));
        var others = Set.of(
                digest,
                TASK.digest("other images", "1"),
                TASK.digest("images", "2"),
                task("one", GanOptions.defaults(), 11, 1).digest("images", "1"),
                task("one", GanOptions.defaults(), 10, 2).digest("images", "1"),
                task("one", GanOptions.defaults().withSeed(7), 10, 1).digest("images", "1"),
                task("one", GanOptions.defaults().withBeta1(0.9), 10, 1).digest("images", "1"));
        assertEquals(7, others.size());
    }

    private static Task task(String name, GanOptions options, int steps, int threads) {
        return new Task(new Variant(name, NetworkOptions.defaults(), options), steps, threads, "judged");
    }
}
