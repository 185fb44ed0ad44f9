package io.github.gan4j.spark;

import io.github.gan4j.Images;
import io.github.gan4j.data.DataFinder;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.sweep.Engine.Work;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM has of the sweep that it computes runs of: the images, and what is read of them once for all runs. The JVM that asked for
 * the sweep has it already; an executor makes it with its first run, and keeps it until it gets a run of another sweep.
 */
final class Site implements AutoCloseable {
    private static final Map<String, Site> HERE = new ConcurrentHashMap<>(); // of sweeps that this JVM asked for
    private static @Nullable Site elsewhere;

    private final String id;
    private final Images images;
    private final Work work;

    /** Of the JVM that asks for a sweep. */
    Site(Images images, Work work) {
        this(UUID.randomUUID().toString(), images, work);
        HERE.put(id, this);
    }

    private Site(String id, Images images, Work work) {
        this.id = id;
        this.images = images;
        this.work = work;
    }

    /**
     * That of the JVM that asked for the sweep.
     *
     * @throws CancellationException if the sweep has been stopped
     */
    static Site here(String id) {
        var site = HERE.get(id);
        if (site == null) {
            throw new CancellationException("stopped: the sweep has ended.");
        }
        return site;
    }

    /** That of an executor. */
    static synchronized Site elsewhere(String id, Work work, ImagesDigest digest, Supplier<Images> sent) {
        var site = elsewhere;
        if (site == null || !site.id.equals(id)) {
            site = new Site(id, images(digest, sent), work);
            elsewhere = site;
        }
        return site;
    }

    /** A file of this machine if it holds the same, else what was sent; a mirror is not asked by each of a hundred machines. */
    private static Images images(ImagesDigest digest, Supplier<Images> sent) {
        var here = onThisMachine(digest);
        System.out.printf(
                Locale.ROOT, "gan4j: %s from %s%n", digest.name(), here.isPresent() ? "this machine" : "the driver");
        var images = here.orElseGet(sent);
        if (!ImagesDigest.of(images).equals(digest)) {
            throw new IllegalStateException("sweep: images must come as they were sent, but have another digest.");
        }
        return images;
    }

    private static Optional<Images> onThisMachine(ImagesDigest digest) {
        try {
            return Stream.of(Dataset.MNIST, Dataset.FASHION_MNIST, Dataset.CIFAR_10)
                    .filter(dataset -> dataset.train().name().equals(digest.name()))
                    .findFirst()
                    .flatMap(dataset -> DataFinder.of(dataset).trainIfHere())
                    .filter(images -> ImagesDigest.of(images).equals(digest));
        } catch (UncheckedIOException e) { // gan4j.data names a folder that is not there
            return Optional.empty();
        }
    }

    String id() {
        return id;
    }

    Images images() {
        return images;
    }

    Work work() {
        return work;
    }

    @Override
    public void close() {
        HERE.remove(id);
    }
}
