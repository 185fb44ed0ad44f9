package io.github.gan4j.internal;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the library's own classes came from. */
public final class CodePlace {
    private CodePlace() {}

    /** The jar or the folder of classes, absolute; nothing where it is no file, as for a jar within Spring Boot's jar. */
    public static Optional<Path> file() {
        return file(CodePlace.class.getProtectionDomain().getCodeSource());
    }

    static Optional<Path> file(@Nullable CodeSource source) {
        return Optional.ofNullable(source)
                .map(CodeSource::getLocation)
                .filter(place -> place.getProtocol().equals("file"))
                .flatMap(CodePlace::file);
    }

    private static Optional<Path> file(URL place) {
        try {
            return Optional.of(Path.of(URI.create(place.toString())).toAbsolutePath());
        } catch (
                IllegalArgumentException e) { // a loader that does not encode what it gives, or a place that is no path
            return Optional.empty();
        }
    }
}
