package io.github.gan4j.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** What the library was built from and with. */
public final class Versions {
    private static final Once<Properties> BUILT = new Once<>(Versions::read);

    private Versions() {}

    /** For example {@code gan4j 0.1.0 on Deeplearning4j 1.0.0-M2.1 and Tablesaw 0.44.4, Java 17.0.15}. */
    public static String all() {
        return String.format(
                Locale.ROOT,
                "gan4j %s on Deeplearning4j %s and Tablesaw %s, Java %s",
                version("gan4j"),
                version("deeplearning4j"),
                version("tablesaw"),
                System.getProperty("java.version"));
    }

    /** The version that was built with, of {@code gan4j} itself or of a library that the build names. */
    public static String version(String name) {
        return BUILT.get().getProperty(name);
    }

    private static Properties read() {
        var versions = new Properties();
        try (var in = Versions.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
