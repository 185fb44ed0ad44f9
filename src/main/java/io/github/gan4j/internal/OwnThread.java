package io.github.gan4j.internal;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on a thread of its own, so that what happens to the caller's thread does not break it off: JShell stops a snippet by
 * throwing into its thread, at any instruction, and Java closes a file or a socket that an interrupted thread writes.
 */
public final class OwnThread {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(OwnThread::daemon);
    private static final Set<Thread> INTERRUPTED = ConcurrentHashMap.newKeySet(); // of those that wait
    private static final int NETS = 8; // with one net, five stops at once let one caller of 100 go on
    private static final ThreadLocal<@Nullable Object> SHARE = new ThreadLocal<>();

    private OwnThread() {}

    /** What the work that the calling thread is at may use of the machine; null where nobody has said. */
    static @Nullable Object share() {
        return SHARE.get();
    }

    /** Runs work here with a share of the machine, which goes along to each thread that the work goes on on. */
    static <T> T with(@Nullable Object share, Callable<T> work) throws Exception {
        var before = SHARE.get();
        SHARE.set(share);
        try {
            return work.call();
        } finally {
            SHARE.set(before);
        }
    }

    /**
     * Runs work to its end, even when the caller is interrupted or stopped meanwhile.
     *
     * @return what the work gives; what it throws is thrown here, a checked exception in an {@link IllegalStateException}
     */
    public static <T> T run(Callable<T> work) {
        return run(work, () -> {});
    }

    /** The same; {@code onStop} is told when the caller is interrupted, before or while the work goes on, or stopped. */
    private static <T> T run(Callable<T> work, Runnable onStop) {
        return new Begun<>(work, onStop).result(NETS);
    }

    /**
     * Runs work that changes nothing, and ends it soon when the caller is interrupted or stopped: the work's thread is
     * interrupted then, which {@link Workers} looks at before each task.
     *
     * @throws CancellationException if an interrupt ended the work; the interrupt is kept
     */
    public static <T> T stoppable(Callable<T> work) {
        var stoppable = new Stoppable<>(work);
        return run(stoppable, stoppable::stop);
    }

    /** The same, but to its end in a thread that was interrupted before: its program goes on to draw what a stop has left. */
    public static <T> T stoppableFromNow(Callable<T> work) {
        return Thread.currentThread().isInterrupted() ? run(work) : stoppable(work);
    }

    /** Whether a thread has been interrupted, also while it waits here, where Java itself would not say so. */
    public static boolean isInterrupted(Thread thread) {
        return thread.isInterrupted() || INTERRUPTED.contains(thread);
    }

    /**
     * Ends what the calling thread computes if a notebook's stop button, or a program, has interrupted it.
     *
     * @throws CancellationException if so; the interrupt is kept
     */
    public static void requireNoInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
    }

    /** What ends work whose thread is interrupted. */
    static CancellationException interrupted() {
        return new CancellationException("stopped: the thread was interrupted before the work was done.");
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "gan4j-work");
        thread.setDaemon(true);
        return thread;
    }

    /** Work on its own thread, and the caller's wait for it. */
    private static final class Begun<T> {
        private enum State {
            WAITING,
            BEGUN,
            LEFT // the stop came first, and the work never begins
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final FutureTask<T> task;
        private final Runnable onStop;

        Begun(Callable<T> work, Runnable onStop) {
            var share = share();
            this.task = new FutureTask<>(() -> {
                if (!state.compareAndSet(State.WAITING, State.BEGUN)) {
                    throw new CancellationException("stopped before the beginning.");
                }
                return with(share, work);
            });
            this.onStop = onStop;
        }

        /**
         * Waits in nets within nets: a stop that follows another so closely that it falls between that one and its net falls
         * into the next.
         */
        T result(int nets) {
            try {
                return nets > 1 ? result(nets - 1) : result();
            } catch (Error stopped) {
                if (state.compareAndExchange(State.WAITING, State.LEFT) == State.BEGUN) {
                    awaitEnd();
                }
                throw stopped;
            }
        }

        /** An interrupt is kept for the caller. */
        private T result() {
            WORKERS.execute(task);
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return task.get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                        INTERRUPTED.add(Thread.currentThread());
                        onStop.run();
                    } catch (ExecutionException e) {
                        throw CallerStack.unchecked(e.getCause());
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                    INTERRUPTED.remove(Thread.currentThread());
                }
            }
        }

        /** Another stop meanwhile changes nothing: who waits must not go on beside the work. */
        private void awaitEnd() {
            while (!task.isDone()) {
                try {
                    onStop.run();
                    while (!task.isDone()) { // a loop within, for a stop comes between two rounds of it
                        LockSupport.parkNanos(100_000);
                    }
                } catch (Error again) {
                    // the first stop is thrown on in the end
                }
            }
        }
    }

    /** Work whose thread is interrupted on request while it lasts, and not after it. */
    private static final class Stoppable<T> implements Callable<T> {
        private final Callable<T> work;
        private @Nullable Thread thread;
        private boolean stopped;

        Stoppable(Callable<T> work) {
            this.work = work;
        }

        @Override
        public T call() throws Exception {
            begin();
            try {
                return work.call();
            } finally {
                end();
            }
        }

        synchronized void stop() {
            stopped = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            if (stopped) {
                thread.interrupt();
            }
        }

        private synchronized void end() {
            thread = null;
            Thread.interrupted();
        }
    }
}
