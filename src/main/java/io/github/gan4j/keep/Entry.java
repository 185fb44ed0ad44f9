package io.github.gan4j.keep;

import java.util.Arrays;
import java.util.List;

/** The parts of a checkpoint's archive, in their order. */
enum Entry {
    HEADER("header.txt"),
    GENERATOR_PARAMETERS("generator.parameters"),
    GENERATOR_OPTIMIZER("generator.optimizer"),
    DISCRIMINATOR_PARAMETERS("discriminator.parameters"),
    DISCRIMINATOR_OPTIMIZER("discriminator.optimizer"),
    LOSSES("losses");

    private final String fileName;

    Entry(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    static List<String> fileNames() {
        return Arrays.stream(values()).map(Entry::fileName).toList();
    }
}
