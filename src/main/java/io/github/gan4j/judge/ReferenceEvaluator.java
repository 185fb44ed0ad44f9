package io.github.gan4j.judge;

import io.github.gan4j.Evaluation;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Once;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.judge.Evaluator.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Judges images of any kind by real ones: a half of these, drawn by a fixed seed, is the reference, and the others get what a
 * perfect generator would.
 */
final class ReferenceEvaluator {
    static final int MIN = 200;
    private static final int COVERED = 2_000; // as the digit classifier's reference has
    private static final int NOISE = 1_000;
    private static final double COPIED = 0.01; // of real images are nearer to another than a copy must be
    private static final double[] NONE = {};

    private final Images images;
    private final int[] order; // of the images, shuffled: whatever order they had, both halves are alike
    private final int half; // of them are the reference
    private final int count; // of the others, and of samples at most
    private final RandomFeatures space;
    private final Gaussian statistics;
    private final Coverage coverage;
    private final Once<Likeness> real = new Once<>(() -> likeness(count(), this::other));
    private final Once<Likeness> pure = new Once<>(this::noise);

    /** How near images come to the reference. */
    private record Likeness(int count, double distance, double coverage) {}

    ReferenceEvaluator(Images images, int most) {
        Check.argument(
                images.size() >= MIN,
                "evaluate: a reference must have at least %d images, but got %,d.%nTake those that the pair is trained on, or more.",
                MIN,
                images.size());
        this.images = images;
        order = shuffled(images.size());
        half = (images.size() + 1) / 2;
        count = Math.min(most, images.size() / 2);
        space = RandomFeatures.scaledTo(images.shape(), half, this::reference);
        var features = space.of(half, this::reference);
        statistics = Gaussian.fit(features);
        coverage = new Coverage(Arrays.copyOf(features, Math.min(half, COVERED)));
    }

    private static int[] shuffled(int count) {
        var random = new SeededRandom(1);
        var order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    private float[] reference(int i) {
        return image(order[i]);
    }

    private float[] other(int i) {
        return image(order[half + i]);
    }

    private float[] image(int place) {
        var image = new float[images.shape().features()];
        images.copyTo(place, image, 0);
        return image;
    }

    /** How many samples are to be judged. */
    int count() {
        return count;
    }

    /**
     * Judges samples.
     *
     * @param samples [n, features] in -1..1
     * @param training the images that could have been copied, if they are at hand
     */
    Evaluation evaluate(INDArray samples, Subject subject, Optional<Images> training) {
        var rows = samples.toFloatMatrix();
        var drawn = likeness(rows.length, i -> rows[i]);
        var near = training.map(seen -> CopyCheck.distancesAmong(
                        images, Arrays.copyOf(order, Math.min(CopyCheck.SAMPLES, order.length))))
                .orElse(NONE);
        double copied = near.length == 0 ? Double.NaN : near[(int) (COPIED * near.length)];
        var name = String.format(Locale.ROOT, "%,d images of %s", count, images.name());
        var beside = new Evaluation.Baselines(
                RandomFeatures.NAME,
                row(
                        new Subject(name, 0, 0),
                        real.get(),
                        training.map(seen -> images.name()),
                        near,
                        copied,
                        Optional.empty()),
                row(new Subject("pure noise", 0, 1), pure.get(), Optional.empty(), NONE, copied, Optional.empty()));
        var found = training.map(seen -> CopyCheck.nearestDistances(first(samples), seen))
                .orElse(NONE);
        return row(subject, drawn, training.map(Images::name), found, copied, Optional.of(beside));
    }

    private Likeness noise() {
        var noise = PureNoise.draw(Math.min(NOISE, count), images.shape().features(), 1)
                .toFloatMatrix();
        return likeness(noise.length, i -> noise[i]);
    }

    private Likeness likeness(int rows, IntFunction<float[]> row) {
        var features = space.of(rows, row);
        return new Likeness(rows, statistics.frechetDistance(Gaussian.fit(features)), coverage.of(features));
    }

    private static Evaluation row(
            Subject subject,
            Likeness likeness,
            Optional<String> training,
            double[] nearest,
            double copied,
            Optional<Evaluation.Baselines> beside) {
        return new Evaluation(
                subject.name(),
                subject.step(),
                likeness.count(),
                subject.seed(),
                likeness.distance(),
                Double.NaN,
                List.of(),
                Double.NaN,
                likeness.coverage(),
                Double.NaN,
                List.of(),
                Optional.empty(),
                training,
                nearest.length == 0 ? Double.NaN : nearest[nearest.length / 2],
                nearest.length == 0 ? Double.NaN : share(nearest, copied),
                false,
                beside);
    }

    private static INDArray first(INDArray samples) {
        long count = Math.min(CopyCheck.SAMPLES, samples.size(0));
        return samples.get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
    }

    private static double share(double[] nearest, double copied) {
        return Arrays.stream(nearest).filter(distance -> distance < copied).count() / (double) nearest.length;
    }
}
