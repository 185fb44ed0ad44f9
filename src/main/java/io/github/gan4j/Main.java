package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.show.OutputFolder;
import io.github.gan4j.show.Png;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The main job: the whole tutorial, from the digits to the loss chart, with its results left in a folder. */
public final class Main {
    private static final int STEPS = 5_000; // tutorial, step 1

    private Main() {}

    /**
     * Runs the job, and ends with exit code 1 and a message when it cannot.
     *
     * @param args {@code --steps N} trains N steps instead of 5,000; {@code --out DIR} leaves the results there instead of
     *     in {@code target/gan4j}
     */
    public static void main(String[] args) {
        try {
            run(Arguments.of(args));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Arguments arguments) {
        long start = System.nanoTime();
        make(arguments.out()); // before minutes of work, not after
        var digits = Gan4j.loadDigits();
        System.out.println(digits);
        var gan = Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator());
        Gan4j.summary(gan.generator());
        Gan4j.summary(gan.discriminator());
        var losses = Gan4j.train(gan, digits, arguments.steps());
        leave(gan, losses, arguments.out());
        System.out.printf(Locale.ROOT, "%s%n%s%n", gan, losses);
        System.out.printf(
                Locale.ROOT,
                "%s: grid.png losses.png losses.html losses.csv gan.zip, after %.0f s%n",
                arguments.out(),
                (System.nanoTime() - start) / 1e9);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "main job: the folder for the results must be one that can be made, but " + folder
                            + " cannot.\nName another: java -jar target/gan4j.jar --out DIR",
                    e);
        }
    }

    private static void leave(Gan gan, LossHistory losses, Path folder) {
        var chart = Gan4j.plotLosses(losses);
        Png.write(Gan4j.plotGrid(gan), folder.resolve("grid.png"));
        Gan4j.saveHtml(chart, folder.resolve("losses.html"));
        Gan4j.save(gan, folder.resolve("gan.zip"));
        losses.table().write().csv(folder.resolve("losses.csv").toFile());
        try {
            Png.write(chart.image(), folder.resolve("losses.png"));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage()); // no fonts on this machine; the page has the chart
        }
    }

    /** What the command line asks for. */
    record Arguments(int steps, Path out) {
        private static final String USAGE = "The main job is java -jar target/gan4j.jar [--steps N] [--out DIR].";

        static Arguments of(String[] args) {
            var arguments = new Arguments(STEPS, OutputFolder.path());
            for (int i = 0; i < args.length; i += 2) {
                Check.argument(i + 1 < args.length, "main job: %s must have a value behind it.%n%s", args[i], USAGE);
                arguments = arguments.with(args[i], args[i + 1]);
            }
            return arguments;
        }

        private Arguments with(String option, String value) {
            return switch (option) {
                case "--steps" -> new Arguments(steps(value), out);
                case "--out" -> new Arguments(steps, Path.of(value));
                default ->
                    throw new IllegalArgumentException(
                            "main job: options must be --steps or --out, but got " + option + ".\n" + USAGE);
            };
        }

        private static int steps(String value) {
            boolean good = value.matches("[1-9][0-9]{0,8}");
            Check.argument(
                    good, "main job: --steps must be a whole number of at least 1, but got %s.%n%s", value, USAGE);
            return Integer.parseInt(value);
        }
    }
}
