package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What one step is given. Nothing in it is changed. The fakes that the discriminator learns from take the labels of the real images
 * beside them. Where the discriminator is updated k times a step, the first k-th of h rows is for its first update, and so on.
 *
 * @param real real images [h, features] in -1..1
 * @param discriminatorNoise noise [h, 100] for the fakes that the discriminator sees
 * @param generatorNoise noise [b, 100] for the generator's own update
 * @param realLabels the real images' labels [h], for a conditional pair; empty for any other
 * @param generatorLabels what the generator is to draw for its own update, [b]; empty likewise
 * @param interpolation for a gradient penalty how much of each point's image is real, [h, 1] in 0..1: one number for an image, the
 *     rest of which is the fake beside it; empty for any other pair
 */
public record Batch(
        INDArray real,
        INDArray discriminatorNoise,
        INDArray generatorNoise,
        List<Integer> realLabels,
        List<Integer> generatorLabels,
        Optional<INDArray> interpolation) {
    /** Checks that there is a row of noise for each real image, and that there are all labels and interpolations or none. */
    public Batch {
        Check.argument(
                real.size(0) == discriminatorNoise.size(0),
                "trainStep: there must be as many real images as rows of discriminator noise, but got %d and %d.%n"
                        + "Draw the noise with Noise.TRAINING.draw(%d, 1).",
                real.size(0),
                discriminatorNoise.size(0),
                real.size(0));
        realLabels = List.copyOf(realLabels);
        generatorLabels = List.copyOf(generatorLabels);
        boolean none = realLabels.isEmpty() && generatorLabels.isEmpty();
        Check.argument(
                none || realLabels.size() == real.size(0) && generatorLabels.size() == generatorNoise.size(0),
                "trainStep: there must be labels for the %d real images and for the %d rows of generator noise, but got %d and %d.%n"
                        + "Write batch.withLabels(Arrays.copyOf(digits.labels(), %d), new int[%d]).",
                real.size(0),
                generatorNoise.size(0),
                realLabels.size(),
                generatorLabels.size(),
                real.size(0),
                generatorNoise.size(0));
        interpolation.ifPresent(alpha -> ArrayChecks.interpolation("trainStep", alpha, real.size(0)));
    }

    /** Without labels and interpolations; there must be a row of noise for each real image. */
    public Batch(INDArray real, INDArray discriminatorNoise, INDArray generatorNoise) {
        this(real, discriminatorNoise, generatorNoise, List.of(), List.of(), Optional.empty());
    }

    /**
     * Checks the arrays, and casts them to float32 where they are not.
     *
     * @throws IllegalArgumentException if a shape or a range is another
     */
    public static Batch of(INDArray real, INDArray discriminatorNoise, INDArray generatorNoise) {
        return new Batch(
                ArrayChecks.images("trainStep", "real images", real),
                ArrayChecks.noise("trainStep", discriminatorNoise, Noise.SIZE),
                ArrayChecks.noise("trainStep", generatorNoise, Noise.SIZE));
    }

    /**
     * The same with labels, for a conditional pair.
     *
     * @param newRealLabels of the real images [h], for example {@code Arrays.copyOf(digits.labels(), 32)} for the first ones
     * @param newGeneratorLabels what the generator is to draw for its own update, [b]
     * @throws IllegalArgumentException if they are not as many as the images and the noise
     */
    public Batch withLabels(int[] newRealLabels, int[] newGeneratorLabels) {
        return new Batch(
                real,
                discriminatorNoise,
                generatorNoise,
                IntStream.of(given("withLabels", "realLabels", newRealLabels))
                        .boxed()
                        .toList(),
                IntStream.of(given("withLabels", "generatorLabels", newGeneratorLabels))
                        .boxed()
                        .toList(),
                interpolation);
    }

    /**
     * The same with the points at which a gradient penalty is taken.
     *
     * @param alpha how much of each image is real, [h, 1] in 0..1, for example {@code Nd4j.rand(32, 1)}
     * @throws IllegalArgumentException if it has another shape or range
     */
    public Batch withInterpolation(INDArray alpha) {
        return new Batch(
                real,
                discriminatorNoise,
                generatorNoise,
                realLabels,
                generatorLabels,
                Optional.of(ArrayChecks.shares("withInterpolation", given("withInterpolation", "alpha", alpha))));
    }

    /**
     * What one of several updates of the discriminator is given: its part of all rows; the generator's rows stay.
     *
     * @param index of the update, counted from 0
     * @param updates how many there are, which h must be a multiple of
     */
    public Batch part(int index, int updates) {
        if (updates == 1) {
            return this;
        }
        long rows = real.size(0) / updates;
        var part = NDArrayIndex.interval(index * rows, (index + 1) * rows);
        return new Batch(
                real.get(part, NDArrayIndex.all()),
                discriminatorNoise.get(part, NDArrayIndex.all()),
                generatorNoise,
                realLabels.isEmpty()
                        ? realLabels
                        : realLabels.subList((int) (index * rows), (int) ((index + 1) * rows)),
                generatorLabels,
                interpolation.map(alpha -> alpha.get(part, NDArrayIndex.all())));
    }
}
