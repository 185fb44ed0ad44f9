package io.github.gan4j.show;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG. */
public final class Png {
    private Png() {}

    /** The bytes of a PNG file. */
    public static byte[] encode(RenderedImage picture) {
        var bytes = new ByteArrayOutputStream();
        // a stream of one's own, for ImageIO's default puts a cache file on the disk
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same as text, as notebooks and terminals want it. */
    public static String base64(RenderedImage picture) {
        return Base64.getEncoder().encodeToString(encode(picture));
    }
}
