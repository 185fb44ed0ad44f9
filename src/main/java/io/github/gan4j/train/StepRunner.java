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
    private volatile @Nullable Use use; // the outermost

    /** What a thread does with the pair. */
    private record Use(String verb, Thread thread) {
        boolean isStopping() {
            return OwnThread.isInterrupted(thread);
        }
    }

    /**
     * Keeps every other thread away from the pair while a caller's longer work runs on the caller's own thread.
     *
     * @param verb what the user called
     * @throws IllegalStateException if another thread is at work on the pair, and does not end because it was interrupted
     */
    <T> T hold(String verb, Callable<T> work) {
        int held = owner.getHoldCount();
        try {
            acquire(verb);
            if (held == 0) {
                use = new Use(verb, Thread.currentThread());
            }
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            release(held);
        }
    }

    /** Runs work to its end, even when the caller is interrupted or stopped meanwhile. */
    <T> T run(String verb, Callable<T> work) {
        return hold(verb, () -> OwnThread.run(work));
    }

    /** Runs work that changes nothing, until its end or until the caller is interrupted or stopped. */
    <T> T stoppable(String verb, Callable<T> work) {
        return hold(verb, () -> OwnThread.stoppableFromNow(work));
    }

    /** A notebook's kernel may answer its stop button at once, while the stopped cell still ends its step. */
    private void acquire(String verb) {
        if (owner.tryLock() || isFreeWithin(STEP)) {
            return;
        }
        var other = use;
        boolean stopping = other == null || other.isStopping();
        Check.state(
                stopping && isFreeAfterWord(other),
                "%s: a pair is used by one thread at a time, but another thread is at work on it%s.%n%s",
                verb,
                other == null ? "" : ": " + other.verb,
                stopping
                        ? "It was stopped but has not ended yet; try again in a moment."
                        : "Wait for that thread, or give each thread its own buildGan(...).");
    }

    /** A stop may have come at any instruction, also just before or after the pair was acquired. */
    private void release(int held) {
        if (owner.getHoldCount() > held) {
            use = held == 0 ? null : use;
            owner.unlock();
        }
    }

    private boolean isFreeAfterWord(@Nullable Use other) {
        System.out.println("gan4j: waiting for the end of what was stopped" + (other == null ? "" : ": " + other.verb));
        return isFreeWithin(STOPPED_RUN);
    }

    /**
     * Waits for the pair.
     *
     * @throws java.util.concurrent.CancellationException if the caller is interrupted meanwhile; the interrupt is kept
     */
    private boolean isFreeWithin(long millis) {
        try {
            return owner.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            OwnThread.requireNoInterrupt();
            return false;
        }
    }
}
