package io.github.gan4j.judge;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.diagnose;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Diagnosis;
import io.github.gan4j.Finding;
import io.github.gan4j.Gan;
import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Noise;
import io.github.gan4j.internal.SeededRandom;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs that fail on purpose, and what is asked of their diagnosis. */
final class FailingRuns {
    /** Half a batch of the tutorial's size. */
    static final int HALF = 32;

    /** What they are trained on. */
    static final Images DIGITS = syntheticDigits(2_000, 3);

    private FailingRuns() {}

    /** Real digits from somewhere in them. */
    static INDArray reals(SeededRandom random) {
        return DIGITS.batch(random.nextInt(DIGITS.size() - HALF), HALF);
    }

    /** That the finding is among those named, in a text that JShell does not cut. */
    static Diagnosis assertSeen(Gan gan, Finding finding) {
        var diagnosis = examine(gan);
        var text = diagnosis.toString();
        assertTrue(diagnosis.findings().contains(finding), () -> text + "\n" + statistics(gan));
        assertTrue(text.contains(finding.toString()), text);
        assertTrue(
                text.length() <= 900 && text.lines().findFirst().orElseThrow().length() <= 80, text);
        return diagnosis;
    }

    static Diagnosis examine(Gan gan) {
        return diagnose(gan.history(), gan);
    }

    /** All that the diagnosis rests on, for the message of a failed test. */
    static String statistics(Gan gan) {
        var images = gan.sample(gan.options().noise().draw(500, 42));
        return LossStatistics.of(gan.history()) + "\n" + PictureStatistics.of(images, gan.shape()) + "\n"
                + DiscriminatorStatistics.of(gan.discriminator(), gan.options().loss(), images, Optional.empty());
    }

    /** A pair whose networks have the options' seed as well. */
    static Gan gan(GanOptions options) {
        return gan(options, NetworkOptions.defaults());
    }

    /** The same of convolutions. */
    static Gan convolutional(GanOptions options) {
        return gan(options, NetworkOptions.dcgan());
    }

    /** One that is told labels. */
    static Gan conditional(GanOptions options) {
        return gan(options, NetworkOptions.defaults().withClasses(10));
    }

    private static Gan gan(GanOptions options, NetworkOptions networks) {
        var seeded = networks.withSeed(options.seed());
        return buildGan(buildGenerator(seeded), buildDiscriminator(seeded), options);
    }

    static void trainOn(Gan gan, Images images, int steps) {
        for (int step = 0; step < steps; step++) {
            trainStep(gan, images);
        }
    }

    /** Trains on real images that are changed before. */
    static void trainOn(Gan gan, UnaryOperator<INDArray> change, int steps) {
        var random = new SeededRandom(1);
        for (int step = 0; step < steps; step++) {
            var real = change.apply(reals(random));
            trainStep(gan, real, noise(HALF, random), noise(2 * HALF, random));
        }
    }

    /** A step of the discriminator alone, on DL4J itself. */
    static void teach(Gan gan, INDArray asReal, INDArray asFake) {
        var labels = Nd4j.vstack(Nd4j.ones(HALF, 1), Nd4j.zeros(HALF, 1));
        gan.discriminator().network().fit(Nd4j.vstack(asReal, asFake), labels);
    }

    static INDArray fakes(Gan gan, SeededRandom random) {
        return gan.sample(noise(HALF, random));
    }

    static INDArray noise(int count, SeededRandom random) {
        return Noise.TRAINING.draw(count, random);
    }

    /** Ones alone, 200 of them. */
    static Images ones() {
        var pixels = new byte[200 * ImageShape.MNIST.pixels()];
        var one = new float[ImageShape.MNIST.pixels()];
        for (int i = 0; i < 200; i++) {
            DIGITS.copyTo(10 * i + 1, one, 0); // the label of image i is i % 10
            for (int k = 0; k < ImageShape.MNIST.pixels(); k++) {
                pixels[i * ImageShape.MNIST.pixels() + k] = (byte) Math.round((one[k] + 1) * 127.5f);
            }
        }
        return Images.of("ones", pixels, new int[0]);
    }
}
