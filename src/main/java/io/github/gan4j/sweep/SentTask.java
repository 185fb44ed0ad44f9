package io.github.gan4j.sweep;

import io.github.gan4j.ImageShape;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.SweepOptions.Variant;
import io.github.gan4j.keep.OptionLines;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A task on its way to another JVM.
 *
 * @param variant its name
 * @param options of the pair, as lines
 * @param networks how they are built
 * @param steps of training
 * @param threads that the run uses
 * @param judged what the evaluation is, as a line
 */
public record SentTask(
        String variant, TreeMap<String, String> options, Networks networks, int steps, int threads, String judged)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** {@link NetworkOptions} as numbers. */
    record Networks(
            long seed,
            double leakySlope,
            int rows,
            int columns,
            int channels,
            double momentum,
            int width,
            double dropout,
            int classes)
            implements Serializable {
        private static final long serialVersionUID = 1;

        static Networks of(NetworkOptions from) {
            var shape = from.shape();
            return new Networks(
                    from.seed(),
                    from.leakySlope(),
                    shape.height(),
                    shape.width(),
                    shape.channels(),
                    from.momentum(),
                    from.width(),
                    from.dropout(),
                    from.classes());
        }

        NetworkOptions options() {
            var shape = new ImageShape(rows, columns, channels);
            return new NetworkOptions(seed, leakySlope, shape, momentum, width, dropout, classes);
        }
    }

    /** What is sent of a task: all of it. */
    public static SentTask of(Task task) {
        var variant = task.variant();
        return new SentTask(
                variant.name(),
                new TreeMap<>(OptionLines.of(variant.options())),
                Networks.of(variant.networks()),
                task.steps(),
                task.threads(),
                task.judged());
    }

    /** The task again. */
    public Task task() {
        var read = OptionLines.read(Map.copyOf(options));
        return new Task(new Variant(variant, networks.options(), read), steps, threads, judged);
    }
}
