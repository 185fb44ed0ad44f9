package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.evaluate;
import static io.github.gan4j.Gan4j.loadImages;
import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.saveImage;
import static io.github.gan4j.Gan4j.saveImages;
import static io.github.gan4j.Gan4j.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What to expect of few and of many pictures, and how long a step takes at which size: the tables of docs/own-pictures.md. Grids
 * go to {@code target}.
 *
 * <pre>java -cp target/test-classes:target/gan4j.jar io.github.gan4j.OwnPicturesReport 1000</pre>
 */
final class OwnPicturesReport {
    private static final ImageShape SHAPE = new ImageShape(64, 64, 3);
    private static final int TIMED = 100; // steps, of which the second half counts

    private OwnPicturesReport() {}

    /** Prints the tables. Arguments: steps, 1,000 by default. */
    public static void main(String[] arguments) throws IOException {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Gan4j.about();
        for (var shape : List.of(new ImageShape(32, 32, 3), new ImageShape(64, 64, 1), SHAPE, new ImageShape(128, 128, 3))) {
            var gan = trained(OwnPicturesTest.discs(400, shape, 1), TIMED);
            print("| %s | %.0f ms |", shape, millis(gan));
        }
        var unseen = OwnPicturesTest.discs(4_000, SHAPE, 2);
        for (int count : new int[] {50, 500, 5_000}) {
            judge(count, steps, unseen);
        }
    }

    private static void judge(int count, int steps, Images unseen) throws IOException {
        var folder = Files.createTempDirectory("gan4j").resolve("discs");
        saveImages(OwnPicturesTest.discs(count, SHAPE, 1), folder);
        long start = System.nanoTime();
        var images = loadImages(folder);
        double seconds = (System.nanoTime() - start) / 1e9;
        var gan = trained(images, steps);
        saveImage(plotGrid(gan), Path.of("target", "own-pictures-" + count + ".png"));
        var found = evaluate(gan, EvaluationOptions.defaults().withReference(unseen));
        print(
                "| %,d | %.2f s | %.0f ms | %.2f | %.3f | %.2f | %.3f |",
                count, seconds, millis(gan), found.frechetDistance(), found.coverage(), found.nearest(), found.copies());
        System.out.println(found);
    }

    private static Gan trained(Images images, int steps) {
        var networks = NetworkOptions.dcgan().withShape(images.shape());
        var options = GanOptions.dcgan().withSampling(Sampling.SHUFFLED);
        var gan = buildGan(buildGenerator(networks), buildDiscriminator(networks), options);
        train(gan, images, steps);
        return gan;
    }

    /** A step of the second half, in the median. */
    private static double millis(Gan gan) {
        var millis = gan.history().table().doubleColumn("millis").asDoubleArray();
        return Arrays.stream(millis, millis.length / 2, millis.length)
                .sorted()
                .skip(millis.length / 4)
                .findFirst()
                .orElseThrow();
    }

    private static void print(String row, Object... values) {
        System.out.printf(Locale.ROOT, row + "%n", values);
    }
}
