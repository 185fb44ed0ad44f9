package io.github.gan4j.exercise;

import io.github.gan4j.Noise;
import io.github.gan4j.model.Networks;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Rows L3, L5 and E9: the discriminator sees other fakes than the generator is trained on. */
final class TrainingModeFakes {
    static final Exercise EXERCISE =
            new Exercise(5, "Fakes from batch statistics", """
            In the tutorial the discriminator's fakes come from inference mode, where batch normalisation
            takes its moving statistics; the generator's own update takes those of the batch. Draw the 32
            fakes of this noise in training mode. By how much do the pictures differ?
            """, """
            var generator = buildGenerator();
            var noise = Noise.TRAINING.draw(32, 5);
            var fakes = generator.network().output(noise, false);

            check(5, fakes);
            """, """
            var generator = buildGenerator();
            var noise = Noise.TRAINING.draw(32, 5);
            var fakes = generator.network().output(noise, true); // true: training mode

            show(plotGrid(fakes));

            show(plotGrid(generator.network().output(noise, false))); // inference mode, as in the tutorial

            check(5, fakes);
            """, """
            Before any training the moving statistics are still mean 0 and variance 1, so inference mode normalises
            nothing and draws flat grey. Training mode brings each value to spread 1 over the batch: more contrast.
            The two come closer as the moving statistics follow the batches. A pair is trained on such fakes with
            withFakes(Fakes.TRAINING) of GanOptions.
            """, TrainingModeFakes::judge);

    private TrainingModeFakes() {}

    private static String judge(Object answer) {
        var fakes = WrongAnswer.requireType(INDArray.class, "generator.network().output(...) gives one.", answer);
        WrongAnswer.require(
                fakes.rank() == 2 && fakes.size(0) == 32 && fakes.size(1) == 784,
                "the 32 fakes are an array [32, 784], but this has another shape.");
        var network = Networks.generator(42);
        var noise = Noise.TRAINING.draw(32, 5);
        var inference = network.output(noise, false);
        var training = network.output(noise, true);
        checkMode(fakes, inference, network, noise);
        WrongAnswer.require(
                distance(fakes, training) < 1e-3,
                "these are fakes of other noise or another generator; keep the first two lines as they are.");
        return String.format(
                Locale.ROOT,
                "a pixel differs by %.2f on average from inference mode, where the whole range is 2.",
                distance(training, inference));
    }

    private static void checkMode(INDArray fakes, INDArray inference, MultiLayerNetwork network, INDArray noise) {
        WrongAnswer.require(
                distance(fakes, inference) > 1e-3,
                "these come from inference mode. What does the second argument of output(noise, ...) mean?");
        var alone = network.output(noise.getRow(0, true), true);
        WrongAnswer.require(
                distance(fakes, Nd4j.repeat(alone, 32).reshape(32, 784)) > 1e-3,
                "each fake was drawn alone, so the statistics of its batch are its own. Draw all 32 in one batch.");
    }

    private static double distance(INDArray one, INDArray other) {
        double sum = 0;
        var a = one.dup('c').data().asDouble();
        var b = other.dup('c').data().asDouble();
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }
}
