package io.github.gan4j.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The libraries that must lie in {@code lib} beside {@code gan4j.jar} where the jar is all of the class path, as its manifest
 * says. Stands on the JDK alone, so that it can still speak when they are missing.
 */
public final class Libraries {
    private Libraries() {}

    /** What to say when libraries of this process's class path are missing; nothing when all are there. */
    public static Optional<String> problem() {
        return problem(System.getProperty("java.class.path"));
    }

    /** The same for any class path; one of several entries is its user's own business. */
    static Optional<String> problem(String classPath) {
        if (classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")) {
            return Optional.empty();
        }
        var jar = Path.of(classPath).toAbsolutePath();
        var named = namedByManifest(jar);
        var missing = named.stream()
                .filter(name -> !Files.exists(jar.resolveSibling(name)))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(message(jar, named.size(), missing));
    }

    private static String message(Path jar, int named, List<String> missing) {
        return String.format(
                Locale.ROOT,
                "gan4j: the %d libraries of %s must lie in lib beside it, but %d of them are missing, such as %s.%n"
                        + "Copy the folder target/lib along with target/gan4j.jar; mvn -q -DskipTests package makes both.",
                named,
                jar,
                missing.size(),
                missing.get(0));
    }

    private static List<String> namedByManifest(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var names = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null
                    ? List.of()
                    : Arrays.stream(names.strip().split(" +"))
                            .filter(name -> name.startsWith("lib/"))
                            .toList();
        } catch (IOException e) {
            return List.of(); // not ours, then
        }
    }
}
