package io.github.gan4j;

import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Handover;
import io.github.gan4j.internal.Memory;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.internal.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images of one shape, kept as bytes and scaled to -1..1 batch by batch: MNIST's 60,000 take 47 MB instead of 188.
 */
public final class Images {
    private static final int IDX_MAGIC = 2048; // unsigned bytes; the last digit is the number of dimensions

    private static final float[] SCALED = scaled();

    static {
        NativeTuning.ensure();
    }

    private final String name;
    private final ImageShape shape;
    private final byte[] pixels; // [size * features]
    private final int[] labels; // [size] or [0]
    private final List<String> labelNames; // [classes] or [0]
    private final boolean synthetic;
    private @Nullable String sha256; // computed when first asked for; two threads would compute the same
    private @Nullable PixelStatistics statistics; // likewise
    private int classes = -1; // likewise

    private Images(
            String name, ImageShape shape, byte[] pixels, int[] labels, List<String> labelNames, boolean synthetic) {
        checkPixels(shape, pixels);
        checkLabels(pixels.length / shape.features(), labels);
        this.name = name;
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
        this.labelNames = List.copyOf(labelNames);
        this.synthetic = synthetic;
    }

    /** Grey images of 28x28 pixels; see {@link #of(String, ImageShape, byte[], int[])}. */
    public static Images of(String name, byte[] pixels, int[] labels) {
        return of(name, ImageShape.MNIST, pixels, labels);
    }

    /**
     * Images from raw pixels. The arrays are copied: whoever changes them later changes no image.
     *
     * @param name what titles and captions call them, for example {@code MNIST train}
     * @param shape of each image
     * @param pixels [size * features], row by row, 0 black to 255 white; of each image one channel after the other
     * @param labels [size], or empty when there are none
     * @throws IllegalArgumentException if there is no image, the pixels are not whole images or the labels are not one each
     */
    public static Images of(String name, ImageShape shape, byte[] pixels, int[] labels) {
        return of(name, shape, new Handover(pixels.clone()), labels);
    }

    /** The same from pixels that nobody else holds, which are not copied. */
    public static Images of(String name, ImageShape shape, Handover pixels, int[] labels) {
        return of(name, shape, pixels, labels, List.of());
    }

    /** The same with the names of the classes: label i is called {@code labelNames.get(i)}. */
    public static Images of(String name, ImageShape shape, Handover pixels, int[] labels, List<String> labelNames) {
        return new Images(name, shape, pixels.array(), labels.clone(), labelNames, false);
    }

    /**
     * Grey images of 28x28 pixels that a program has drawn, from raw pixels. The arrays are copied.
     *
     * @param name what titles and captions call them; it must say {@code synthetic}
     * @param pixels [size * 784], row by row, 0 black to 255 white
     * @param labels [size], or empty when there are none
     * @throws IllegalArgumentException if the name hides what they are, there is no image, the pixels are not whole
     *     images or the labels are not one each
     */
    public static Images synthetic(String name, byte[] pixels, int[] labels) {
        return synthetic(name, new Handover(pixels.clone()), labels);
    }

    /** The same from pixels that nobody else holds, which are not copied. */
    public static Images synthetic(String name, Handover pixels, int[] labels) {
        Check.argument(
                name.contains("synthetic"),
                "Images: the name of synthetic images must say so, but got %s.%nCall them synthetic %s.",
                name,
                name);
        return new Images(name, ImageShape.MNIST, pixels.array(), labels.clone(), List.of(), true);
    }

    private static void checkPixels(ImageShape shape, byte[] pixels) {
        Check.argument(
                pixels.length > 0 && pixels.length % shape.features() == 0,
                "Images: pixels must be whole images of %,d bytes, at least one, but got %,d bytes.",
                shape.features(),
                pixels.length);
    }

    private static void checkLabels(int size, int[] labels) {
        Check.argument(
                labels.length == 0 || labels.length == size,
                "Images: there must be one label for each of the %,d images, or none, but got %,d.",
                size,
                labels.length);
    }

    /** The number of images. */
    public int size() {
        return pixels.length / shape.features();
    }

    /** The shape of each image. */
    public ImageShape shape() {
        return shape;
    }

    /** What they are, for example {@code MNIST train}; synthetic digits always say so here. */
    public String name() {
        return name;
    }

    /** Whether a program has drawn them: what is measured against such images says nothing about real ones. */
    public boolean isSynthetic() {
        return synthetic;
    }

    /**
     * The SHA-256 digest of these images as an unpacked IDX file (a header, then the pixels), as 64 small
     * hexadecimal digits: the same for the same pixels, wherever they come from.
     */
    public String sha256() {
        if (sha256 == null) {
            sha256 = Sha256.of(idxHeader(), pixels);
        }
        return sha256;
    }

    /** Of the dimensions count, channels where there are several, height and width. */
    private byte[] idxHeader() {
        boolean isGrey = shape.channels() == 1;
        var header = ByteBuffer.allocate(isGrey ? 16 : 20);
        header.putInt(IDX_MAGIC + (isGrey ? 3 : 4)).putInt(size());
        if (!isGrey) {
            header.putInt(shape.channels());
        }
        return header.putInt(shape.height()).putInt(shape.width()).array();
    }

    /** Which pixels the images have; counted when first asked for. */
    public PixelStatistics statistics() {
        if (statistics == null) {
            statistics = counted();
        }
        return statistics;
    }

    private PixelStatistics counted() {
        int min = 255;
        int max = 0;
        long sum = 0;
        for (byte pixel : pixels) {
            int grey = pixel & 0xff;
            min = Math.min(min, grey);
            max = Math.max(max, grey);
            sum += grey;
        }
        return new PixelStatistics(SCALED[min], sum / (127.5 * pixels.length) - 1, SCALED[max]);
    }

    /** The pixels as they are kept, [size * features], row by row, 0 black to 255 white: a view that nobody can write to. */
    public ByteBuffer pixels() {
        return ByteBuffer.wrap(pixels).asReadOnlyBuffer();
    }

    /** The label of each image, [size], or [0] when there are none. */
    public int[] labels() {
        return labels.clone();
    }

    /** The label of one image, where there are labels. */
    public int label(int image) {
        return labels[image];
    }

    /** How many classes the labels are of: the greatest and one more, 10 for digits; 0 when there are none. */
    public int classes() {
        if (classes < 0) {
            classes = IntStream.of(labels).max().orElse(-1) + 1;
        }
        return classes;
    }

    /** Whether they come one class after the other, as from folders: neighbours then are of one class. */
    public boolean isSortedByClass() {
        return classes() > 1 && IntStream.range(1, labels.length).allMatch(i -> labels[i - 1] <= labels[i]);
    }

    /** What the classes are called, label i {@code labelNames().get(i)}; empty when they have numbers alone. */
    public List<String> labelNames() {
        return labelNames;
    }

    /**
     * Neighbouring images as numbers.
     *
     * @param from the first image, counted from 0
     * @param count how many
     * @return a new array [count, features] in -1..1 (tutorial step 7)
     * @throws IllegalArgumentException if these are not all there
     */
    public INDArray batch(int from, int count) {
        Check.argument(
                from >= 0 && count >= 1 && count <= size() - from,
                "batch: from must be at least 0, count at least 1 and from + count at most %d, but got from %d and count %d.%n"
                        + "All images are digits.batch(0, digits.size()).",
                size(),
                from,
                count);
        int features = shape.features();
        long bytes = (long) count * features * Float.BYTES;
        Memory.require(
                "batch",
                String.format(Locale.ROOT, "%,d images in -1..1", count),
                bytes,
                bytes,
                "Take fewer at a time, for example digits.batch(0, 10_000)");
        var values = new float[count * features];
        Backend.ensure();
        for (int i = 0; i < count; i++) {
            copyTo(from + i, values, i * features);
        }
        return Nd4j.createFromArray(values).reshape(count, features);
    }

    /** Writes one image in -1..1 into the target, from the offset on. */
    public void copyTo(int image, float[] target, int offset) {
        int features = shape.features();
        int start = image * features;
        for (int i = 0; i < features; i++) {
            target[offset + i] = SCALED[pixels[start + i] & 0xff];
        }
    }

    /** The same images with rows and columns exchanged: EMNIST's files hold each picture that way. */
    public Images transposed() {
        var turned = new byte[pixels.length];
        for (int i = 0; i < turned.length; i++) {
            int pixel = i % shape.pixels(); // of a plane with as many rows as the others have columns
            int row = pixel / shape.height();
            int column = pixel % shape.height();
            turned[i] = pixels[i - pixel + column * shape.width() + row];
        }
        var turnedShape = new ImageShape(shape.width(), shape.height(), shape.channels());
        return new Images(name + " transposed", turnedShape, turned, labels, labelNames, synthetic);
    }

    @Override
    public String toString() {
        return OneLine.of("%,d images of %s, values -1..1, from %s", size(), shape, name);
    }

    /** (x - 127.5) / 127.5 in float32 for each of the 256 greys. */
    private static float[] scaled() {
        var table = new float[256];
        for (int grey = 0; grey < 256; grey++) {
            table[grey] = (grey - 127.5f) / 127.5f;
        }
        return table;
    }
}
