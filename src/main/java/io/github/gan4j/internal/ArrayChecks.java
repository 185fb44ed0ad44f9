package io.github.gan4j.internal;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What noise and images must look like, wherever a verb takes them. */
public final class ArrayChecks {
    private static final int LATENT_SIZE = 100;
    private static final int PIXELS = 784;
    private static final double ROUNDING = 1e-5;

    private ArrayChecks() {}

    /**
     * Noise as the networks take it.
     *
     * @param verb what the user called
     * @return the noise [n, 100] as float32, the same array where it is so already
     * @throws IllegalArgumentException if the shape is another or a value is not finite
     */
    public static INDArray noise(String verb, INDArray noise) {
        Check.argument(
                isMatrix(noise, LATENT_SIZE),
                "%s: noise must have shape [n, 100], but got %s.%nTake it from Noise.TRAINING.draw(64, 1).",
                verb,
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
     * @return the images [n, 784] as float32, the same array where it is so already
     * @throws IllegalArgumentException if the shape is another or a value is outside -1..1
     */
    public static INDArray images(String verb, String what, INDArray images) {
        Check.argument(
                isMatrix(images, PIXELS),
                "%s: %s must have shape [n, 784], but got %s.%nTake them from digits.batch(0, 32)%s.",
                verb,
                what,
                Arrays.toString(images.shape()),
                flattening(images));
        var floats = images.castTo(DataType.FLOAT);
        Check.argument(
                isFinite(floats),
                "%s: %s must be numbers, but got NaN or infinity in them.%n"
                        + "A run that breaks down gives that: train anew with another seed.",
                verb,
                what);
        double least = floats.minNumber().doubleValue();
        double most = floats.maxNumber().doubleValue();
        Check.argument(
                least >= -1 - ROUNDING && most <= 1 + ROUNDING,
                "%s: %s must be in -1..1, but got values from %s to %s.%n"
                        + "Scale greys of 0..255 with images.div(127.5).sub(1).",
                verb,
                what,
                least,
                most);
        return floats;
    }

    /** How images that are not flat become so; an array of two sides is no set of images. */
    private static String flattening(INDArray images) {
        boolean isWhole = images.rank() != 2 && images.length() > 0 && images.length() % PIXELS == 0;
        return isWhole ? ", or flatten with images.reshape(" + images.length() / PIXELS + ", 784)" : "";
    }

    /** The least and the greatest value do not tell: ND4J leaves NaN out of them. */
    private static boolean isFinite(INDArray array) {
        return Double.isFinite(array.sumNumber().doubleValue());
    }

    private static boolean isMatrix(INDArray array, int columns) {
        return array.rank() == 2 && array.size(0) >= 1 && array.size(1) == columns;
    }
}
