package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

@Timeout(120)
class TwoThreadsTest {
    private static final Images DIGITS = Gan4j.syntheticDigits(500, 1);
    private static final int STEPS = 10;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void endsThreads() {
        System.clearProperty("gan4j.route");
        threads.shutdownNow();
    }

    private static Gan pair(long seed) {
        return Gan4j.buildGan(
                Gan4j.buildGenerator(),
                Gan4j.buildDiscriminator(),
                GanOptions.defaults().withSeed(seed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fused", "layers"})
    void twoPairsTrainedAtOnceAreTheSameAsOneAfterTheOther(String route) throws Exception {
        System.setProperty("gan4j.route", route);
        var one = pair(1);
        var two = pair(2);
        Gan4j.train(one, DIGITS, STEPS);
        Gan4j.train(two, DIGITS, STEPS);

        var oneAtOnce = pair(1);
        var twoAtOnce = pair(2);
        Callable<LossHistory> trainOne = () -> Gan4j.train(oneAtOnce, DIGITS, STEPS);
        Callable<LossHistory> trainTwo = () -> Gan4j.train(twoAtOnce, DIGITS, STEPS);
        for (var losses : threads.invokeAll(List.of(trainOne, trainTwo))) {
            assertEquals(STEPS, losses.get().size());
        }
        CheckpointTest.assertSameBits(one, oneAtOnce);
        CheckpointTest.assertSameBits(two, twoAtOnce);
    }

    @Test
    void onePairInTwoThreadsIsRefusedUntilTheFirstIsDone(@TempDir Path folder) throws Exception {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var training = threads.submit(() ->
                Gan4j.train(gan, DIGITS, TrainOptions.steps(3).withEachStep(loss -> {
                    began.countDown();
                    await(goOn);
                })));
        began.await();
        Map.<String, Runnable>of(
                        "trainStep", () -> Gan4j.trainStep(gan, Gan4j.syntheticDigits(500, 2)),
                        "train", () -> Gan4j.train(gan, DIGITS, 1),
                        "sample", () -> Gan4j.sample(gan, 1),
                        "save", () -> Gan4j.save(gan, folder.resolve("gan.zip")))
                .forEach(TwoThreadsTest::assertRefused);
        assertEquals(1, gan.step());
        assertEquals(DIGITS.name(), gan.trainedOn().orElseThrow());
        goOn.countDown();
        assertEquals(3, training.get().size());
        assertEquals(4, Gan4j.trainStep(gan, DIGITS).step());
    }

    private static void assertRefused(String verb, Runnable use) {
        var message = assertThrows(IllegalStateException.class, use::run).getMessage();
        assertTrue(message.startsWith(verb + ": a pair is used by one thread at a time, but another"), message);
        assertTrue(message.contains("give each thread its own buildGan(...)"), message);
    }

    /** A kernel may answer its stop button at once, and run the next cell beside the stopped one. */
    @Test
    void nextVerbWaitsForARunThatWasStopped() throws Exception {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var shown = new AtomicInteger();
        var options = TrainOptions.steps(1_000).withEvaluations(2).withGrids(1, grid -> shown.incrementAndGet());
        var stopped = threads.submit(() -> Gan4j.train(gan, DIGITS, options.withEachStep(loss -> {
            began.countDown();
            await(goOn);
            Thread.currentThread().interrupt();
        })));
        began.await();
        var sampled = new AtomicReference<INDArray>();
        var next = new Thread(() -> sampled.set(Gan4j.sample(gan, 1)));
        next.start();
        while (next.getState() != Thread.State.TIMED_WAITING && next.isAlive()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        next.join();
        assertEquals(1, sampled.get().size(0));
        var history = stopped.get();
        assertEquals(1, history.size());
        assertEquals(List.of(), history.evaluations());
        assertEquals(0, shown.get(), "a stopped run shows nothing more");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
