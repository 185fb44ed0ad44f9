package io.github.gan4j.data;

import java.time.Duration;

/**
 * What bounds a download, so that no server can hang a program or fill a disk. All but {@code redirects} hold for each
 * mirror anew.
 *
 * @param connect until a connection stands
 * @param stall without a single new byte
 * @param total for the whole file
 * @param bytes of the file
 * @param redirects followed in a row
 */
public record DownloadLimits(Duration connect, Duration stall, Duration total, long bytes, int redirects) {
    /** For files of a few megabytes on a slow line. */
    public static final DownloadLimits STANDARD =
            new DownloadLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(3), 64L << 20, 5);

    /** For archives of up to 256 MB on such a line. */
    static final DownloadLimits LARGE =
            new DownloadLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(60), 256L << 20, 5);
}
