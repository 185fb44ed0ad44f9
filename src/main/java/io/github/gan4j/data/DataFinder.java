package io.github.gan4j.data;

import io.github.gan4j.Images;
import io.github.gan4j.data.Dataset.DataFile;
import io.github.gan4j.data.Dataset.DigestKind;
import io.github.gan4j.data.Dataset.Part;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.JavaModules;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
        return new DataFinder(dataset, Places.ofThisProcess(dataset.folder()), dataset.limits(), System.out);
    }

    /** The training images; otherwise like {@link #test()}. */
    public Images train() {
        return find(dataset.train(), new Reasons());
    }

    /**
     * The test images.
     *
     * @throws UncheckedIOException if they are nowhere to be had; the message names every place, its reason and what to do
     */
    public Images test() {
        return find(dataset.test(), new Reasons());
    }

    /**
     * The training images, else synthetic digits and one printed line that says so, and which files were refused.
     *
     * @throws UncheckedIOException if the setting {@code gan4j.data} names a folder that does not hold the data, or the
     *     thread is interrupted
     */
    public Images trainOrSynthetic() {
        var reasons = new Reasons();
        try {
            return find(dataset.train(), reasons);
        } catch (UncheckedIOException e) {
            if (places.setting().isPresent() || Thread.currentThread().isInterrupted()) {
                throw e; // somebody said where the files are, or they may well be here
            }
            out.printf(
                    Locale.ROOT,
                    "No %s here (%s): these are %,d synthetic digits instead.%n",
                    dataset.name(),
                    reasons.inShort(),
                    DIGITS);
            return SyntheticDigits.draw(DIGITS, SEED);
        }
    }

    /**
     * The training images if this machine holds them; nothing is downloaded. They are not here when the setting
     * {@code gan4j.data} names a folder of something else, such as a set with the same file names.
     *
     * @throws UncheckedIOException if the setting {@code gan4j.data} names a folder that is not there
     */
    public Optional<Images> trainIfHere() {
        var part = dataset.train();
        if (places.setting().isPresent()) {
            inSetting(part, () -> DataFolder.existing(places.setting().get(), part));
        }
        return local(part, new Reasons());
    }

    private Images find(Part part, Reasons reasons) {
        if (places.setting().isPresent()) {
            return inSetting(part, () -> DataFolder.read(places.setting().get(), part));
        }
        return local(part, reasons).orElseGet(() -> download(part, reasons));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T inSetting(Part part, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw FileProblem.in(
                    part.verb(),
                    new FileProblem(
                            "with gan4j.data set to %s, %s", places.setting().orElseThrow(), FileProblem.describe(e)));
        }
    }

    /** From a folder of this machine; says of each place why it was not there. */
    private Optional<Images> local(Part part, Reasons reasons) {
        for (var folder : places.all()) {
            try {
                return Optional.of(DataFolder.read(folder, part));
            } catch (IOException e) {
                if (hasFiles(folder)) {
                    reasons.refused(e);
                } else {
                    reasons.absent(e);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether somebody has put something there; what begins with a dot is none of it. */
    private static boolean hasFiles(Path folder) {
        var names = folder.toFile().list();
        return names != null && !Arrays.stream(names).allMatch(name -> name.startsWith("."));
    }

    private Images download(Part part, Reasons reasons) {
        try {
            var downloader = beforeAsking(reasons, this::downloader);
            try (var cache = beforeAsking(reasons, () -> FolderLock.take(places.cache(), limits.total(), out))) {
                if (part.isArchive()) {
                    fetch(downloader, part.images(), path -> CifarArchive.verify(path, part));
                } else {
                    fetch(downloader, part.labels(), IdxKind.LABELS);
                    fetch(downloader, part.images(), IdxKind.IMAGES);
                }
                return DataFolder.read(cache.folder(), part);
            }
        } catch (InterruptedIOException e) {
            throw FileProblem.in(part.verb(), e);
        } catch (IOException e) {
            reasons.download(e);
            throw FileProblem.in(part.verb(), nowhere(part, reasons));
        }
    }

    private static <T> T beforeAsking(Reasons reasons, Reading<T> work) throws IOException {
        try {
            return work.read();
        } catch (FileProblem e) {
            reasons.notAsked(e);
            throw new FileProblem("The mirrors were not asked: %s", FileProblem.describe(e));
        }
    }

    private Downloader downloader() throws FileProblem {
        Check.file(!places.offline(), "gan4j.offline is set");
        JavaModules.require();
        try {
            return new Downloader(limits, out);
        } catch (IllegalArgumentException e) { // from HTTPS_PROXY, which is no setting of ours
            throw new FileProblem("%s", e.getMessage());
        }
    }

    private void fetch(Downloader downloader, DataFile file, IdxKind kind) throws IOException {
        fetch(downloader, file, path -> DataFolder.verified(path, kind, file));
    }

    private void fetch(Downloader downloader, DataFile file, Downloader.Verifier verifier) throws IOException {
        var packed = places.cache().resolve(file.packedName());
        boolean plainCounts = file.kind() == DigestKind.CONTENT_SHA256;
        if (plainCounts && isGood(places.cache().resolve(file.name()), verifier) || isGood(packed, verifier)) {
            return; // from an earlier attempt, or from another process
        }
        var mirrors = dataset.mirrors().stream()
                .map(mirror -> mirror.resolve(file.packedName()))
                .toList();
        downloader.fetch(mirrors, packed, verifier);
    }

    /** Whether a cached file is there and right; one that is wrong is set aside. */
    private boolean isGood(Path cached, Downloader.Verifier verifier) throws IOException {
        if (!Files.exists(cached)) {
            return false;
        }
        try {
            verifier.verify(cached);
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

    private FileProblem nowhere(Part part, Reasons reasons) {
        return new FileProblem(
                "%s must be on this machine or on a mirror, but was found nowhere:%n  %s%n"
                        + "Three ways out:%n"
                        + "  1. Put %s into %s; data/README.md says where they can be had.%n"
                        + "  2. Set gan4j.data (or GAN4J_DATA) to a folder that holds %s.%n"
                        + "  3. Go on without: syntheticDigits(%d, %d)",
                part.name(),
                reasons.inFull(),
                part.isArchive()
                        ? part.images().packedName()
                        : part.images().packedName() + " and " + part.labels().packedName(),
                places.folders().get(places.folders().size() - 1),
                part.isArchive() ? "it" : "them",
                DIGITS,
                SEED);
    }
}
