package io.github.gan4j.judge;

import io.github.gan4j.Evaluation.ClassificationAccuracy;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Grey;
import io.github.gan4j.internal.OneHot;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whether a classifier that has seen nothing but samples can read real images (Ravuri and Vinyals, "Classification accuracy score
 * for conditional generative models", 2019): it cannot where samples are wrong, and not well where they are all alike.
 *
 * @param samples that one classifier is trained on
 * @param epochs of each training
 */
record ClassificationTest(int samples, int epochs) {
    /** As many samples as MNIST has images. */
    static final ClassificationTest PUBLISHED = new ClassificationTest(60_000, 3);

    private static final long SEED = 1;
    private static final int BLOCK = 1_000;

    /**
     * Trains two classifiers and has both read the test images.
     *
     * @param real what the pair was trained on
     * @throws IllegalArgumentException if the pair knows no classes, or images have no labels or those of other classes
     */
    ClassificationAccuracy run(TrainedPair pair, long seed, Optional<Images> real, Images test) {
        int classes = pair.generator().classes();
        Check.argument(
                classes > 0 && classes <= DigitNetwork.DIGITS,
                "evaluate: test images are for a conditional pair of at most %d classes, but this one has %d (0 is none).%n"
                        + "Leave them out: evaluate(gan).",
                DigitNetwork.DIGITS,
                classes);
        requireLabels("the test images", test, classes);
        var training = real.or(pair::images)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "evaluate: with test images the pair must have been trained on"
                                        + " images that are at hand, but there are none.\nTrain it for a step first: trainStep(gan, loadDigits())."));
        requireLabels("the images that the pair was trained on", training, classes);
        return new ClassificationAccuracy(
                test.name(), accuracy(draw(pair, classes, seed), test), accuracy(training, test));
    }

    private static void requireLabels(String which, Images images, int classes) {
        Check.argument(
                images.shape().equals(ImageShape.MNIST) && images.classes() > 0 && images.classes() <= classes,
                "evaluate: %s must be of 28x28 with labels of %d classes, but %s are of %s with %d.%n"
                        + "Take EvaluationOptions.defaults().withTestImages(loadMnistTest()).",
                which,
                classes,
                images.name(),
                images.shape(),
                images.classes());
    }

    private Images draw(TrainedPair pair, int classes, long seed) {
        var pixels = new byte[samples * DigitNetwork.PIXELS];
        for (int from = 0; from < samples; from += BLOCK) {
            copyGreys(pair.draw(pair.noise(BLOCK, seed + from)), pixels, from);
        }
        var labels = OneHot.of(classes).inTurn(BLOCK);
        return Images.of(
                "samples",
                pixels,
                IntStream.range(0, samples).map(i -> labels.get(i % BLOCK)).toArray());
    }

    private static void copyGreys(INDArray images, byte[] pixels, int from) {
        var values = images.dup('c').data().asFloat();
        for (int i = 0; i < values.length; i++) {
            pixels[from * DigitNetwork.PIXELS + i] = (byte) Grey.of(values[i]);
        }
    }

    private double accuracy(Images training, Images test) {
        var classifier = new DigitClassifier(ClassifierTraining.train(training, epochs, SEED));
        var labels = IntStream.of(test.labels()).boxed().toList();
        return classifier.predict(test.batch(0, test.size())).accuracy(labels);
    }
}
