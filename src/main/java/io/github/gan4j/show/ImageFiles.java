package io.github.gan4j.show;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.Grey;
import io.github.gan4j.internal.WholeFile;
import io.github.gan4j.internal.Workers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Images as PNG files in a folder of their own, which {@code loadImages} reads back to the same bytes. */
public final class ImageFiles {
    private static final String VERB = "saveImages";

    private ImageFiles() {}

    /** Images; where they have labels, each class gets a sub-folder. */
    public static void save(Images images, Path folder) {
        var classes = images.labels();
        save(images.size(), images.shape(), folder, i -> classFolder(folder, images, classes, i), i -> {
            var values = new float[images.shape().features()];
            images.copyTo(i, values, 0);
            return values;
        });
    }

    /** Images [n, features] in -1..1, for example samples. */
    public static void save(INDArray images, ImageShape shape, Path folder) {
        var rows = ArrayChecks.images(VERB, "images", images, shape.features()).toFloatMatrix();
        save(rows.length, shape, folder, i -> folder, i -> rows[i]);
    }

    private static void save(
            int count, ImageShape shape, Path folder, IntFunction<Path> place, IntFunction<float[]> values) {
        try {
            requireNew(folder);
            int digits = Integer.toString(count - 1).length();
            Workers.current().forEach(count, i -> {
                var file = place.apply(i).resolve(String.format(Locale.ROOT, "%0" + digits + "d.png", i));
                write(file, Png.encode(picture(values.apply(i), shape)));
            });
        } catch (IOException e) {
            throw FileProblem.in(VERB, e);
        }
    }

    private static void requireNew(Path folder) throws IOException {
        WholeFile.makeFolder(folder);
        try (var files = Files.list(folder)) {
            var first = files.findFirst();
            Check.file(
                    first.isEmpty(),
                    "%s must be a new folder or an empty one, but holds %s.%nTake another: saveImages(images, Path.of(\"%s-2\"))",
                    folder,
                    first.map(Path::getFileName).orElse(null),
                    folder);
        }
    }

    private static void write(Path file, byte[] png) {
        try {
            WholeFile.makeFolder(file.getParent());
            WholeFile.writeNew(file, png);
        } catch (IOException e) {
            throw new UncheckedIOException(VERB + ": " + file + " cannot be written: " + FileProblem.describe(e), e);
        }
    }

    private static Path classFolder(Path folder, Images images, int[] labels, int image) {
        if (labels.length == 0) {
            return folder;
        }
        var names = images.labelNames();
        return folder.resolve(
                names.isEmpty()
                        ? String.format(Locale.ROOT, "%03d", labels[image])
                        : checked(names.get(labels[image])));
    }

    /** A class may be called anything, and a folder may not. */
    private static String checked(String name) {
        Check.argument(
                name.matches("[^./\\\\][^/\\\\:]*"),
                "%s: a class's name must be that of a folder, but got %s.%nTake letters and digits alone.",
                VERB,
                name);
        return name;
    }

    private static BufferedImage picture(float[] values, ImageShape shape) {
        boolean grey = shape.channels() == 1;
        var picture = new BufferedImage(
                shape.width(), shape.height(), grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < values.length; i++) {
            int pixel = i % shape.pixels();
            picture.getRaster()
                    .setSample(pixel % shape.width(), pixel / shape.width(), i / shape.pixels(), Grey.of(values[i]));
        }
        return picture;
    }
}
