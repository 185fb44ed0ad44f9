package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Once;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Judges images: reads them with the digit classifier and compares what it reads with what it reads of MNIST. */
public final class Evaluator {
    /**
     * What is judged, for the table.
     *
     * @param name for example {@code gan after 5,000 steps}
     * @param step how many steps a pair had been trained, 0 for other images
     * @param seed where the images came from
     */
    public record Subject(String name, int step, long seed) {}

    private static final int PLACES = 10; // a set may be in the order of its labels
    private static final int NEIGHBOURS = 20;

    private static final Once<Evaluator> SHIPPED =
            new Once<>(() -> new Evaluator(DigitClassifier.shipped(), Resources.reference(), Baselines.copyDistance()));

    private final DigitClassifier classifier;
    private final Reference reference;
    private final Coverage coverage;
    private final double copyDistance;

    Evaluator(DigitClassifier classifier, Reference reference, double copyDistance) {
        this.classifier = classifier;
        this.reference = reference;
        this.coverage = new Coverage(reference.features());
        this.copyDistance = copyDistance;
    }

    /** With the classifier that the library carries. */
    public static Evaluator shipped() {
        return SHIPPED.get();
    }

    /**
     * Judges images.
     *
     * @param images [n, 784] in -1..1, at least 2
     * @param subject what they are
     * @param training the images that could have been copied, if they are there; 1,000 samples are compared with them
     * @throws IllegalArgumentException if the shape or the range is another
     */
    public Evaluation evaluate(INDArray images, Subject subject, Optional<Images> training) {
        return evaluate(images, subject, training, List.of());
    }

    /**
     * The same of images that certain digits were asked for.
     *
     * @param asked the digit of each image; empty where none was asked for
     */
    Evaluation evaluate(INDArray images, Subject subject, Optional<Images> training, List<Integer> asked) {
        var unsorted = classifier.predict(images);
        var order = unsorted.order(); // so that the order of the samples does not matter
        var predictions = unsorted.at(order);
        var compared = images.getRows(some(order));
        var nearest = training.map(real -> CopyCheck.nearestDistances(compared, real));
        return new Evaluation(
                subject.name(),
                subject.step(),
                (int) images.size(0),
                subject.seed(),
                reference.statistics().frechetDistance(Gaussian.fit(predictions.features())),
                predictions.score(),
                Arrays.stream(predictions.shares()).boxed().toList(),
                predictions.confidence(),
                coverage.of(predictions.features()),
                unsorted.accuracy(asked),
                unsorted.digitAccuracies(asked),
                training.map(Images::name),
                nearest.map(distances -> distances[distances.length / 2]).orElse(Double.NaN),
                nearest.map(this::copies).orElse(Double.NaN),
                training.map(real -> Transposition.isRight(classifier, real, CopyCheck.SAMPLES))
                        .orElseGet(() -> Transposition.isRight(classifier, compared)),
                Optional.of(Baselines.SHIPPED.get()));
    }

    /** Whether most of some images, looked at here and there, are read as their labels: these are the digits, then. */
    boolean readsLabels(Images images) {
        int count = Math.min(NEIGHBOURS, images.size());
        return IntStream.range(0, PLACES)
                        .map(place -> (int) ((long) place * (images.size() - count) / (PLACES - 1)))
                        .mapToDouble(from -> readsLabels(images, from, count))
                        .average()
                        .orElseThrow()
                > 0.5;
    }

    private double readsLabels(Images images, int from, int count) {
        var labels =
                IntStream.range(from, from + count).map(images::label).boxed().toList();
        return classifier.predict(images.batch(from, count)).accuracy(labels);
    }

    private double copies(double[] distances) {
        return Arrays.stream(distances)
                        .filter(distance -> distance < copyDistance)
                        .count()
                / (double) distances.length;
    }

    private static int[] some(int[] places) {
        int count = Math.min(CopyCheck.SAMPLES, places.length);
        return IntStream.range(0, count)
                .map(i -> places[(int) ((long) i * places.length / count)])
                .toArray();
    }
}
