package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepRunnerTest {
    private final StepRunner runner = new StepRunner();
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final FutureTask<String> save = new FutureTask<>(() -> runner.hold(
            "train",
            () -> runner.run("save", () -> {
                began.countDown();
                goOn.await();
                return "saved";
            })));
    private final Thread cell = new Thread(save);

    /** What is torn by nothing takes its time, and the interrupt cannot be seen on the thread that waits for it. */
    @Test
    void nextVerbWaitsAlsoForALongStepOfWhatWasStopped() throws Exception {
        cell.start();
        began.await();
        cell.interrupt();
        new Thread(() -> {
                    sleepWell(1_500);
                    goOn.countDown();
                })
                .start();
        assertEquals("drawn", runner.run("sample", () -> "drawn"));
        assertEquals("saved", save.get());
    }

    @Test
    void whatIsNotStoppedIsNamedInTheRefusal() throws Exception {
        cell.start();
        began.await();
        var message = assertThrows(IllegalStateException.class, () -> runner.hold("plotGrid", () -> 1))
                .getMessage();
        assertTrue(
                message.startsWith(
                        "plotGrid: a pair is used by one thread at a time, but another thread is at work on it: train."),
                message);
        goOn.countDown();
        save.get();
    }

    private static void sleepWell(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
