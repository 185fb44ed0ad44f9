package io.github.gan4j.data;

import io.github.gan4j.data.Dataset.DataFile;
import io.github.gan4j.data.Dataset.Part;
import io.github.gan4j.internal.Sha256;
import java.net.URI;
import java.util.List;

/** A data set of three training and two test images, under MNIST's file names, for tests. */
final class TinyMnist {
    static final Dataset DATASET = from(List.of());

    private TinyMnist() {}

    /** The same, to be had from those mirrors. */
    static Dataset from(List<URI> mirrors) {
        return new Dataset(
                "tiny",
                "tiny",
                new Part(
                        "loadMnist",
                        "tiny train",
                        3,
                        new DataFile("train-images-idx3-ubyte", Sha256.of(Idx.images(3))),
                        new DataFile("train-labels-idx1-ubyte", Sha256.of(Idx.labels(3)))),
                new Part(
                        "loadMnistTest",
                        "tiny test",
                        2,
                        new DataFile("t10k-images-idx3-ubyte", Sha256.of(Idx.images(2))),
                        new DataFile("t10k-labels-idx1-ubyte", Sha256.of(Idx.labels(2)))),
                mirrors);
    }
}
