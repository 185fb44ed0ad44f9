package io.github.gan4j.data;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.Handover;
import io.github.gan4j.internal.Memory;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.internal.Workers;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Images from the pictures of a folder. Sub-folders are classes, as Keras's {@code image_dataset_from_directory} and
 * torchvision's {@code ImageFolder} have it.
 *
 * <p>Files are decoded on all cores, and of each only the scaled bytes stay. Large ones wait for each other, so that no more are
 * open than a quarter of the heap holds.
 */
public final class ImageFolder {
    private static final String VERB = "loadImages";
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8; // what an array of Java holds

    private final Path folder;
    private final Skipped skipped = new Skipped();
    private final PictureSizes sizes = new PictureSizes();
    private final List<Path> files;
    private final int all; // files, with those that were skipped at sight
    private final PrintStream out;
    private final int heap = megabytes(Runtime.getRuntime().maxMemory() / 4);
    private final Semaphore free = new Semaphore(heap);

    private ImageFolder(Path folder, PrintStream out) throws IOException {
        this.folder = folder;
        this.out = out;
        files = FolderFiles.of(folder, skipped);
        all = files.size() + skipped.count();
    }

    /**
     * The pictures of a folder, all of which have one size.
     *
     * @throws UncheckedIOException if they have several, or there is none that can be read
     */
    public static Images load(Path folder) {
        return load(folder, Optional.empty(), System.out);
    }

    /**
     * The pictures of a folder, scaled to cover a shape and cut in the middle.
     *
     * @throws UncheckedIOException if there is none that can be read
     */
    public static Images load(Path folder, ImageShape shape) {
        return load(folder, Optional.of(shape), System.out);
    }

    static Images load(Path folder, Optional<ImageShape> shape, PrintStream out) {
        try {
            return new ImageFolder(folder, out).read(shape);
        } catch (IOException e) {
            throw FileProblem.in(VERB, e);
        }
    }

    private Images read(Optional<ImageShape> asked) throws IOException {
        var shape = asked.or(this::firstShape);
        int features = shape.map(ImageShape::features).orElse(0); // without a shape, sizes alone are looked at
        requireMemory(files.size(), features, "Take a smaller shape, or fewer pictures");
        var pixels = new byte[files.size() * features];
        var good = new boolean[files.size()];
        var progress = new Progress(files.size(), name(), out);
        Workers.current().forEach(good.length, i -> {
            good[i] = read(files.get(i), pixels, i * features, shape, asked.isEmpty());
            progress.step();
        });
        if (asked.isEmpty()) {
            sizes.requireOne(folder);
        }
        var classes = FolderClasses.of(folder, files, good, skipped);
        report(classes.kept().length);
        return Images.of(
                name(),
                shape.orElseThrow(),
                new Handover(kept(pixels, classes.kept(), features)),
                classes.labels(),
                classes.names());
    }

    /** Of the first picture, in the order of names, that can be read. */
    private Optional<ImageShape> firstShape() {
        for (var file : files) {
            try {
                var bytes = bytes(file);
                try (var picture = Picture.open(bytes)) {
                    tryOut(picture, bytes.length, file);
                    return PictureSizes.of(picture).shape();
                }
            } catch (IOException e) {
                // it will be skipped by name
            }
        }
        return Optional.empty();
    }

    private void requireMemory(int count, int features, String repair) throws FileProblem {
        long bytes = (long) count * features;
        Check.file(
                bytes <= MOST_BYTES,
                "%,d pictures of %,d bytes must fit into one array of Java, but need %,d bytes of %,d.%n%s.",
                count,
                features,
                bytes,
                MOST_BYTES,
                repair);
        Memory.require(VERB, String.format(Locale.ROOT, "%,d pictures", count), bytes, 0, repair);
    }

    /** Whether a file gave its pixels; else it is remembered why not. */
    private boolean read(Path file, byte[] pixels, int offset, Optional<ImageShape> shape, boolean mustAgree) {
        try {
            var bytes = bytes(file);
            try (var picture = Picture.open(bytes)) {
                boolean fits =
                        !mustAgree || shape.equals(PictureSizes.of(picture).shape());
                if (fits && shape.isPresent()) {
                    decode(picture, bytes.length, file, pixels, offset, shape.get());
                } else if (sizes.agree()) {
                    tryOut(
                            picture,
                            bytes.length,
                            file); // a broken file's size is none; two good ones are enough to fail
                }
                sizes.add(picture);
                return fits;
            }
        } catch (IOException e) {
            skipped.add(folder.relativize(file), FileProblem.firstLine(e));
            return false;
        }
    }

    private void tryOut(Picture picture, int fileBytes, Path file) throws IOException {
        decode(picture, fileBytes, file, new byte[1], 0, new ImageShape(1, 1, 1));
    }

    private void decode(Picture picture, int fileBytes, Path file, byte[] pixels, int offset, ImageShape shape)
            throws IOException {
        int needed = Math.min(heap, megabytes(picture.bytes() + fileBytes));
        free.acquireUninterruptibly(needed);
        try {
            Memory.require(
                    VERB,
                    folder.relativize(file) + " of " + picture.height() + "x" + picture.width() + " pixels",
                    picture.bytes(),
                    0,
                    "Scale it down first");
            picture.copyTo(pixels, offset, shape);
        } finally {
            free.release(needed);
        }
    }

    private static int megabytes(long bytes) {
        return (int) (bytes >> 20) + 1;
    }

    private static byte[] bytes(Path file) throws FileProblem {
        try (var in = Files.newInputStream(file)) {
            var bytes = new byte[(int) Math.min(FolderFiles.MOST_BYTES, Files.size(file))];
            int found = in.readNBytes(bytes, 0, bytes.length);
            return found == bytes.length ? bytes : Arrays.copyOf(bytes, found);
        } catch (IOException e) {
            throw new FileProblem("cannot be read");
        }
    }

    /** Says what was skipped, or throws when nothing is left. */
    private void report(int left) throws FileProblem {
        Check.file(
                left > 0,
                "%s must hold pictures that can be read, but %s.%nPNG, JPEG, GIF, BMP and TIFF can be.",
                folder,
                all == 0 ? "is empty" : String.format(Locale.ROOT, "none of %,d files is one: %s", all, skipped));
        if (skipped.count() > 0) {
            out.printf(Locale.ROOT, "Skipped %,d of %,d files in %s: %s.%n", skipped.count(), all, name(), skipped);
        }
    }

    /** The pixels of the pictures that are left, in an array of their length. */
    private byte[] kept(byte[] pixels, int[] kept, int features) throws FileProblem {
        if (kept.length == files.size()) {
            return pixels;
        }
        requireMemory(kept.length, features, "Move the files that were skipped to another folder");
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(pixels, kept[i] * features, pixels, i * features, features);
        }
        return Arrays.copyOf(pixels, kept.length * features);
    }

    private String name() {
        var last = folder.toAbsolutePath().normalize().getFileName();
        return OneLine.printable(last == null ? folder.toString() : last.toString());
    }
}
