package io.github.gan4j;

import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one step is given. Nothing in it is changed. The fakes that the discriminator learns from take the labels of the real images
 * beside them.
 *
 * @param real real images [h, features] in -1..1
 * @param discriminatorNoise noise [h, 100] for the fakes that the discriminator sees
 * @param generatorNoise noise [b, 100] for the generator's own update
 * @param realLabels the real images' labels [h], for a conditional pair; empty for any other
 * @param generatorLabels what the generator is to draw for its own update, [b]; empty likewise
 */
public record Batch(
        INDArray real,
        INDArray discriminatorNoise,
        INDArray generatorNoise,
        List<Integer> realLabels,
        List<Integer> generatorLabels) {
    /** Checks that there is a row of noise for each real image, and that there are all labels or none. */
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
    }

    /** Without labels; there must be a row of noise for each real image. */
    public Batch(INDArray real, INDArray discriminatorNoise, INDArray generatorNoise) {
        this(real, discriminatorNoise, generatorNoise, List.of(), List.of());
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
                        .toList());
    }
}
