package io.github.gan4j.sweep;

import io.github.gan4j.Images;
import io.github.gan4j.internal.Workers;
import java.io.Serializable;
import java.util.List;

/** Where the runs of a sweep are computed. */
public interface Engine {
    /**
     * Computes each task, in any order and several at once. Ends early when the calling thread is interrupted, which stays so: runs
     * that have not ended are left then.
     */
    void run(Images images, List<Task> tasks, Work work, Monitor monitor);

    /** How a task is computed; the same object serves many threads, and can be sent to another machine. */
    interface Work extends Serializable {
        /**
         * The row of a task; of one that fails by its settings as well.
         *
         * @param onStep is told after each step of training
         * @throws java.util.concurrent.CancellationException if the calling thread is interrupted meanwhile; the interrupt is kept
         */
        Row run(Images images, Task task, Runnable onStep);

        /** The same with the threads that the task asks for, whatever else this JVM is at. */
        default Row runAlone(Images images, Task task, Runnable onStep) throws Exception {
            try (var workers = new Workers(task.threads())) {
                return workers.within(() -> run(images, task, onStep));
            }
        }
    }

    /** Who wants to know how far it is; asked on the thread that called {@link Engine#run} alone. */
    interface Monitor {
        /** A run has ended. */
        void finished(Row row);

        /** So many steps of all runs together are done, or nothing has changed for a moment. */
        void steps(long soFar);
    }
}
