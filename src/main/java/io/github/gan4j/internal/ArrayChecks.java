package io.github.gan4j.internal;

import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What noise and images must look like, wherever a verb takes them. */
public final class ArrayChecks {
    /** What to do after a run that broke down. */
    public static final String SMALLER_RATE = "Start anew with a smaller learning rate: buildGan(buildGenerator(),"
            + " buildDiscriminator(), GanOptions.defaults().withLearningRate(1e-4)).";

    private static final int COLOURS = 3;
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
        return noise(verb, noise, size, 0);
    }

    /** The same with one-hot labels of so many classes behind it, [n, size + classes]. */
    public static INDArray noise(String verb, INDArray noise, int size, int classes) {
        var labels = "Put labels behind it: Nd4j.hstack(Noise.TRAINING.draw(2, 1), Nd4j.eye(" + classes
                + ").getRows(1, 0)).";
        Check.argument(
                isMatrix(noise) && noise.size(1) == size + classes,
                "%s: noise must have shape [n, %d], but got %s.%n%s",
                verb,
                size + classes,
                Arrays.toString(noise.shape()),
                classes == 0 ? "Take it from Noise.TRAINING.draw(64, 1)." : labels);
        var floats = noise.castTo(DataType.FLOAT);
        Check.argument(
                isFinite(floats),
                "%s: noise must be finite, but got NaN or infinity in it.%nTake it from Noise.TRAINING.draw(64, 1).",
                verb);
        return floats;
    }

    /**
     * Checks the shape of what says how much of each image is real where a gradient penalty is taken.
     *
     * @param rows how many there must be
     * @throws IllegalArgumentException if it is not [rows, 1]
     */
    public static void interpolation(String verb, INDArray alpha, long rows) {
        Check.argument(
                isMatrix(alpha) && alpha.size(0) == rows && alpha.size(1) == 1,
                "%s: the interpolation must have shape [%d, 1], one number for each real image, but got %s.%n"
                        + "Draw it evenly: Nd4j.rand(%d, 1).",
                verb,
                rows,
                Arrays.toString(alpha.shape()),
                rows);
    }

    /**
     * Shares of a whole.
     *
     * @return the shares as float32, the same array where they are so already
     * @throws IllegalArgumentException if one is not in 0..1
     */
    public static INDArray shares(String verb, INDArray alpha) {
        double min = alpha.minNumber().doubleValue();
        double max = alpha.maxNumber().doubleValue();
        Check.argument(
                isFinite(alpha) && min >= 0 && max <= 1,
                "%s: the interpolation must be in 0..1, but got values from %s to %s.%nDraw it evenly: Nd4j.rand(32, 1).",
                verb,
                min,
                max);
        return alpha.castTo(DataType.FLOAT);
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
                "%s: %s must have shape [n, %d], but got %s.%nTake them from digits.batch(0, 32)%s",
                verb,
                what,
                features,
                Arrays.toString(images.shape()),
                flattening(images, features));
    }

    /** How images of another shape become flat, where that is certain: what would scramble them is not advised. */
    private static String flattening(INDArray images, int features) {
        int colours = colourAxis(images.shape());
        long count = images.length() / features;
        if (count >= 1 && colours >= 0 && images.length() == count * features && isEachWhole(images, features)) {
            return String.format(
                    Locale.ROOT,
                    ", or flatten with images%s.reshape(%d, %d).",
                    colours == 1 ? "" : ".permute(0, 3, 1, 2).dup('c')",
                    count,
                    features);
        }
        if (colours >= 0 && count >= COLOURS && images.length() == count * features) {
            return String.format(
                    Locale.ROOT,
                    ".%nThese are in colour: make them grey with images.mean(%d).reshape(%d, %d).",
                    colours,
                    count / COLOURS,
                    features);
        }
        return isWhole(images, features)
                ? String.format(Locale.ROOT, ", or flatten with images.reshape(%d, %d).", count, features)
                : ".";
    }

    /** Whether the three colours belong to what one image has. */
    private static boolean isEachWhole(INDArray images, int features) {
        return images.rank() == 4 && images.length() == images.size(0) * features;
    }

    /** Whether pixels lie in the order of rows, and sides of 1 apart there is nothing between the images. */
    private static boolean isWhole(INDArray images, int features) {
        var sides = Arrays.stream(images.shape()).filter(side -> side != 1).toArray();
        int last = sides.length - 1;
        boolean flat = last >= 0 && last <= 1 && sides[last] == features;
        boolean square =
                last >= 1 && last <= 2 && sides[last] == sides[last - 1] && sides[last] * sides[last - 1] == features;
        return images.length() > 0 && (flat || square);
    }

    /** The place of the colours in [n, 3, side, side], [n, side, side, 3] or [side, side, 3]; -1 where there is none. */
    private static int colourAxis(long[] shape) {
        int last = shape.length - 1;
        boolean behind = last >= 2 && last <= 3 && isColoured(shape[last], shape[last - 1], shape[last - 2]);
        boolean before = last == 3 && isColoured(shape[1], shape[2], shape[3]);
        return behind ? last : before ? 1 : -1;
    }

    private static boolean isColoured(long colours, long height, long width) {
        return colours == COLOURS && height == width && height > 1;
    }

    /** The least and the greatest value do not tell: ND4J leaves NaN out of them. */
    private static boolean isFinite(INDArray array) {
        return Double.isFinite(array.sumNumber().doubleValue());
    }

    private static boolean isMatrix(INDArray array) {
        return array.rank() == 2 && array.size(0) >= 1;
    }
}
