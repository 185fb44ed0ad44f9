package io.github.gan4j.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.Images;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** MNIST in {@code data/mnist}, or beside the checkout; a test that asks for it where it is in neither is skipped. */
public final class Mnist {
    private static final Optional<Path> FOLDER = find(Path.of("data", "mnist"), Path.of("..", "shared", "mnist"));

    private Mnist() {}

    /** The folder with all four files. */
    public static Path folder() {
        assumeTrue(FOLDER.isPresent(), "MNIST is neither in data/mnist nor in ../shared/mnist");
        return FOLDER.orElseThrow();
    }

    /** The training images. */
    public static Images train() {
        return DataFolder.load(folder(), Dataset.MNIST.train());
    }

    /** The test images. */
    public static Images test() {
        return DataFolder.load(folder(), Dataset.MNIST.test());
    }

    static Optional<Path> find(Path... folders) {
        return Stream.of(folders).filter(Mnist::isComplete).findFirst();
    }

    private static boolean isComplete(Path folder) {
        return Stream.of(Dataset.MNIST.train(), Dataset.MNIST.test())
                .flatMap(part -> Stream.of(part.images(), part.labels()))
                .allMatch(file ->
                        Stream.of(file.name(), file.packedName()).anyMatch(name -> Files.exists(folder.resolve(name))));
    }
}
