package io.github.gan4j.judge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.Images;
import io.github.gan4j.data.DataFolder;
import io.github.gan4j.data.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;

/** MNIST where it lies beside the checkout; a test that asks for it elsewhere is skipped. */
final class Mnist {
    private static final Path FOLDER = Path.of("..", "shared", "mnist");

    private Mnist() {}

    static Images train() {
        return load(Dataset.MNIST.train());
    }

    static Images test() {
        return load(Dataset.MNIST.test());
    }

    private static Images load(Dataset.Part part) {
        assumeTrue(Files.isDirectory(FOLDER), "MNIST is not beside the checkout in " + FOLDER);
        return DataFolder.load(FOLDER, part);
    }
}
