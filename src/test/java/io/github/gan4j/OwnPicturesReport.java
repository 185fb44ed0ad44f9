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
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What to expect of few and of many pictures, and how long a step takes at which size: the tables of docs/own-pictures.md. Times are
 * those of the clock and, where other work runs beside, those of the cores. Grids go to {@code target}.
 *
 * <pre>java -cp target/test-classes:target/gan4j.jar io.github.gan4j.OwnPicturesReport 1500 32</pre>
 */
final class OwnPicturesReport {
    private static final int[] COUNTS = {50, 500, 5_000};
    private static final int SOUGHT = 200; // unseen images, whose nearest one is looked for
    private static final int TIMED = 40; // steps, after as many that warm up

    private OwnPicturesReport() {}

    /** Prints the tables. Arguments: steps, 1,500 by default, and the side of the pictures, 32 by default; 0 steps are for the times alone. */
    public static void main(String[] arguments) throws IOException {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_500;
        int side = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32;
        Gan4j.about();
        if (steps == 0) {
            shapes().forEach(OwnPicturesReport::time);
            return;
        }
        var shape = new ImageShape(side, side, 3);
        var unseen = OwnPicturesTest.discs(4_000, shape, 2);
        for (int count : COUNTS) {
            judge(OwnPicturesTest.discs(count, shape, 1), steps, unseen);
        }
    }

    private static Stream<ImageShape> shapes() {
        return Stream.of(
                new ImageShape(32, 32, 3),
                new ImageShape(64, 64, 1),
                new ImageShape(64, 64, 3),
                new ImageShape(128, 128, 3));
    }

    private static void time(ImageShape shape) {
        var images = OwnPicturesTest.discs(400, shape, 1);
        var gan = pair(shape);
        train(gan, images, TIMED);
        print("| %s | %s |", shape, times(TIMED, () -> train(gan, images, TIMED)));
    }

    private static void judge(Images drawn, int steps, Images unseen) throws IOException {
        var folder = Files.createTempDirectory("gan4j").resolve("discs");
        saveImages(drawn, folder);
        long start = System.nanoTime();
        var images = loadImages(folder);
        double seconds = (System.nanoTime() - start) / 1e9;
        var gan = pair(images.shape());
        var times = times(steps, () -> train(gan, images, steps));
        var grid = String.format(
                Locale.ROOT, "own-pictures-%d-%d.png", images.shape().width(), images.size());
        saveImage(plotGrid(gan), Path.of("target", grid));
        var found = evaluate(gan, EvaluationOptions.defaults().withReference(unseen));
        print("| %,d | read in %.2f s | %s |%n%s", images.size(), seconds, times, found);
        print("nearest of unseen ones: %.2f", nearest(unseen.batch(0, SOUGHT), images));
    }

    /** How far they are from the image next to them, in the median. */
    private static double nearest(INDArray some, Images images) {
        var all = images.batch(0, images.size());
        return IntStream.range(0, SOUGHT)
                .mapToDouble(i ->
                        all.subRowVector(some.getRow(i)).norm2(1).minNumber().doubleValue())
                .sorted()
                .skip(SOUGHT / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Gan pair(ImageShape shape) {
        var networks = NetworkOptions.dcgan().withShape(shape);
        var options = GanOptions.dcgan().withSampling(Sampling.SHUFFLED);
        return buildGan(buildGenerator(networks), buildDiscriminator(networks), options);
    }

    /** Of one step, in the mean. */
    private static String times(int steps, Runnable work) {
        long start = System.nanoTime();
        long before = cpuMillis();
        work.run();
        double clock = (System.nanoTime() - start) / 1e6;
        double cores = cpuMillis() - before;
        return String.format(Locale.ROOT, "%.0f ms, %.0f ms of the cores", clock / steps, cores / steps);
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static void print(String row, Object... values) {
        System.out.printf(Locale.ROOT, row + "%n", values);
    }
}
