package io.github.gan4j.exercise;

import io.github.gan4j.Gan4j;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.StepLoss;
import io.github.gan4j.data.DataFinder;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Trains the four runs of {@link LossCurves} on MNIST and records their losses, which the library ships. */
final class MakeLossCurves {
    private static final int STEPS = 200;
    private static final double FROZEN = 1e-12; // a learning rate that moves nothing

    private MakeLossCurves() {}

    /**
     * Writes the table.
     *
     * @param args the file to write
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        var lines = new StringBuilder("run,step,discriminator,generator,accuracy,millis\n");
        runs().forEach((run, options) -> record(run, options, lines));
        Files.writeString(Path.of(args[0]), lines);
    }

    private static Map<String, GanOptions> runs() {
        var tutorial = GanOptions.defaults();
        var runs = new LinkedHashMap<String, GanOptions>();
        runs.put("A", tutorial.withLearningRate(FROZEN).withDiscriminatorLearningRate(tutorial.learningRate()));
        runs.put("B", tutorial);
        runs.put("C", tutorial.withLoss(Loss.LEAST_SQUARES));
        runs.put("D", tutorial.withDiscriminatorLearningRate(FROZEN));
        return runs;
    }

    private static void record(String run, GanOptions options, StringBuilder lines) {
        var images = DataFinder.of(Dataset.MNIST).train();
        var trainer = new Trainer(Gan4j.buildGenerator(), Gan4j.buildDiscriminator(), options);
        for (int step = 0; step < STEPS; step++) {
            lines.append(line(run, trainer.step(images)));
        }
    }

    private static String line(String run, StepLoss loss) {
        return String.format(
                Locale.ROOT,
                "%s,%d,%.4f,%.4f,%.4f,%.1f%n",
                run,
                loss.step(),
                loss.discriminator(),
                loss.generator(),
                loss.accuracy(),
                loss.millis());
    }
}
