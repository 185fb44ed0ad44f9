package io.github.gan4j.train.fused;

import org.jspecify.annotations.Nullable;

/**
 * What the weights of a layer connect.
 *
 * @param in the size of what goes in; dense values are channels of one pixel
 * @param out the size of what comes out
 * @param kernel the window of a convolution, or nothing for dense weights
 * @param growing whether the convolution is a transposed one
 * @param pixels whether its larger side is a row of pixels for each image, as a network's images come and go
 * @param planes how many of the last channels that go in have one number for all pixels of an image, a single column of its row
 */
record Form(Size in, Size out, @Nullable Kernel kernel, boolean growing, boolean pixels, int planes) {
    /** Channels, rows and columns. */
    record Size(int channels, int height, int width) {
        int values() {
            return channels * height * width;
        }
    }

    static Form dense(long inputs, long units) {
        return new Form(new Size((int) inputs, 1, 1), new Size((int) units, 1, 1), null, false, false, 0);
    }

    static Form convolution(Size in, long channels, Kernel kernel, boolean pixels) {
        var out = new Size((int) channels, kernel.small(in.height()), kernel.small(in.width()));
        return new Form(in, out, kernel, false, pixels, 0);
    }

    static Form transposed(Size in, long channels, Kernel kernel) {
        var out = new Size((int) channels, in.height() * kernel.stride(), in.width() * kernel.stride());
        return new Form(in, out, kernel, true, false, 0);
    }

    boolean isConvolution() {
        return kernel != null;
    }

    /** The same transposed convolution, which ends in rows of pixels. */
    Form toPixels() {
        return new Form(in, out, kernel, growing, true, planes);
    }

    /** The same with so many planes among what goes in. */
    Form withPlanes(int newPlanes) {
        return new Form(in, out, kernel, growing, pixels, newPlanes);
    }

    /** Whether it is a convolution of rows of pixels. */
    boolean isOfPixels() {
        return pixels && !growing;
    }

    /** How many columns go in for each image. */
    int columns() {
        return in.values() - planes * in.height() * in.width() + planes;
    }

    /** The channels of its larger side, but for planes. */
    int largeChannels() {
        return growing ? out.channels() : in.channels() - planes;
    }
}
