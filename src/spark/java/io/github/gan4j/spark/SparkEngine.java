package io.github.gan4j.spark;

import io.github.gan4j.Images;
import io.github.gan4j.sweep.Engine;
import io.github.gan4j.sweep.Task;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Apache Spark: one job for a sweep, a partition for each run. The session ends with the sweep, so that a cluster's cores are free
 * for others and the JVM can end; one that was there before stays.
 */
public final class SparkEngine implements Engine {
    @Override
    public void run(Images images, List<Task> tasks, Work work, Monitor monitor) {
        if (tasks.isEmpty()) {
            return;
        }
        try (var session = Session.open(tasks.get(0).threads())) {
            new SweepJob(session, tasks, monitor).run(images, work);
        } catch (CancellationException e) {
            // the interrupt is kept, and who called looks at it
        }
    }
}
