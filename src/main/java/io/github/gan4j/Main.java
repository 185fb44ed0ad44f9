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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The main job: the whole tutorial, from the digits to the loss chart, with its results left in a folder. */
public final class Main {
    static final int STEPS = 5_000; // tutorial step 1

    private static final List<String> RESULTS =
            List.of("gan.zip", "losses.csv", "losses.html", "losses.png", "grid.png");

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
        var folder = arguments.folder();
        rehearse(folder); // before minutes of work, not after
        var digits = Gan4j.loadDigits();
        System.out.println(digits);
        var gan = Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator());
        Gan4j.summary(gan.generator());
        Gan4j.summary(gan.discriminator());
        gan.requireSaves(folder.resolve("gan.zip"));
        var losses = Gan4j.train(gan, digits, arguments.steps());
        System.out.printf(Locale.ROOT, "%s%n%s%n", gan, losses);
        leave(gan, losses, folder, start);
    }

    private static void rehearse(Path folder) {
        try {
            WholeFile.makeFolder(folder);
        } catch (IOException e) {
            throw refused(String.format(
                    Locale.ROOT,
                    "the folder for the results must be one that can be made, but got %s (%s)",
                    folder,
                    FileProblem.describe(e)));
        }
        for (var name : RESULTS) {
            try {
                WholeFile.rehearse(folder.resolve(name), 0);
            } catch (IOException e) {
                throw refused(FileProblem.clause(e));
            }
        }
    }

    private static UncheckedIOException refused(String sentence) {
        return FileProblem.in(
                "main job",
                new FileProblem("%s.%nName another folder: java -jar target/gan4j.jar --out DIR", sentence));
    }

    /**
     * Leaves the results, the pair first, because it is what took the time; one that cannot be written takes no other with it.
     *
     * @throws IllegalStateException if one was not written
     */
    static void leave(Gan gan, LossHistory losses, Path folder, long start) {
        var written = new ArrayList<String>();
        var problems = new ArrayList<String>();
        for (var name : RESULTS) {
            try {
                if (write(name, gan, losses, folder.resolve(name))) {
                    written.add(0, name);
                }
            } catch (RuntimeException e) {
                problems.add(e instanceof UncheckedIOException ? e.getMessage() : name + ": " + e);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %s, after %.0f s%n", folder, String.join(" ", written), seconds);
        Check.state(
                problems.isEmpty(),
                "main job: %d of %d results could not be written.%n%s",
                problems.size(),
                RESULTS.size(),
                String.join("\n", problems));
    }

    /** Writes a result; false where this machine has no fonts for the chart's picture, for the page has the chart. */
    private static boolean write(String name, Gan gan, LossHistory losses, Path file) {
        var chart = Gan4j.plotLosses(losses);
        switch (name) {
            case "gan.zip" -> Gan4j.save(gan, file);
            case "losses.csv" -> write(file, csv(losses));
            case "losses.html" -> Gan4j.saveHtml(chart, file);
            case "grid.png" -> write(file, Png.encode(Gan4j.plotGrid(gan)));
            default -> {
                return writePicture(chart, file);
            }
        }
        return true;
    }

    private static boolean writePicture(LossChart chart, Path file) {
        byte[] picture;
        try {
            picture = Png.encode(chart.image());
        } catch (IllegalStateException noFonts) {
            System.out.println(noFonts.getMessage());
            return false;
        }
        write(file, picture);
        return true;
    }

    private static void write(Path file, byte[] content) {
        WholeFile.write("main job", file, content);
    }

    private static byte[] csv(LossHistory losses) {
        var bytes = new ByteArrayOutputStream();
        losses.table().write().csv(bytes);
        return bytes.toByteArray();
    }

    /**
     * What the command line asks for.
     *
     * @param out the folder for the results, null when none is named
     */
    record Arguments(int steps, @Nullable Path out) {
        private static final String USAGE = "The main job is java -jar target/gan4j.jar [--steps N] [--out DIR].";

        static Arguments of(String[] args) {
            var arguments = new Arguments(STEPS, null);
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

        /** The folder for the results. */
        Path folder() {
            return out == null ? OutputFolder.path() : out;
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
