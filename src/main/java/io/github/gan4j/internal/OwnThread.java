package io.github.gan4j.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs work on a thread of its own, so that nothing that befalls the caller's thread tears it: JShell stops a snippet by
 * throwing into its thread, at any instruction, and Java closes a file or a socket that an interrupted thread writes.
 */
public final class OwnThread {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(OwnThread::daemon);

    private OwnThread() {}

    /**
     * Runs work to its end, even when the caller is interrupted or stopped meanwhile.
     *
     * @return what the work gives; what it throws is thrown here, a checked exception in an {@link IllegalStateException}
     */
    public static <T> T run(Callable<T> work) {
        return finished(WORKERS.submit(work));
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
                    throw CallerStack.unchecked(e.getCause());
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

    /** Another stop meanwhile changes nothing: who waits must not go on beside the work. */
    private static void awaitEnd(Future<?> work) {
        while (!work.isDone()) {
            try {
                LockSupport.parkNanos(100_000);
            } catch (Error again) {
                // the first stop is thrown on in the end
            }
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "gan4j-work");
        thread.setDaemon(true);
        return thread;
    }
}
