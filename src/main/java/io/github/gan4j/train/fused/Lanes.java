package io.github.gan4j.train.fused;

/**
 * The channels of an image, repeated side by side: a row of memory holds several pixels, because the JIT's vectors want long
 * rows. Where values are no image a row has each unit once.
 *
 * @param channels of each pixel
 * @param pixels in a row
 */
record Lanes(int channels, int pixels) {
    private static final int LONGEST = 1024; // floats: a few such rows stay in the first-level cache

    /** As many of so many pixels in a row as divide them and keep it short. */
    static Lanes of(int channels, int pixels) {
        int most = Math.max(1, Math.min(pixels, LONGEST / channels));
        while (pixels % most != 0) {
            most--;
        }
        return new Lanes(channels, most);
    }

    int length() {
        return channels * pixels;
    }

    /** Fills a row with what each channel has. */
    void spread(float[] ofChannels, float[] row) {
        for (int from = 0; from < row.length; from += channels) {
            System.arraycopy(ofChannels, 0, row, from, channels);
        }
    }

    /** Adds up what belongs to each channel. */
    void fold(float[] row, float[] ofChannels) {
        for (int from = 0; from < row.length; from += channels) {
            for (int i = 0; i < channels; i++) {
                ofChannels[i] += row[from + i];
            }
        }
    }
}
