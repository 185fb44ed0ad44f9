package io.github.gan4j.train;

import io.github.gan4j.internal.Check;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the work of one pair on a thread of its own, so that nothing that ends the caller's wait tears a step: JShell
 * stops a snippet by throwing into its thread, at any instruction.
 */
final class StepRunner {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(StepRunner::daemon);

    private final ReentrantLock owner = new ReentrantLock();

    /**
     * Keeps every other thread away from the pair while a caller's longer work runs on the caller's own thread.
     *
     * @throws IllegalStateException if another thread is at work on the pair
     */
    <T> T hold(Callable<T> work) {
        Check.state(
                owner.tryLock(),
                "train: a pair is used by one thread at a time, but another thread is at work on it.%n"
                        + "Wait for that thread, or give each thread its own buildGan(...).");
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            owner.unlock();
        }
    }

    /** Runs work to its end, even when the caller is interrupted or stopped meanwhile. */
    <T> T run(Callable<T> work) {
        return hold(() -> finished(WORKERS.submit(work)));
    }

    /** An interrupt is kept for the caller; a stop is thrown on once the work is done. */
    private static <T> T finished(Future<T> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw asUnchecked(e.getCause());
                }
            }
        } catch (Error stopped) {
            awaitEnd(work);
            throw stopped;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void awaitEnd(Future<?> work) {
        while (!work.isDone()) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static RuntimeException asUnchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "gan4j-step");
        thread.setDaemon(true);
        return thread;
    }
}
