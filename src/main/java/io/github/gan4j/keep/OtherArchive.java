package io.github.gan4j.keep;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Zip archives that are taken for checkpoints, told by the names in them. */
enum OtherArchive {
    DL4J("a model as DL4J's ModelSerializer writes it", "configuration\\.json|coefficients\\.bin"),
    KERAS("a model as Keras writes it", "model\\.weights\\.h5"),
    PYTORCH("a model as PyTorch writes it", ".*/data\\.pkl"),
    NUMPY("NumPy arrays", ".*\\.npy"),
    JAVA("a Java archive", "META-INF/.*"),
    FILES("an archive of other files", ".*");

    static final String REPAIR = "Take a file that save(gan, file) has written.";

    private final String description;
    private final Pattern entry;

    OtherArchive(String description, String entry) {
        this.description = description;
        this.entry = Pattern.compile(entry);
    }

    /** What the archive with these names is. */
    static OtherArchive of(List<String> names) {
        return Arrays.stream(values())
                .filter(kind ->
                        names.stream().anyMatch(name -> kind.entry.matcher(name).matches()))
                .findFirst()
                .orElse(FILES);
    }

    String description() {
        return description;
    }

    String repair(Path file) {
        return this == DL4J
                ? String.format(
                        Locale.ROOT,
                        "If you trust it, its network can be taken for a generator (or a discriminator) of a new pair:%n"
                                + "new Generator(org.deeplearning4j.util.ModelSerializer.restoreMultiLayerNetwork(new java.io.File(\"%s\")))",
                        file)
                : REPAIR;
    }
}
