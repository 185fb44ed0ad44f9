package io.github.gan4j.train;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OwnThread;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs the work of one pair: for one caller at a time, and steps on a thread of their own, where nothing stops them midway. */
final class StepRunner {
    private static final long STEP = 500; // ms; most take a tenth of it
    private static final long STOPPED_RUN = 30_000; // ms

    private final ReentrantLock owner = new ReentrantLock();
    private volatile @Nullable Thread holder;

    /**
     * Keeps every other thread away from the pair while a caller's longer work runs on the caller's own thread.
     *
     * @param verb what the user called
     * @throws IllegalStateException if another thread is at work on the pair, and does not end because it was interrupted
     */
    <T> T hold(String verb, Callable<T> work) {
        acquire(verb);
        var before = holder;
        try {
            holder = Thread.currentThread();
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            holder = before;
            owner.unlock();
        }
    }

    /** Runs work to its end, even when the caller is interrupted or stopped meanwhile. */
    <T> T run(String verb, Callable<T> work) {
        return hold(verb, () -> OwnThread.run(work));
    }

    /** A notebook's kernel may answer its stop button at once, while the stopped cell still ends its step. */
    private void acquire(String verb) {
        Check.state(
                owner.tryLock() || isFreeWithin(STEP) || isStopping() && isFreeAfterWord(),
                "%s: a pair is used by one thread at a time, but another thread is at work on it.%n"
                        + "Wait for that thread, or give each thread its own buildGan(...).",
                verb);
    }

    private boolean isStopping() {
        var thread = holder;
        return thread != null && thread.isInterrupted();
    }

    private boolean isFreeAfterWord() {
        System.out.println("gan4j: waiting for the run that was stopped to end its step ...");
        return isFreeWithin(STOPPED_RUN);
    }

    /** An interrupt while waiting is kept, and ends the wait. */
    private boolean isFreeWithin(long millis) {
        try {
            return owner.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
