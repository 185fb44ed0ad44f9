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
 */
record Form(Size in, Size out, @Nullable Kernel kernel, boolean growing, boolean pixels) {
    /** Channels, rows and columns. */
    record Size(int channels, int height, int width) {
        int values() {
            return channels * height * width;
        }
    }

    static Form dense(long inputs, long units) {
        return new Form(new Size((int) inputs, 1, 1), new Size((int) units, 1, 1), null, false, false);
    }

    static Form convolution(Size in, long channels, Kernel kernel, boolean pixels) {
        var out = new Size((int) channels, kernel.small(in.height()), kernel.small(in.width()));
        return new Form(in, out, kernel, false, pixels);
    }

    static Form transposed(Size in, long channels, Kernel kernel) {
        var out = new Size((int) channels, in.height() * kernel.stride(), in.width() * kernel.stride());
        return new Form(in, out, kernel, true, false);
    }

    boolean isConvolution() {
        return kernel != null;
    }

    /** The same transposed convolution, which ends in rows of pixels. */
    Form toPixels() {
        return new Form(in, out, kernel, growing, true);
    }
}
