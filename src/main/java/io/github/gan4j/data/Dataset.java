package io.github.gan4j.data;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A published set of images: of 28x28 pixels in IDX files, or CIFAR-10.
 *
 * @param name what it is called, for example {@code MNIST}
 * @param folder the name of its folder under {@code data/} and in the cache
 * @param train the training images
 * @param test the test images
 * @param mirrors where its packed files can be downloaded, tried in this order; each address ends with a slash
 */
public record Dataset(String name, String folder, Part train, Part test, List<URI> mirrors) {
    /**
     * Images that belong together, and their labels.
     *
     * @param verb what a user calls to get them, for messages
     * @param name what the images call themselves, for example {@code MNIST train}
     * @param count how many images there are
     */
    public record Part(String verb, String name, int count, DataFile images, DataFile labels) {
        /** Whether one packed archive holds all, as CIFAR-10's does, and no IDX files. */
        boolean isArchive() {
            return images.equals(labels);
        }

        private boolean has(String digest) {
            return images.digest().equals(digest) || labels.digest().equals(digest);
        }
    }

    /**
     * An IDX file, plain or packed with gzip.
     *
     * @param name the name of the plain file; the packed one's ends in {@code .gz}
     * @param kind what the digest is taken from
     * @param digest by which the file is known
     */
    public record DataFile(String name, DigestKind kind, String digest) {
        /** A file known by its content: packings differ, the content must not. */
        DataFile(String name, String sha256) {
            this(name, DigestKind.CONTENT_SHA256, sha256);
        }

        String packedName() {
            return name + ".gz";
        }
    }

    /** What the publisher of a file says of it. */
    public enum DigestKind {
        /** The SHA-256 of the unpacked file. */
        CONTENT_SHA256,
        /** The MD5 of the packed file, which therefore has to be there as published. */
        PACKED_MD5
    }

    /** 60,000 and 10,000 handwritten digits by Y. LeCun, C. Cortes and C. Burges. */
    public static final Dataset MNIST = new Dataset(
            "MNIST",
            "mnist",
            new Part(
                    "loadMnist",
                    "MNIST train",
                    60_000,
                    new DataFile(
                            "train-images-idx3-ubyte",
                            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                    new DataFile(
                            "train-labels-idx1-ubyte",
                            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")),
            new Part(
                    "loadMnistTest",
                    "MNIST test",
                    10_000,
                    new DataFile(
                            "t10k-images-idx3-ubyte",
                            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                    new DataFile(
                            "t10k-labels-idx1-ubyte",
                            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
            List.of(
                    URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                    URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                    URI.create("https://dataset.bj.bcebos.com/mnist/"),
                    URI.create("https://raw.githubusercontent.com/fgnt/mnist/master/")));

    /** 60,000 and 10,000 pictures of clothes by H. Xiao, K. Rasul and R. Vollgraf (Zalando), under MNIST's file names. */
    public static final Dataset FASHION_MNIST = new Dataset(
            "Fashion-MNIST",
            "fashion-mnist",
            new Part(
                    "loadFashionMnist",
                    "Fashion-MNIST train",
                    60_000,
                    packed("train-images-idx3-ubyte", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                    packed("train-labels-idx1-ubyte", "25c81989df183df01b3e8a0aad5dffbe")),
            new Part(
                    "loadFashionMnistTest",
                    "Fashion-MNIST test",
                    10_000,
                    packed("t10k-images-idx3-ubyte", "bef4ecab320f06d8554ea6380940ec79"),
                    packed("t10k-labels-idx1-ubyte", "bb300cfdad3c16e7a12a480ee83cd310")),
            List.of(
                    URI.create("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
                    URI.create("https://storage.googleapis.com/tensorflow/tf-keras-datasets/")));

    /** 50,000 and 10,000 colour pictures of 32x32 pixels in ten classes by A. Krizhevsky, V. Nair and G. Hinton. */
    public static final Dataset CIFAR_10 = cifar10("c32a1d4ab5d03f1284b67883e8d87530");

    private static Dataset cifar10(String md5) {
        var archive = packed("cifar-10-binary.tar", md5);
        return new Dataset(
                "CIFAR-10",
                "cifar-10",
                new Part("loadCifar10", "CIFAR-10 train", 50_000, archive, archive),
                new Part("loadCifar10", "CIFAR-10 test", 10_000, archive, archive),
                List.of(URI.create("https://www.cs.toronto.edu/~kriz/")));
    }

    DownloadLimits limits() {
        return train.isArchive() ? DownloadLimits.LARGE : DownloadLimits.STANDARD;
    }

    /** The part of these sets that a file with this digest belongs to. */
    static Optional<Part> partWith(String digest) {
        return Stream.of(MNIST, FASHION_MNIST)
                .flatMap(set -> Stream.of(set.train, set.test))
                .filter(part -> part.has(digest))
                .findFirst();
    }

    private static DataFile packed(String name, String md5) {
        return new DataFile(name, DigestKind.PACKED_MD5, md5);
    }
}
