package io.github.gan4j;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.internal.Sha256;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Grey images of 28x28 pixels, kept as the bytes of their file and scaled to -1..1 batch by batch: 47 MB for 60,000
 * instead of 188.
 */
public final class Images {
    /** Rows, and columns, of an image. */
    public static final int SIDE = 28;

    /** Pixels of an image: 784. */
    public static final int PIXELS = SIDE * SIDE;

    private static final int IDX_MAGIC = 2051; // unsigned bytes in three dimensions

    private static final float[] SCALED = scaled();

    static {
        NativeTuning.ensure();
    }

    private final String name;
    private final byte[] pixels; // [size * 784]
    private final int[] labels; // [size] or [0]
    private final boolean synthetic;
    private @Nullable String sha256; // computed when first asked for; two threads would compute the same

    private Images(String name, byte[] pixels, int[] labels, boolean synthetic) {
        this.name = name;
        this.pixels = pixels;
        this.labels = labels;
        this.synthetic = synthetic;
    }

    /**
     * Images from raw pixels. The arrays are kept, not copied.
     *
     * @param name what titles and captions call them, for example {@code MNIST train}
     * @param pixels [size * 784], row by row, 0 black to 255 white
     * @param labels [size], or empty when there are none
     * @throws IllegalArgumentException if there is no image, the pixels are not whole images or the labels are not one each
     */
    public static Images of(String name, byte[] pixels, int[] labels) {
        check(pixels, labels);
        return new Images(name, pixels, labels, false);
    }

    /**
     * Images that a program has drawn, from raw pixels. The arrays are kept, not copied.
     *
     * @param name what titles and captions call them; it must say {@code synthetic}
     * @param pixels [size * 784], row by row, 0 black to 255 white
     * @param labels [size], or empty when there are none
     * @throws IllegalArgumentException if the name hides what they are, there is no image, the pixels are not whole
     *     images or the labels are not one each
     */
    public static Images synthetic(String name, byte[] pixels, int[] labels) {
        Check.argument(
                name.contains("synthetic"),
                "Images: the name of synthetic images must say so, but got %s.%nCall them synthetic %s.",
                name,
                name);
        check(pixels, labels);
        return new Images(name, pixels, labels, true);
    }

    private static void check(byte[] pixels, int[] labels) {
        Check.argument(
                pixels.length > 0 && pixels.length % PIXELS == 0,
                "Images: pixels must be whole images of 784 bytes, at least one, but got %,d bytes.",
                pixels.length);
        Check.argument(
                labels.length == 0 || labels.length == pixels.length / PIXELS,
                "Images: there must be one label for each of the %,d images, or none, but got %,d.",
                pixels.length / PIXELS,
                labels.length);
    }

    /** The number of images. */
    public int size() {
        return pixels.length / PIXELS;
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
     * The SHA-256 digest of these images as an unpacked IDX file (16 bytes of header, then the pixels), as 64 small
     * hexadecimal digits: the same for the same pixels, wherever they come from.
     */
    public String sha256() {
        if (sha256 == null) {
            var header = ByteBuffer.allocate(16)
                    .putInt(IDX_MAGIC)
                    .putInt(size())
                    .putInt(SIDE)
                    .putInt(SIDE);
            sha256 = Sha256.of(header.array(), pixels);
        }
        return sha256;
    }

    /** The label of each image, [size], or [0] when there are none. */
    public int[] labels() {
        return labels.clone();
    }

    /**
     * Neighbouring images as numbers.
     *
     * @param from the first image, counted from 0
     * @param count how many
     * @return a new array [count, 784] in -1..1 (tutorial step 7)
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
        var values = new float[count * PIXELS];
        for (int i = 0; i < count; i++) {
            copyTo(from + i, values, i * PIXELS);
        }
        return Nd4j.createFromArray(values).reshape(count, PIXELS); // [count, 784]
    }

    /** Writes one image in -1..1 into {@code target[offset .. offset + 783]}. */
    public void copyTo(int image, float[] target, int offset) {
        int start = image * PIXELS;
        for (int i = 0; i < PIXELS; i++) {
            target[offset + i] = SCALED[pixels[start + i] & 0xff];
        }
    }

    @Override
    public String toString() {
        return OneLine.of("%,d images of 28x28, values -1..1, from %s", size(), name);
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
