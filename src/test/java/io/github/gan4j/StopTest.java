package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.exercise.BatchSampler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stop button of a notebook interrupts the thread of its cell. */
@Timeout(120)
class StopTest {
    private static final Images DIGITS = Gan4j.syntheticDigits(500, 1);

    private final Gan gan = SmallPair.of(8, GanOptions.defaults());

    static Stream<String> verbs() {
        return Stream.of("evaluate", "syntheticDigits", "sample", "check");
    }

    private Runnable verb(String name) {
        BatchSampler slow = (images, count) -> {
            LockSupport.parkNanos(5_000_000);
            return IntStream.range(0, count).toArray();
        };
        return Map.<String, Runnable>of(
                        "evaluate",
                                () -> Gan4j.evaluate(
                                        gan, EvaluationOptions.defaults().withCount(100_000)),
                        "syntheticDigits", () -> Gan4j.syntheticDigits(200_000, 1),
                        "sample", () -> Gan4j.sample(gan, 150_000),
                        "check", () -> Gan4j.check(4, slow))
                .get(name);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void verbEndsAtAStopAndThePairIsUsable(String name) throws InterruptedException {
        var began = new CountDownLatch(1);
        var kept = new boolean[1];
        var task = new FutureTask<Void>(() -> {
            began.countDown();
            try {
                verb(name).run();
            } finally {
                kept[0] = Thread.interrupted();
            }
            return null;
        });
        var cell = new Thread(task);
        cell.start();
        began.await();
        Thread.sleep(100); // so that the verb is at work
        cell.interrupt();
        long stopped = System.nanoTime();
        var thrown = assertThrows(ExecutionException.class, task::get).getCause();
        assertInstanceOf(CancellationException.class, thrown);
        assertTrue(kept[0], "the interrupt is lost");
        assertTrue(System.nanoTime() - stopped < 5_000_000_000L, "it took seconds");
        assertEquals(1, Gan4j.trainStep(gan, DIGITS).step());
    }

    @Test
    void quickVerbsWorkInAnInterruptedThread() {
        Thread.currentThread().interrupt();
        assertEquals(16, Gan4j.sample(gan, 16).size(0));
        Gan4j.plotGrid(gan);
        Gan4j.trainStep(gan, DIGITS);
        assertTrue(Thread.interrupted());
    }

    @Test
    void stoppedRunJudgesAndDrawsNothingMore() {
        var drawn = new ArrayList<ImageGrid>();
        var options = TrainOptions.steps(50)
                .withEvaluations(1)
                .withGrids(1, drawn::add)
                .withEachStep(loss -> Thread.currentThread().interrupt());
        var losses = Gan4j.train(gan, DIGITS, options);
        assertTrue(Thread.interrupted());
        assertEquals(1, losses.size());
        assertTrue(drawn.isEmpty());
        assertTrue(losses.evaluations().isEmpty());
    }

    @Test
    void evaluationOfARunEndsAtAStopAndTheRunIsSaved(@TempDir Path folder) throws Exception {
        var began = new CountDownLatch(1);
        var file = folder.resolve("gan.zip");
        var options = TrainOptions.steps(50)
                .withEvaluations(1)
                .withCheckpoints(100, file)
                .withEachStep(loss -> began.countDown());
        var task = new FutureTask<>(() -> Gan4j.train(gan, DIGITS, options));
        var cell = new Thread(task);
        cell.start();
        began.await();
        Thread.sleep(100);
        cell.interrupt();
        assertTrue(task.get().size() < 50);
        assertEquals(gan.step(), task.get().size());
        assertEquals(gan.step(), Gan4j.loadGan(file).step());
    }
}
