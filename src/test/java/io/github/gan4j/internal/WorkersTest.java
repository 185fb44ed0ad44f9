package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    private final Workers workers = Workers.current();

    @Test
    void allTasksRunOnce() {
        var runs = new int[1_000];
        workers.forEach(runs.length, i -> runs[i]++);
        assertTrue(Arrays.stream(runs).allMatch(count -> count == 1));
    }

    /** Also on the threads that work goes on on, where nothing stops it. */
    @Test
    void aShareOfTheMachineGoesAlong() throws Exception {
        try (var own = new Workers(3)) {
            assertSame(own, own.within(() -> OwnThread.run(() -> OwnThread.stoppable(Workers::current))));
            var threads = ConcurrentHashMap.newKeySet();
            own.within(() -> {
                Workers.current().forEach(30, i -> {
                    threads.add(Thread.currentThread());
                    sleep(2);
                });
                return null;
            });
            assertEquals(3, threads.size());
        }
        assertSame(workers, Workers.current());
    }

    @Test
    void afterTheHelpersHaveGoneTheCallerWorksAlone() {
        var own = new Workers(2);
        own.close();
        var threads = ConcurrentHashMap.newKeySet();
        own.forEach(5, i -> threads.add(Thread.currentThread()));
        assertEquals(1, threads.size());
    }

    @Test
    void whatStopsATaskStopsTheRestAndArrivesAsItself() {
        var stop = new ThreadDeath();
        var runs = new AtomicInteger();
        var thrown = assertThrows(
                ThreadDeath.class,
                () -> workers.forEach(50, i -> {
                    runs.incrementAndGet();
                    sleep(5);
                    if (i == 3) {
                        throw stop;
                    }
                }));
        assertSame(stop, thrown);
        assertTrue(runs.get() < 10, "begun: " + runs);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void theNumberOfTasksDoesNotChangeAnError(int count) {
        assertThrows(
                OutOfMemoryError.class,
                () -> workers.forEach(count, i -> {
                    throw new OutOfMemoryError("none left");
                }));
        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> workers.forEach(count, i -> {
                    throw new IllegalArgumentException("wrong");
                }));
        assertEquals("wrong", thrown.getMessage());
    }

    @Test
    void anErrorShowsWhoAskedForTheWork() {
        for (int attempt = 0; attempt < 20; attempt++) { // some of them fail on the helper's thread
            var thrown = assertThrows(
                    IllegalStateException.class,
                    () -> workers.forEach(2, i -> {
                        throw new IllegalStateException();
                    }));
            assertTrue(
                    Arrays.stream(thrown.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().contains("anErrorShowsWhoAskedForTheWork")),
                    "the caller's frames are there");
        }
    }

    @Test
    void anInterruptEndsTheWorkSoonAndStays() {
        var caller = Thread.currentThread();
        var runs = new AtomicInteger();
        assertThrows(
                CancellationException.class,
                () -> workers.forEach(1_000, i -> {
                    if (runs.incrementAndGet() == 3) {
                        caller.interrupt();
                    }
                    sleep(2);
                }));
        assertTrue(Thread.interrupted());
        assertTrue(runs.get() < 100, "begun: " + runs);
        allTasksRunOnce();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_19) // later ones cannot stop a thread so
    void aStopEndsTheWorkAndNothingGoesOnBehindIt() throws InterruptedException {
        for (int presses = 1; presses <= 3; presses++) {
            var runs = new AtomicInteger();
            var pressed = new AtomicBoolean();
            var thrown = new AtomicReference<Throwable>();
            var caller = new Thread(() -> {
                try {
                    workers.forEach(2_000, i -> {
                        runs.incrementAndGet();
                        sleep(5);
                        while (runs.get() >= 10 && !pressed.get()) {
                            Thread.onSpinWait(); // else a stop may come when the work has ended
                        }
                        runs.incrementAndGet();
                    });
                } catch (Throwable t) {
                    thrown.set(t);
                }
            });
            caller.start();
            while (runs.get() < 10) {
                Thread.onSpinWait();
            }
            for (int press = 0; press < presses; press++) {
                OwnThreadTest.stop(caller);
            }
            pressed.set(true);
            caller.join();
            int atEnd = runs.get();
            assertInstanceOf(ThreadDeath.class, thrown.get());
            assertTrue(atEnd < 1_000, "begun and ended: " + atEnd);
            sleep(50);
            assertEquals(atEnd, runs.get(), "a task goes on behind the caller");
            allTasksRunOnce();
        }
    }

    @Test
    void nothingKeepsTheLastTasksAlive() {
        var kept = new WeakReference<>(used(new byte[1_000_000]));
        for (int attempt = 0; kept.get() != null && attempt < 50; attempt++) {
            System.gc();
            sleep(20);
        }
        assertNull(kept.get());
    }

    private byte[] used(byte[] memory) {
        workers.forEach(8, i -> memory[i]++);
        return memory;
    }

    /** Parks, because an interrupt is not to end it. */
    private static void sleep(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
