package io.github.gan4j.show;

import io.github.gan4j.internal.CodePlace;
import io.github.gan4j.internal.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where files go that nobody named: the folder of the setting {@code gan4j.out}; else {@code target/gan4j} of the checkout
 * that the toolkit was built in; else {@code gan4j-USER} in the folder for temporary files. Never the folder that the user
 * stands in.
 */
public final class OutputFolder {
    private static final ConcurrentHashMap<String, AtomicInteger> COUNTS = new ConcurrentHashMap<>();

    private OutputFolder() {}

    /** The folder, which may not be there yet. */
    public static Path path() {
        return Settings.get("out").map(Path::of).orElseGet(() -> unnamed(CodePlace.file()));
    }

    /** A file for the next output of a kind, numbered from 1 in every session: {@code grid-1.png}. */
    static Path next(String kind, String extension) {
        int number = COUNTS.computeIfAbsent(kind, any -> new AtomicInteger()).incrementAndGet();
        return path().resolve(kind + "-" + number + "." + extension).toAbsolutePath();
    }

    /** The checkout's folder, if the code lies in {@code target} beside a {@code pom.xml}. */
    static Path unnamed(Optional<Path> code) {
        return code.map(Path::getParent)
                .filter(folder -> folder.endsWith("target"))
                .filter(target -> Files.isRegularFile(target.resolveSibling("pom.xml")))
                .map(target -> target.resolve("gan4j"))
                .orElseGet(() ->
                        Path.of(System.getProperty("java.io.tmpdir"), "gan4j-" + System.getProperty("user.name")));
    }
}
