package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.Libraries;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.WholeFile;
import io.github.gan4j.show.OutputFolder;
import io.github.gan4j.show.Png;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** The main job: the whole tutorial, from the digits to the loss chart, with its results left in a folder. */
public final class Main {
    static final int STEPS = 5_000; // tutorial step 1

    private Main() {}

    /**
     * Runs the job, and ends with exit code 1 and a message when it cannot.
     *
     * @param args {@code --steps N} trains N steps instead of 5,000; {@code --out DIR} leaves the results there instead of
     *     in {@code target/gan4j}
     */
    public static void main(String[] args) {
        Libraries.problem().ifPresent(Main::end); // before any of them is asked for
        try {
            NativeTuning.threads(); // before anything is loaded or printed
            run(Arguments.of(args));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            end(e.getMessage());
        }
    }

    private static void end(String message) {
        System.err.println(message);
        System.exit(1);
    }

    private static void run(Arguments arguments) {
        long start = System.nanoTime();
        System.setProperty("java.awt.headless", "true"); // it opens no window, so a display that is gone is no matter
        make(arguments.out()); // before minutes of work, not after
        var digits = Gan4j.loadDigits();
        System.out.println(digits);
        var gan = Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator());
        Gan4j.summary(gan.generator());
        Gan4j.summary(gan.discriminator());
        var losses = Gan4j.train(gan, digits, arguments.steps());
        System.out.printf(Locale.ROOT, "%s%n%s%n", gan, losses);
        var files = leave(gan, losses, arguments.out());
        System.out.printf(
                Locale.ROOT, "%s: %s, after %.0f s%n", arguments.out(), files, (System.nanoTime() - start) / 1e9);
    }

    private static void make(Path folder) {
        try {
            WholeFile.makeFolder(folder);
        } catch (IOException e) {
            throw FileProblem.in(
                    "main job",
                    new FileProblem(
                            "the folder for the results must be one that can be made, but got %s (%s).%n"
                                    + "Name another: java -jar target/gan4j.jar --out DIR",
                            folder, FileProblem.describe(e)));
        }
    }

    /** Leaves the results, and gives the names of their files. */
    private static String leave(Gan gan, LossHistory losses, Path folder) {
        var chart = Gan4j.plotLosses(losses);
        write(folder.resolve("grid.png"), Png.encode(Gan4j.plotGrid(gan)));
        Gan4j.saveHtml(chart, folder.resolve("losses.html"));
        write(folder.resolve("losses.csv"), csv(losses));
        Gan4j.save(gan, folder.resolve("gan.zip"));
        try {
            write(folder.resolve("losses.png"), Png.encode(chart.image()));
            return "grid.png losses.png losses.html losses.csv gan.zip";
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage()); // no fonts on this machine; the page has the chart
            return "grid.png losses.html losses.csv gan.zip";
        }
    }

    private static void write(Path file, byte[] content) {
        WholeFile.write("main job", file, content);
    }

    private static byte[] csv(LossHistory losses) {
        var bytes = new ByteArrayOutputStream();
        losses.table().write().csv(bytes);
        return bytes.toByteArray();
    }

    /** What the command line asks for. */
    record Arguments(int steps, Path out) {
        private static final String USAGE = "The main job is java -jar target/gan4j.jar [--steps N] [--out DIR].";

        static Arguments of(String[] args) {
            var arguments = new Arguments(STEPS, OutputFolder.path());
            for (int i = 0; i < args.length; i += 2) {
                Check.argument(
                        args[i].matches("--(steps|out)"),
                        "main job: options must be --steps or --out, but got %s.%n%s",
                        args[i],
                        USAGE);
                Check.argument(i + 1 < args.length, "main job: %s must have a value behind it.%n%s", args[i], USAGE);
                arguments = arguments.with(args[i], args[i + 1]);
            }
            return arguments;
        }

        private Arguments with(String option, String value) {
            return option.equals("--steps") ? new Arguments(steps(value), out) : new Arguments(steps, Path.of(value));
        }

        private static int steps(String value) {
            Check.argument(
                    value.matches("[1-9][0-9]{0,8}"),
                    "main job: --steps must be a whole number from 1 to 999,999,999, but got %s.%n%s",
                    value,
                    USAGE);
            return Integer.parseInt(value);
        }
    }
}
