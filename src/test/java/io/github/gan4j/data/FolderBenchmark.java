package io.github.gan4j.data;

import io.github.gan4j.Gan4j;
import io.github.gan4j.internal.ProcessMemory;
import io.github.gan4j.internal.SeededRandom;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Seconds and peak memory of loading 20,000 colour PNGs of 64x64, beside a plain ImageIO loop; each in a process of its own.
 *
 * <pre>mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test
 *     -Dexec.args="-cp %classpath io.github.gan4j.data.FolderBenchmark"</pre>
 */
final class FolderBenchmark {
    private static final int COUNT = 20_000;
    private static final int SIDE = 64;
    private static final int FEATURES = SIDE * SIDE * 3;
    private static final Path FOLDER = Path.of("target", "folder-benchmark");

    private FolderBenchmark() {}

    /** Without arguments, makes the folder where it is missing and measures both ways three times in turn. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1) {
            measure(arguments[0]);
            return;
        }
        make();
        System.out.printf(Locale.ROOT, "raw bytes: %,d MB%n", (long) COUNT * FEATURES >> 20);
        for (int i = 0; i < 6; i++) {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FolderBenchmark.class.getName(),
                            i % 2 == 0 ? "plain" : "gan4j")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static void measure(String way) throws IOException {
        long start = System.nanoTime();
        int bytes =
                way.equals("plain") ? plain().length : Gan4j.loadImages(FOLDER).size() * FEATURES;
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s, %.2f s of the cores, %,d MB at most, %,d bytes%n",
                way,
                seconds,
                cpu,
                ProcessMemory.mostMegabytes(),
                bytes);
    }

    /** What everybody writes first. */
    private static byte[] plain() throws IOException {
        var pixels = new byte[COUNT * FEATURES];
        int at = 0;
        for (int i = 0; i < COUNT; i++) {
            var picture = ImageIO.read(file(i).toFile());
            for (int shift = 16; shift >= 0; shift -= 8) {
                for (int y = 0; y < SIDE; y++) {
                    for (int x = 0; x < SIDE; x++) {
                        pixels[at++] = (byte) (picture.getRGB(x, y) >> shift);
                    }
                }
            }
        }
        return pixels;
    }

    private static Path file(int i) {
        return FOLDER.resolve(String.format(Locale.ROOT, "%05d.png", i));
    }

    private static void make() throws IOException {
        Files.createDirectories(FOLDER);
        for (int i = 0; i < COUNT; i++) {
            if (!Files.exists(file(i))) {
                ImageIO.write(disc(new SeededRandom(i)), "png", file(i).toFile());
            }
        }
    }

    /** A disc with a grain like a photograph's on a ground that grows lighter. */
    private static BufferedImage disc(SeededRandom random) {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        int ground = random.nextInt(0x1000000);
        int colour = random.nextInt(0x1000000);
        int radius = 8 + random.nextInt(20);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE - SIDE / 2;
            int y = i / SIDE - SIDE / 2;
            int grain = random.nextInt(4) * 0x010101;
            picture.setRGB(
                    i % SIDE, i / SIDE, ((x * x + y * y < radius * radius ? colour : ground) & 0xf8f8f8) + grain);
        }
        return picture;
    }
}
