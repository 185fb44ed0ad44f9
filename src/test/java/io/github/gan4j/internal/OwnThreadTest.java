package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class OwnThreadTest {
    @Test
    void anErrorShowsWhoAskedForTheWork() {
        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> OwnThread.run(() -> {
                    throw new IllegalArgumentException("wrong");
                }));
        assertEquals("wrong", thrown.getMessage());
        assertTrue(Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().contains("anErrorShowsWhoAskedForTheWork")));
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_19) // later ones cannot stop a thread so
    void aSecondStopDoesNotEndTheWaitEarly() throws Exception {
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var waiting = new Thread(() -> {
            try {
                OwnThread.run(() -> {
                    began.countDown();
                    goOn.await();
                    return null;
                });
            } catch (Throwable t) {
                thrown.set(t);
            }
        });
        waiting.start();
        began.await();
        for (int press = 0; press < 3; press++) {
            stop(waiting);
            waiting.join(100);
            assertTrue(waiting.isAlive(), "it waits for the work, also after stop " + (press + 1));
        }
        goOn.countDown();
        waiting.join();
        assertInstanceOf(ThreadDeath.class, thrown.get());
    }

    /** Between a stop and its handler lie a few instructions, where the next one may fall. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_19)
    void stopsThatFollowAtOnceLeaveNoWorkBehind() throws InterruptedException {
        for (int round = 0; round < 2_000; round++) {
            var began = new CountDownLatch(1);
            var goOn = new AtomicBoolean();
            var ended = new AtomicBoolean();
            var waiting = new Thread(() -> OwnThread.run(() -> {
                began.countDown();
                while (!goOn.get()) {
                    Thread.onSpinWait();
                }
                return ended.getAndSet(true);
            }));
            waiting.setUncaughtExceptionHandler((thread, stop) -> {});
            waiting.start();
            began.await();
            for (int press = 0; press < 5; press++) {
                stop(waiting);
            }
            goOn.set(true);
            waiting.join();
            assertTrue(ended.get(), "round " + round);
        }
    }

    @Test
    void anInterruptCanBeSeenWhileItsThreadWaits() throws InterruptedException {
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var waiting = new Thread(() -> OwnThread.run(() -> {
            began.countDown();
            goOn.await();
            return 1;
        }));
        waiting.start();
        began.await();
        assertFalse(OwnThread.isInterrupted(waiting));
        waiting.interrupt();
        waiting.join(200);
        assertTrue(OwnThread.isInterrupted(waiting));
        goOn.countDown();
        waiting.join();
    }

    /** As JShell's Ctrl-C does. */
    @SuppressWarnings({"deprecation", "removal"})
    static void stop(Thread thread) {
        thread.stop();
    }
}
