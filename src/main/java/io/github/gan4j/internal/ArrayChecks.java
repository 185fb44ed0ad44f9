package io.github.gan4j.internal;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What noise and images must look like, wherever a verb takes them. */
public final class ArrayChecks {
    /** What to do after a run that broke down. */
    public static final String SMALLER_RATE = "Start anew with a smaller learning rate: buildGan(buildGenerator(),"
            + " buildDiscriminator(), GanOptions.defaults().withLearningRate(1e-4)).";

    private static final double ROUNDING = 1e-5;

    private ArrayChecks() {}

    /**
     * Noise as the networks take it.
     *
     * @param verb what the user called
     * @param size components of a noise vector
     * @return the noise [n, size] as float32, the same array where it is so already
     * @throws IllegalArgumentException if the shape is another or a value is not finite
     */
    public static INDArray noise(String verb, INDArray noise, int size) {
        Check.argument(
                isMatrix(noise) && noise.size(1) == size,
                "%s: noise must have shape [n, %d], but got %s.%nTake it from Noise.TRAINING.draw(64, 1).",
                verb,
                size,
                Arrays.toString(noise.shape()));
        var floats = noise.castTo(DataType.FLOAT);
        Check.argument(
                isFinite(floats),
                "%s: noise must be finite, but got NaN or infinity in it.%nTake it from Noise.TRAINING.draw(64, 1).",
                verb);
        return floats;
    }

    /**
     * Images as the networks take them.
     *
     * @param verb what the user called
     * @param what what the images are called in its message, for example {@code real images}
     * @param features of an image, for example 784
     * @return the images [n, features] as float32, the same array where it is so already
     * @throws IllegalArgumentException if the shape is another or a value is outside -1..1
     */
    public static INDArray images(String verb, String what, INDArray images, int features) {
        requireFeatures(verb, what, images, features);
        return images(verb, what, images);
    }

    /** The same with any number of features. */
    public static INDArray images(String verb, String what, INDArray images) {
        Check.argument(
                isMatrix(images),
                "%s: %s must have shape [n, features], but got %s.%nTake them from digits.batch(0, 32).",
                verb,
                what,
                Arrays.toString(images.shape()));
        var floats = images.castTo(DataType.FLOAT);
        Check.argument(
                isFinite(floats),
                "%s: %s must be numbers, but got NaN or infinity in them.%nA run that breaks down gives that. %s",
                verb,
                what,
                SMALLER_RATE);
        double min = floats.minNumber().doubleValue();
        double max = floats.maxNumber().doubleValue();
        Check.argument(
                min >= -1 - ROUNDING && max <= 1 + ROUNDING,
                "%s: %s must be in -1..1, but got values from %s to %s.%n"
                        + "Scale greys of 0..255 with images.div(127.5).sub(1).",
                verb,
                what,
                min,
                max);
        return floats;
    }

    /**
     * Checks the shape of images alone.
     *
     * @throws IllegalArgumentException if it is not [n, features]
     */
    public static void requireFeatures(String verb, String what, INDArray images, int features) {
        Check.argument(
                isMatrix(images) && images.size(1) == features,
                "%s: %s must have shape [n, %d], but got %s.%nTake them from digits.batch(0, 32)%s.",
                verb,
                what,
                features,
                Arrays.toString(images.shape()),
                flattening(images, features));
    }

    /** How images that are not flat become so; empty where that would put pixels of one image into another. */
    private static String flattening(INDArray images, int features) {
        boolean isWhole = images.rank() > 2 && images.size(0) >= 1 && images.length() == images.size(0) * features;
        return isWhole
                ? ", or flatten with images" + channelsFirst(images) + ".reshape(" + images.size(0) + ", " + features
                        + ")"
                : "";
    }

    private static String channelsFirst(INDArray images) {
        boolean isLast = images.rank() == 4 && images.size(3) == 3 && images.size(1) != 3;
        return isLast ? ".permute(0, 3, 1, 2).dup('c')" : "";
    }

    /** The least and the greatest value do not tell: ND4J leaves NaN out of them. */
    private static boolean isFinite(INDArray array) {
        return Double.isFinite(array.sumNumber().doubleValue());
    }

    private static boolean isMatrix(INDArray array) {
        return array.rank() == 2 && array.size(0) >= 1;
    }
}
