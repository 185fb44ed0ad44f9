package io.github.gan4j.sweep;

import io.github.gan4j.Images;
import io.github.gan4j.internal.NativeTuning;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * This JVM: as many runs at once as there are cores for their threads. A pair with one thread never waits for others;
 * docs/scale.md says what that gains.
 */
public final class Cores implements Engine {
    private static final long MOMENT = 100; // ms

    @Override
    public void run(Images images, List<Task> tasks, Work work, Monitor monitor) {
        if (tasks.isEmpty()) {
            return;
        }
        int atOnce = Math.max(1, NativeTuning.threads() / tasks.get(0).threads());
        var pool = Executors.newFixedThreadPool(Math.min(atOnce, tasks.size()), Cores::daemon);
        try {
            new Pool(pool, monitor).run(images, tasks, work);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "gan4j-sweep");
        thread.setDaemon(true);
        return thread;
    }

    private static final class Pool {
        private final ExecutorService pool;
        private final CompletionService<Optional<Row>> ended;
        private final Monitor monitor;
        private final AtomicLong steps = new AtomicLong();
        private int left;

        Pool(ExecutorService pool, Monitor monitor) {
            this.pool = pool;
            this.ended = new ExecutorCompletionService<>(pool);
            this.monitor = monitor;
        }

        void run(Images images, List<Task> tasks, Work work) {
            left = tasks.size();
            for (var task : tasks) {
                ended.submit(() -> row(images, task, work));
            }
            try {
                while (left > 0) {
                    take(ended.poll(MOMENT, TimeUnit.MILLISECONDS));
                }
            } catch (InterruptedException e) {
                stop();
                Thread.currentThread().interrupt();
            }
        }

        /** Those at work end with their step; one that had just ended counts. */
        private void stop() {
            left -= pool.shutdownNow().size();
            while (left > 0) {
                try {
                    take(ended.poll(MOMENT, TimeUnit.MILLISECONDS));
                } catch (InterruptedException again) {
                    // they are on their way
                }
            }
        }

        private void take(@Nullable Future<Optional<Row>> next) {
            if (next != null) {
                left--;
                get(next).ifPresent(monitor::finished);
            }
            monitor.steps(steps.get());
        }

        private static Optional<Row> get(Future<Optional<Row>> ended) {
            try {
                return ended.get();
            } catch (InterruptedException e) {
                throw new AssertionError("it has ended", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("sweep: a run ended with " + e.getCause(), e.getCause());
            }
        }

        private Optional<Row> row(Images images, Task task, Work work) throws Exception {
            try {
                return Optional.of(work.runAlone(images, task, steps::incrementAndGet));
            } catch (CancellationException e) {
                return Optional.empty();
            }
        }
    }
}
