package io.github.gan4j.spark;

import io.github.gan4j.Images;
import io.github.gan4j.internal.Sha256;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * By what another JVM knows that it has the same images.
 *
 * @param name of the images
 * @param pixels the SHA-256 digest of shape and pixels
 * @param labels the SHA-256 digest of labels and their names
 */
record ImagesDigest(String name, String pixels, String labels) implements Serializable {
    private static final long serialVersionUID = 1;

    static ImagesDigest of(Images images) {
        var labels = Arrays.toString(images.labels()) + images.labelNames();
        return new ImagesDigest(images.name(), images.sha256(), Sha256.of(labels.getBytes(StandardCharsets.UTF_8)));
    }
}
