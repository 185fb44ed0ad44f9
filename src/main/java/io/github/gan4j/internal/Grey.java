package io.github.gan4j.internal;

/** The greys of a file or a screen for the values of an image array. */
public final class Grey {
    private Grey() {}

    /** From -1, black, to 1, white, the nearest of 0 to 255; what lies outside becomes the nearer of the two. */
    public static int of(float value) {
        return Math.min(255, Math.max(0, Math.round((value + 1) * 127.5f)));
    }
}
