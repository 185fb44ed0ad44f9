package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OwnThread;
import io.github.gan4j.internal.Settings;
import io.github.gan4j.show.LiveOutput;
import io.github.gan4j.sweep.Cores;
import io.github.gan4j.sweep.Engine;
import io.github.gan4j.sweep.Row;
import io.github.gan4j.sweep.RowFile;
import io.github.gan4j.sweep.Rows;
import io.github.gan4j.sweep.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** A sweep while it goes on: which runs there are, which of them a file holds already, and where the others are done. */
final class SweepRun {
    private final Images images;
    private final SweepOptions options;
    private final Map<String, Row> done = new HashMap<>(); // by the digest of its settings
    private final List<Task> tasks;
    private final Optional<RowFile> file;

    private SweepRun(Images images, SweepOptions options) {
        Check.argument(
                !options.variants().isEmpty(),
                "sweep: there must be at least 1 variant, but got none.%n"
                        + "Write SweepOptions.steps(5_000).withVariant(\"tutorial\", GanOptions.defaults()).");
        this.images = images;
        this.options = options;
        this.file = options.file().map(RowFile::open);
        this.tasks = tasks(TrainingRun.shortened(options.steps()));
        file.ifPresent(kept ->
                tasks.forEach(task -> kept.find(digest(task)).ifPresent(row -> done.put(digest(task), row))));
    }

    /** Seed by seed, so that a sweep that is stopped has as many runs of each variant. */
    private List<Task> tasks(int steps) {
        var judged = options.evaluation()
                .map(evaluation -> evaluation.count() + " " + evaluation.seed() + " "
                        + evaluation.reference().map(Images::sha256).orElse(""))
                .orElse("");
        return LongStream.rangeClosed(1, options.seeds())
                .boxed()
                .flatMap(seed -> options.variants().stream().map(variant -> Task.seeded(variant, seed)))
                .map(variant -> new Task(variant, steps, options.threads(), judged))
                .toList();
    }

    static Sweep of(Images images, SweepOptions options) {
        return new SweepRun(images, options).run();
    }

    private Sweep run() {
        var left = left();
        if (!done.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "sweep: %d of %d runs are in %s already.%n",
                    done.size(),
                    done.size() + left.size(),
                    options.file().orElseThrow());
        }
        if (!left.isEmpty()) {
            compute(left);
        }
        return new Sweep(
                images.name(),
                options.variants().stream().map(SweepOptions.Variant::name).toList(),
                Rows.table(rows()));
    }

    /** Those that are not done; two variants of the same settings are done once. */
    private List<Task> left() {
        var left = new LinkedHashMap<String, Task>();
        for (var task : tasks) {
            if (!done.containsKey(digest(task))) {
                left.putIfAbsent(digest(task), task);
            }
        }
        return List.copyOf(left.values());
    }

    private void compute(List<Task> left) {
        var engine = engine();
        var work = new TrainAndJudge(images, options.evaluation());
        Check.argument(
                work.canBeSent() || engine instanceof Cores,
                "sweep: on Spark pairs are compared with the images that they train on, but got other ones.%n"
                        + "Leave gan4j.spark out, or compare with %s.",
                images.name());
        OwnThread.stoppable(Executors.callable(() -> {
            var progress = new Progress(left);
            try {
                engine.run(images, left, work, progress);
            } finally {
                progress.end();
            }
        }));
    }

    /** This JVM; or Spark where the setting says so, or where {@code spark-submit} has started this, if it was built with it. */
    private static Engine engine() {
        var spark = Settings.get("spark");
        if (spark.isEmpty() && System.getProperty("spark.master") == null) {
            return new Cores();
        }
        var engine =
                ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).findFirst();
        Check.argument(
                spark.isEmpty() || engine.isPresent(),
                "gan4j.spark: Apache Spark must be on the class path, but is not, for this was built without it.%n"
                        + "Build with it, and take target/spark/gan4j.jar: mvn -q -Pspark -DskipTests package");
        return engine.orElseGet(Cores::new);
    }

    private String digest(Task task) {
        return task.digest(images.sha256());
    }

    /** In the order of the variants, and of their seeds. */
    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var variant : options.variants()) {
            tasks.stream()
                    .filter(task -> task.variant().name().equals(variant.name()) && done.containsKey(digest(task)))
                    .map(task -> done.get(digest(task)).named(variant.name()))
                    .forEach(rows::add);
        }
        return rows;
    }

    /** Keeps what has ended, and shows how far it is. */
    private final class Progress implements Engine.Monitor {
        private final int runs;
        private final LiveOutput live;
        private int ended;

        Progress(List<Task> left) {
            runs = left.size();
            live = LiveOutput.start(left.stream().mapToLong(Task::steps).sum());
        }

        @Override
        public void finished(Row row) {
            ended++;
            done.put(row.digest(), row);
            file.ifPresent(kept -> kept.add(row));
        }

        @Override
        public void steps(long soFar) {
            live.reach(soFar, String.format(Locale.ROOT, "%d of %d runs", ended, runs));
            live.update();
        }

        void end() {
            live.end(Thread.currentThread().isInterrupted());
        }
    }
}
