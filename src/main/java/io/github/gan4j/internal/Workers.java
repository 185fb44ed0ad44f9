package io.github.gan4j.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cores: a caller and its helpers take the tasks of a phase one after the other until none is left.
 *
 * <p>Which thread runs a task does not change its result. The phases of a step follow each other within microseconds, so
 * a helper spins for a moment before it sleeps. While the helpers are busy for one pair, another runs its tasks alone.
 * Where many pairs are trained at once, each has workers of its own: {@link #within}.
 */
public final class Workers implements AutoCloseable {
    private static final int SPINS = 2_000; // a few tens of microseconds

    /** Begins with the first use, behind the check of the number of threads. */
    private static final class Shared {
        private static final Workers WORKERS = new Workers(NativeTuning.threads());
    }

    private final ReentrantLock inUse = new ReentrantLock();
    private final Helper[] helpers;
    private volatile @Nullable Phase phase;
    private volatile boolean closed;

    /**
     * Workers beside those of the JVM.
     *
     * @param threads at least 1, the caller among them
     */
    public Workers(int threads) {
        helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper("gan4j-worker-" + (i + 1));
            helpers[i].start();
        }
    }

    /**
     * Those of the work that the calling thread is at: its own, if it has any, else those of this JVM, as many as {@code OMP_NUM_THREADS} says, or else one for each processor.
     *
     * @throws IllegalArgumentException if it is no number of threads
     */
    public static Workers current() {
        if (OwnThread.share() instanceof Workers own) {
            return own;
        }
        NativeTuning.threads(); // in a class's beginning its message would be lost
        return Shared.WORKERS;
    }

    /** Runs work on the calling thread whose phases these workers take: as if the machine had no more threads. */
    public <T> T within(Callable<T> work) throws Exception {
        return OwnThread.with(this, work);
    }

    /** The helpers go home. What is run afterwards, the caller runs alone. */
    @Override
    public void close() {
        closed = true;
        for (var helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    /** The number of threads that work, the caller among them. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Runs all tasks, in any order and on any thread, and returns when the last has ended. What one of them throws is thrown
     * here, and the tasks that nobody has begun are left. To be called on an {@link OwnThread}, which Ctrl-C does not reach.
     *
     * @throws CancellationException if the calling thread is interrupted meanwhile; the interrupt stays set
     */
    public void run(Runnable[] tasks) {
        if (helpers.length == 0 || closed || tasks.length == 1 || !inUse.tryLock()) {
            for (var task : tasks) {
                OwnThread.requireNoInterrupt();
                task.run();
            }
            return;
        }
        try {
            var mine = new Phase(tasks);
            phase = mine;
            for (var helper : helpers) {
                helper.wake();
            }
            mine.workToEnd();
        } finally {
            inUse.unlock();
        }
    }

    /**
     * Runs numbered work from 0 to count - 1 likewise, on threads that nothing stops midway: what stops the caller ends it
     * before the next number, and is thrown on after that.
     *
     * @throws CancellationException if the calling thread is interrupted; the interrupt stays set
     */
    public void forEach(int count, IntConsumer work) {
        var tasks = IntStream.range(0, count)
                .mapToObj(i -> (Runnable) () -> work.accept(i))
                .toArray(Runnable[]::new);
        OwnThread.stoppable(Executors.callable(() -> run(tasks)));
    }

    /** One run of some tasks. */
    private static final class Phase {
        private final int count;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger unfinished;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Thread caller = Thread.currentThread();
        private volatile Runnable @Nullable [] tasks; // not beyond the end: a phase is remembered until the next one

        Phase(Runnable[] tasks) {
            this.tasks = tasks;
            this.count = tasks.length;
            this.unfinished = new AtomicInteger(count);
        }

        /** The caller's part. */
        void workToEnd() {
            work();
            awaitEnd();
            tasks = null;
            if (failure.get() != null) {
                throw CallerStack.unchecked(failure.get());
            }
        }

        void work() {
            var all = tasks;
            if (all == null) {
                return;
            }
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                try {
                    if (Thread.currentThread() == caller) {
                        OwnThread.requireNoInterrupt();
                    }
                    all[i].run();
                } catch (Throwable t) {
                    leaveRest(t);
                }
                if (unfinished.decrementAndGet() == 0) {
                    LockSupport.unpark(caller);
                }
            }
        }

        private void leaveRest(Throwable reason) {
            failure.compareAndSet(null, reason);
            unfinished.addAndGet(-Math.max(0, count - next.getAndSet(count)));
        }

        private void awaitEnd() {
            for (int spins = 0; unfinished.get() > 0; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.parkNanos(this, 1_000_000); // a helper that lost its core; it wakes us when done
                    stopIfInterrupted();
                }
            }
        }

        private void stopIfInterrupted() {
            if (caller.isInterrupted() && failure.get() == null) {
                leaveRest(OwnThread.interrupted());
            }
        }
    }

    private final class Helper extends Thread {
        private volatile boolean asleep;

        Helper(String name) {
            super(name);
            setDaemon(true);
        }

        void wake() {
            if (asleep) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            for (var next = await(null); next != null; next = await(next)) {
                next.work();
            }
        }

        /** The phase that comes after one; null when none will. */
        private @Nullable Phase await(@Nullable Phase done) {
            for (int spins = 0; !closed; spins++) {
                var current = phase;
                if (current != null && current != done) {
                    return current;
                }
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    sleep(done);
                }
            }
            return null;
        }

        /** The flag is set before the last look and read after a phase is published, so that no phase is slept through. */
        private void sleep(@Nullable Phase done) {
            asleep = true;
            if (phase == done && !closed) {
                LockSupport.park(Workers.this);
            }
            asleep = false;
        }
    }
}
