package io.github.gan4j.spark;

import io.github.gan4j.Images;
import io.github.gan4j.sweep.Engine.Monitor;
import io.github.gan4j.sweep.Engine.Work;
import io.github.gan4j.sweep.Row;
import io.github.gan4j.sweep.SentTask;
import io.github.gan4j.sweep.Task;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.util.CollectionAccumulator;

/**
 * One sweep as a Spark job. Spark adds what a run has found to an accumulator here when that run has ended, once for each partition
 * even where an executor was lost; so rows are at hand one by one.
 */
final class SweepJob {
    private static final long MOMENT = 100; // ms

    private final Session session;
    private final List<Task> tasks;
    private final Monitor monitor;
    private final CollectionAccumulator<Row> rows;
    private int taken;
    private long steps;

    SweepJob(Session session, List<Task> tasks, Monitor monitor) {
        this.session = session;
        this.tasks = tasks;
        this.monitor = monitor;
        this.rows = session.context().sc().collectionAccumulator("rows");
    }

    void run(Images images, Work work) {
        var here = new Site(images, work);
        try {
            await(begun(here));
        } catch (ExecutionException | IllegalStateException e) { // the latter where the session has ended already
            throw failed(e);
        } finally {
            take();
            here.close();
        }
    }

    private JavaFutureAction<Void> begun(Site here) {
        var context = session.context();
        var sent = context.broadcast(new SentImages(here.images()));
        context.setInterruptOnCancel(true);
        return context.parallelize(tasks.stream().map(SentTask::of).toList(), tasks.size())
                .foreachAsync(new RunTask(here, sent, rows));
    }

    private void await(JavaFutureAction<Void> job) throws ExecutionException {
        try {
            while (!ended(job)) {
                take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!job.isDone()) {
                job.cancel(true);
            }
        }
    }

    private static boolean ended(JavaFutureAction<Void> job) throws InterruptedException, ExecutionException {
        try {
            job.get(MOMENT, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void take() {
        var ended = rows.value();
        for (; taken < ended.size(); taken++) {
            var row = ended.get(taken);
            steps += row.steps();
            monitor.finished(row);
        }
        monitor.steps(steps);
    }

    private static IllegalStateException failed(Exception problem) {
        return new IllegalStateException(
                String.format(
                        Locale.ROOT,
                        "sweep: Spark must do all runs, but stopped: %s.%n"
                                + "Those that have ended are done, and with SweepOptions.withFile(...) stay so. What executors "
                                + "wrote is in the folder work of each worker.",
                        Session.reason(problem)),
                problem);
    }
}
