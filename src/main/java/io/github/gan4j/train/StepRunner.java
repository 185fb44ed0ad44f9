package io.github.gan4j.train;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OwnThread;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/** Runs the work of one pair: for one caller at a time, and on a thread of its own, so that nothing tears a step. */
final class StepRunner {
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
        return hold(() -> OwnThread.run(work));
    }
}
