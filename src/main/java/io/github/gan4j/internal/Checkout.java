package io.github.gan4j.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder with gan4j's sources, which the library may run in or from. */
public final class Checkout {
    private static final String POM = "<artifactId>gan4j</artifactId>";

    private Checkout() {}

    /** The checkout that the code of this process was built in, wherever the process was started. */
    public static Optional<Path> ofTheCode() {
        return CodePlace.file().flatMap(Checkout::above);
    }

    /** The checkout that a path lies in. */
    static Optional<Path> above(Path path) {
        for (var place = path.toAbsolutePath(); place != null; place = place.getParent()) {
            if (isRoot(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Whether a folder is the root of a checkout. */
    public static boolean isRoot(Path folder) {
        try {
            var pom = folder.resolve("pom.xml");
            return Files.isRegularFile(pom) && Files.readString(pom).contains(POM);
        } catch (IOException e) {
            return false; // somebody else's, not readable as text
        }
    }
}
