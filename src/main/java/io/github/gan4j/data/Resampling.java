package io.github.gan4j.data;

/**
 * How the pixels along one side of a picture make fewer or more of them: fewer are means over the area that each covers, more
 * are interpolated linearly.
 *
 * @param first of each new pixel, the first pixel that it is made of
 * @param weights of each new pixel, those of that pixel and the next ones, summing to 1
 */
record Resampling(int[] first, float[][] weights) {
    /**
     * Takes the middle of a side.
     *
     * @param pixels there are
     * @param scale how many of them make one new pixel
     * @param count how many new pixels there will be
     */
    static Resampling middle(int pixels, double scale, int count) {
        var resampling = new Resampling(new int[count], new float[count][]);
        double margin = (pixels - scale * count) / 2;
        double from = scale == 1 ? Math.floor(margin) : margin; // half a pixel aside would blur what is only cut
        for (int i = 0; i < count; i++) {
            if (scale >= 1) {
                resampling.average(i, from + i * scale, Math.min(pixels, from + (i + 1) * scale), pixels);
            } else {
                resampling.interpolate(i, from + (i + 0.5) * scale - 0.5, pixels);
            }
        }
        return resampling;
    }

    private void average(int i, double from, double to, int pixels) {
        int start = (int) Math.max(0, Math.min(pixels - 1, Math.floor(from)));
        int end = (int) Math.max(start + 1, Math.min(pixels, Math.ceil(to)));
        first[i] = start;
        weights[i] = new float[end - start];
        for (int k = start; k < end; k++) {
            double covered = Math.min(k + 1, to) - Math.max(k, from);
            weights[i][k - start] = (float) Math.max(0, covered / (to - from));
        }
    }

    private void interpolate(int i, double at, int pixels) {
        double inside = Math.max(0, Math.min(pixels - 1, at));
        first[i] = Math.max(0, Math.min(pixels - 2, (int) inside));
        float share = (float) (inside - first[i]);
        weights[i] = pixels == 1 ? new float[] {1} : new float[] {1 - share, share};
    }
}
