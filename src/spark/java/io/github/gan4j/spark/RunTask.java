package io.github.gan4j.spark;

import io.github.gan4j.internal.Settings;
import io.github.gan4j.sweep.Engine.Work;
import io.github.gan4j.sweep.Row;
import io.github.gan4j.sweep.SentTask;
import java.util.Locale;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;

/** What an executor does: one run. The images are fetched only where they are not known. */
final class RunTask implements VoidFunction<SentTask> {
    private static final long serialVersionUID = 1;
    private static final String ROUTE = "route"; // the setting that decides about bits

    private final String id;
    private final Work work;
    private final ImagesDigest digest;
    private final Broadcast<SentImages> images;
    private final CollectionAccumulator<Row> rows;
    private final String route;

    RunTask(Site here, Broadcast<SentImages> images, CollectionAccumulator<Row> rows) {
        this.id = here.id();
        this.work = here.work();
        this.digest = ImagesDigest.of(here.images());
        this.images = images;
        this.rows = rows;
        this.route = Settings.get(ROUTE).orElse("");
    }

    @Override
    public void call(SentTask sent) throws Exception {
        if (SparkEnv.get().executorId().equals("driver")) {
            rows.add(row(Site.here(id), sent));
            return;
        }
        System.setProperty("gan4j." + ROUTE, route);
        var row = row(Site.elsewhere(id, work, digest, () -> images.value().images()), sent);
        rows.add(row);
        System.out.printf(Locale.ROOT, "gan4j: %s, seed %d: %.1f s%n", row.variant(), row.seed(), row.seconds());
    }

    private static Row row(Site site, SentTask sent) throws Exception {
        return site.work().runAlone(site.images(), sent.task(), () -> {});
    }
}
