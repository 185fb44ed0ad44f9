package io.github.gan4j.data;

import io.github.gan4j.Images;
import io.github.gan4j.data.Dataset.DataFile;
import io.github.gan4j.data.Dataset.DigestKind;
import io.github.gan4j.data.Dataset.Part;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.JavaModules;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a data set: in the folder that the setting {@code gan4j.data} names and nowhere else; without it in
 * {@code data/mnist} of the checkout, in the user's cache, or on a mirror.
 */
public final class DataFinder {
    private static final int DIGITS = 60_000; // as many as MNIST has
    private static final long SEED = 42;

    private final Dataset dataset;
    private final Places places;
    private final DownloadLimits limits;
    private final PrintStream out;

    DataFinder(Dataset dataset, Places places, DownloadLimits limits, PrintStream out) {
        this.dataset = dataset;
        this.places = places;
        this.limits = limits;
        this.out = out;
    }

    /** A finder that looks where the settings of this process say and reports downloads to the console. */
    public static DataFinder of(Dataset dataset) {
        return new DataFinder(dataset, Places.ofThisProcess(dataset.folder()), DownloadLimits.STANDARD, System.out);
    }

    /** The training images; otherwise like {@link #test()}. */
    public Images train() {
        return find(dataset.train());
    }

    /**
     * The test images.
     *
     * @throws UncheckedIOException if they are nowhere to be had; the message names every place, its reason and what to do
     */
    public Images test() {
        return find(dataset.test());
    }

    /**
     * The training images, else synthetic digits and one printed line that says so.
     *
     * @throws UncheckedIOException if the setting {@code gan4j.data} names a folder that does not hold the data, or the
     *     thread is interrupted
     */
    public Images trainOrSynthetic() {
        if (places.setting().isPresent()) {
            return train();
        }
        try {
            return train();
        } catch (UncheckedIOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e; // the files may well be here
            }
            out.printf(
                    Locale.ROOT,
                    "No %s here (%s): these are %,d synthetic digits instead.%n",
                    dataset.name(),
                    places.offline()
                            ? "no usable files, and gan4j.offline is set"
                            : "no usable files, and no mirror gave them",
                    DIGITS);
            return SyntheticDigits.draw(DIGITS, SEED);
        }
    }

    /**
     * The training images if this machine holds them; nothing is downloaded.
     *
     * @throws UncheckedIOException if the setting {@code gan4j.data} names a folder that does not hold the data
     */
    public Optional<Images> trainIfHere() {
        return local(dataset.train(), new ArrayList<>());
    }

    private Images find(Part part) {
        var reasons = new ArrayList<String>();
        return local(part, reasons).orElseGet(() -> download(part, reasons));
    }

    /** From a folder of this machine; says of each place why it was not there. */
    private Optional<Images> local(Part part, List<String> reasons) {
        if (places.setting().isPresent()) {
            return Optional.of(explicit(places.setting().get(), part));
        }
        for (var folder : places()) {
            try {
                return Optional.of(DataFolder.read(folder, part));
            } catch (IOException e) {
                reasons.add(FileProblem.firstLine(e));
            }
        }
        return Optional.empty();
    }

    private List<Path> places() {
        return Stream.concat(places.folders().stream(), Stream.of(places.cache()))
                .toList();
    }

    private static Images explicit(Path folder, Part part) {
        try {
            return DataFolder.read(folder, part);
        } catch (IOException e) {
            throw FileProblem.in(
                    part.verb(), new FileProblem("with gan4j.data set to %s, %s", folder, FileProblem.describe(e)));
        }
    }

    private Images download(Part part, List<String> reasons) {
        try {
            if (!places.offline()) {
                JavaModules.require();
                return download(part);
            }
            reasons.add("The mirrors were not asked, because gan4j.offline is set.");
        } catch (InterruptedIOException e) {
            throw FileProblem.in(part.verb(), e);
        } catch (IOException e) {
            FileProblem.describe(e).lines().forEach(reasons::add);
        }
        throw FileProblem.in(part.verb(), nowhere(part, reasons));
    }

    private Images download(Part part) throws IOException {
        try (var cache = FolderLock.take(places.cache(), limits.total())) {
            var downloader = new Downloader(limits, out);
            fetch(downloader, part.labels(), IdxKind.LABELS);
            fetch(downloader, part.images(), IdxKind.IMAGES);
            return DataFolder.read(cache.folder(), part);
        }
    }

    private void fetch(Downloader downloader, DataFile file, IdxKind kind) throws IOException {
        var packed = places.cache().resolve(file.packedName());
        boolean plainCounts = file.kind() == DigestKind.CONTENT_SHA256;
        if (plainCounts && isGood(places.cache().resolve(file.name()), file, kind) || isGood(packed, file, kind)) {
            return; // from an earlier attempt, or from another process
        }
        var mirrors = dataset.mirrors().stream()
                .map(mirror -> mirror.resolve(file.packedName()))
                .toList();
        downloader.fetch(mirrors, packed, path -> DataFolder.verified(path, kind, file));
    }

    /** Whether a cached file is there and right; one that is wrong is set aside. */
    private boolean isGood(Path cached, DataFile file, IdxKind kind) throws IOException {
        if (!Files.exists(cached)) {
            return false;
        }
        try {
            DataFolder.verified(cached, kind, file);
            return true;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e; // it says nothing about the file
            }
            var aside = cached.resolveSibling(cached.getFileName() + ".corrupt");
            Files.move(cached, aside, StandardCopyOption.REPLACE_EXISTING);
            out.printf("%s in the cache is damaged and now called %s.%n", cached.getFileName(), aside.getFileName());
            return false;
        }
    }

    private FileProblem nowhere(Part part, List<String> reasons) {
        return new FileProblem(
                "%s must be on this machine or on a mirror, but was found nowhere:%n  %s%n"
                        + "Three ways out:%n"
                        + "  1. Put %s and %s into %s; data/README.md says where they can be had.%n"
                        + "  2. Set gan4j.data (or GAN4J_DATA) to a folder that holds them.%n"
                        + "  3. Go on without: syntheticDigits(%d, %d)",
                part.name(),
                String.join(System.lineSeparator() + "  ", reasons),
                part.images().packedName(),
                part.labels().packedName(),
                places.folders().get(places.folders().size() - 1),
                DIGITS,
                SEED);
    }
}
