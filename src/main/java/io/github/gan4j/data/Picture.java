package io.github.gan4j.data;

import io.github.gan4j.ImageShape;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.KnownFormat;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A stranger's picture, opened with whatever ImageIO has for its format: its header is read, its pixels are not yet. Nothing is
 * taken that the header's size does not allow.
 */
final class Picture implements AutoCloseable {
    private static final long MOST_PIXELS = 100_000_000; // more than the largest cameras of today
    private static final int MOST_SCANS = 100; // a progressive JPEG has about ten; each goes over all pixels

    private static final Pattern END = Pattern.compile("premature|truncated|unexpected end", Pattern.CASE_INSENSITIVE);

    private final ImageReader reader;
    private final Orientation orientation;
    private final int storedWidth;
    private final int storedHeight;
    private final ColorModel colors;
    private boolean cut; // the JPEG reader only warns, and fills up with grey

    private Picture(ImageReader reader, byte[] file) throws IOException {
        this.reader = reader;
        storedWidth = reader.getWidth(0);
        storedHeight = reader.getHeight(0);
        Check.file(
                (long) storedWidth * storedHeight <= MOST_PIXELS,
                "has %,dx%,d pixels, more than %,d",
                storedHeight,
                storedWidth,
                MOST_PIXELS);
        colors = reader.getImageTypes(0).next().getColorModel();
        orientation = Orientation.of(file);
    }

    /**
     * Opens a picture.
     *
     * @param file the bytes of the whole file
     * @throws FileProblem if it is none that can be read; the message follows upon the name of the file
     */
    static Picture open(byte[] file) throws FileProblem {
        return attempt(() -> {
            requireFewScans(file);
            var stream = new ImageBytes(file);
            var reader = reader(stream, file);
            try {
                reader.setInput(stream, true, true); // metadata may be packed and endless
                return new Picture(reader, file);
            } catch (IOException | RuntimeException e) {
                reader.dispose();
                throw e;
            }
        });
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Readers throw whatever they stumble on, and no picture is worth more than a line about it. */
    private static <T> T attempt(Work<T> work) throws FileProblem {
        try {
            return work.run();
        } catch (FileProblem e) {
            throw e;
        } catch (OutOfMemoryError e) { // the sizes in the header are checked, those further behind are not
            throw new FileProblem("asks for more memory than there is");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new FileProblem(isEnd(e) ? "is cut short" : "cannot be decoded (%s)", e.getMessage());
        }
    }

    private static boolean isEnd(Throwable problem) {
        return problem != null && (problem instanceof EOFException || isEnd(problem.getCause()));
    }

    private static void requireFewScans(byte[] file) throws FileProblem {
        int scans = 0;
        for (int i = 0; isJpeg(file) && i < file.length - 1; i++) {
            scans += file[i] == (byte) 0xff && file[i + 1] == (byte) 0xda ? 1 : 0;
        }
        Check.file(scans <= MOST_SCANS, "is a JPEG picture of %,d scans, more than %d", scans, MOST_SCANS);
    }

    private static boolean isJpeg(byte[] file) {
        return file.length > 2 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8;
    }

    private static ImageReader reader(ImageInputStream stream, byte[] file) throws FileProblem {
        var readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            var format = KnownFormat.of(Arrays.copyOf(file, Math.min(KnownFormat.START, file.length)));
            throw new FileProblem(
                    "is %s", format.map(KnownFormat::description).orElse("no picture in a format that is known here"));
        }
        return readers.next();
    }

    /** Rows of the upright picture. */
    int height() {
        return orientation.swaps() ? storedWidth : storedHeight;
    }

    /** Columns of the upright picture. */
    int width() {
        return orientation.swaps() ? storedHeight : storedWidth;
    }

    /** 1 for greys, 3 for colours. */
    int channels() {
        return PixelRows.channels(colors);
    }

    /** Bytes that its pixels take once they are read. */
    long bytes() {
        return (long) storedWidth * storedHeight * Math.max(1, colors.getPixelSize() / Byte.SIZE);
    }

    /**
     * Writes the picture, upright, scaled so that it covers the shape, and cut in the middle.
     *
     * @param target gets the pixels from the offset on, 0..255, one channel after the other
     * @throws FileProblem if the pixels cannot be read, or not all
     */
    void copyTo(byte[] target, int offset, ImageShape shape) throws FileProblem {
        reader.addIIOReadWarningListener(
                (source, warning) -> cut |= END.matcher(warning).find());
        attempt(() -> {
            var picture = reader.read(0);
            Check.file(!cut, "is cut short");
            copy(picture, target, offset, shape);
            return picture;
        });
    }

    private void copy(BufferedImage picture, byte[] target, int offset, ImageShape shape) {
        int height = orientation.swaps() ? shape.width() : shape.height();
        int width = orientation.swaps() ? shape.height() : shape.width();
        double scale = Math.min((double) storedHeight / height, (double) storedWidth / width);
        var across = Resampling.middle(storedWidth, scale, width);
        var down = Resampling.middle(storedHeight, scale, height);
        var pixels = new PixelRows(picture);
        var row = new float[shape.channels() * storedWidth];
        var sums = new float[shape.channels() * width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            for (int k = 0; k < down.weights()[y].length; k++) {
                pixels.read(down.first()[y] + k, shape.channels(), row);
                add(row, down.weights()[y][k], across, sums);
            }
            for (int i = 0; i < sums.length; i++) {
                int plane = i / width * shape.pixels();
                target[offset + plane + orientation.place(y, i % width, height, width)] =
                        (byte) Math.min(255, (int) (sums[i] + 0.5f));
            }
        }
    }

    private void add(float[] row, float weight, Resampling across, float[] sums) {
        int width = across.first().length;
        for (int i = 0; i < sums.length; i++) {
            int x = i % width;
            int from = i / width * storedWidth + across.first()[x];
            float sum = 0;
            for (int k = 0; k < across.weights()[x].length; k++) {
                sum += row[from + k] * across.weights()[x][k];
            }
            sums[i] += weight * sum;
        }
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
