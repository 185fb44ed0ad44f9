package io.github.gan4j.judge;

import io.github.gan4j.Diagnosis.Observation;
import io.github.gan4j.Finding;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.OneHot;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a conditional pair makes of its labels.
 *
 * @param byLabel how far apart pictures of one noise and two labels are, in the mean
 * @param byNoise how far apart pictures of one label and two noises are
 * @param accuracies the share of the pictures of each digit that are read as it, [10]; empty where the labels are not the digits
 * @param told how much the labels tell of the real images: the share of a label's images that are read alike, as the digit that most of
 *     them are read as, in the mean of the labels; 1 where they are not at hand or no digits
 */
record LabelStatistics(double byLabel, double byNoise, List<Double> accuracies, double told) {
    private static final int SAMPLES = 500;
    private static final int LABELLED =
            2_000; // a dense pair heeds its labels by then, a convolutional one from the start

    static LabelStatistics of(TrainedPair pair, long seed) {
        int classes = pair.generator().classes();
        var noise = pair.options().noise().draw(Math.max(2, SAMPLES / classes), seed);
        var pictures = pair.sampler().apply(OneHot.of(classes).behindEach(noise, classes));
        return new LabelStatistics(
                distance(pictures, i -> i / classes * classes + (i + 1) % classes),
                distance(pictures, i -> (i + classes) % (int) pictures.size(0)),
                accuracies(pair, pictures),
                pair.images()
                        .filter(images -> images.shape().equals(ImageShape.MNIST))
                        .map(LabelStatistics::told)
                        .orElse(1.0));
    }

    private static double distance(INDArray pictures, IntUnaryOperator other) {
        var others = pictures.getRows(
                IntStream.range(0, (int) pictures.size(0)).map(other).toArray());
        return pictures.sub(others).norm2(1).meanNumber().doubleValue();
    }

    private static List<Double> accuracies(TrainedPair pair, INDArray pictures) {
        var asked = GanEvaluation.asked(pair, (int) pictures.size(0), pair.images());
        return asked.isEmpty()
                ? List.of()
                : DigitClassifier.shipped().predict(pictures).digitAccuracies(asked);
    }

    /** By chance a fifth of 50 images are read alike; clothes or letters are misread, but alike where they have one label. */
    private static double told(Images images) {
        int count = Math.min(SAMPLES, images.size());
        var places = IntStream.range(0, count)
                .map(i -> (int) ((long) i * images.size() / count))
                .toArray();
        var pixels = new float[count][DigitNetwork.PIXELS];
        IntStream.range(0, count).forEach(i -> images.copyTo(places[i], pixels[i], 0));
        var read = DigitClassifier.shipped().predict(Nd4j.createFromArray(pixels));
        var counts = new int[images.classes()][DigitNetwork.DIGITS];
        IntStream.range(0, count).forEach(i -> counts[images.label(places[i])][read.digit(i)]++);
        return IntStream.range(0, counts.length)
                .filter(label -> IntStream.of(counts[label]).sum() > 0)
                .mapToDouble(label -> (double) IntStream.of(counts[label]).max().orElseThrow()
                        / IntStream.of(counts[label]).sum())
                .average()
                .orElse(1);
    }

    /**
     * What is wrong with the labels.
     *
     * @param age how many steps of the tutorial's learning rate it has been
     */
    Stream<Observation> observe(double age) {
        return Stream.of(shuffled(), ignored(age), missing(age)).flatMap(Optional::stream);
    }

    private Optional<Observation> shuffled() {
        return told < 0.35
                ? observation(
                        Finding.LABELS_SHUFFLED,
                        "show(plotGrid(digits)), then Arrays.copyOf(digits.labels(), 16) // do they belong together?",
                        "images of one label are read as the same digit in %.0f %% of cases only, as if by chance.",
                        100 * told)
                : Optional.empty();
    }

    private Optional<Observation> ignored(double age) {
        return age >= LABELLED && byLabel < 0.6 * byNoise
                ? observation(
                        Finding.LABEL_IGNORED,
                        "give fakes the labels of the real images beside them, as trainStep(gan, digits) does",
                        "pictures of one noise and two labels are %.1f apart, of one label and two noises %.1f.",
                        byLabel,
                        byNoise)
                : Optional.empty();
    }

    private Optional<Observation> missing(double age) {
        if (accuracies.isEmpty() || age < LABELLED) {
            return Optional.empty();
        }
        double worst = Collections.min(accuracies);
        double others = (accuracies.stream().mapToDouble(Double::doubleValue).sum() - worst) / (accuracies.size() - 1);
        return worst < 0.15 && others > 0.65
                ? observation(
                        Finding.CLASS_MISSING,
                        "ask the generator for all classes, new Random(1).ints(64, 0, 10), as trainStep(gan, digits) does",
                        "of the pictures that should be a %d %.0f %% are read as one, of the other digits' %.0f %%.",
                        accuracies.indexOf(worst),
                        100 * worst,
                        100 * others)
                : Optional.empty();
    }

    private static Optional<Observation> observation(
            Finding finding, String remedy, String evidence, Object... values) {
        return Optional.of(new Observation(finding, String.format(Locale.ROOT, evidence, values), remedy));
    }
}
