package io.github.gan4j.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Why ND4J's native library could not be loaded, found out afterwards, because the errors themselves do not tell.
 *
 * @param message the rule, what was found, and a repair
 * @param cause what ND4J threw, where nothing better is known
 */
record LoadProblem(String message, @Nullable Throwable cause) {
    private static final String MAPS = "/proc/self/maps";
    private static final long UNPACKED = 400; // MB that the libraries take, with some to spare

    /** The jars that hold native libraries, and one library of each that ND4J cannot do without. */
    private enum Jar {
        ND4J("org.nd4j:nd4j-native", "deeplearning4j", "org/nd4j/linalg/cpu/nativecpu/bindings/", "jnind4jcpu"),
        OPENBLAS("org.bytedeco:openblas", "openblas", "org/bytedeco/openblas/", "jniopenblas_nolapack"),
        JAVACPP("org.bytedeco:javacpp", "javacpp", "org/bytedeco/javacpp/", "jnijavacpp");

        private final String name;
        private final String version;
        private final String folder;
        private final String library;

        Jar(String name, String version, String folder, String library) {
            this.name = name;
            this.version = version;
            this.folder = folder;
            this.library = library;
        }

        String resource() {
            return folder + Loader.getPlatform() + "/" + System.mapLibraryName(library);
        }

        String coordinates() {
            return name + ":" + Versions.version(version) + ":" + Loader.getPlatform();
        }

        boolean isMissing() {
            return Loader.class.getClassLoader().getResource(resource()) == null;
        }
    }

    /** What is wrong on this machine, after ND4J threw something. */
    static LoadProblem of(Throwable thrown) {
        return musl(maps())
                .or(LoadProblem::missing)
                .or(LoadProblem::cache)
                .map(message -> new LoadProblem(message, null))
                .orElseGet(() -> new LoadProblem(unknown(thrown), thrown));
    }

    IllegalStateException exception() {
        return new IllegalStateException(message, cause);
    }

    /** What to say where the C library is musl, as the files show that a process has in its memory. */
    static Optional<String> musl(String maps) {
        return Optional.of(
                        "gan4j: ND4J's native library must have glibc, but this Java runs on musl, as on Alpine Linux.\n"
                                + "Take a system with glibc, for example the image eclipse-temurin:17 instead of "
                                + "eclipse-temurin:17-alpine.")
                .filter(message -> maps.contains("/ld-musl-"));
    }

    private static Optional<String> missing() {
        var missing = List.of(Jar.values()).stream()
                .filter(Jar::isMissing)
                .map(Jar::coordinates)
                .toList();
        return Optional.of(String.format(
                        Locale.ROOT,
                        "gan4j: ND4J's native libraries for %s must be on the class path, but there is no %s.%n"
                                + "Add %s; see \"As a dependency\" in the README.",
                        Loader.getPlatform(),
                        String.join(", no ", missing),
                        missing.size() == 1 ? "it" : "them"))
                .filter(message -> !missing.isEmpty());
    }

    private static Optional<String> cache() {
        try {
            var folder = Loader.getCacheDir().toPath();
            return refusal(folder).map(why -> cacheMessage("is " + folder + ", and there: " + why));
        } catch (IOException e) {
            return Optional.of(cacheMessage("neither the home nor the temporary folder can be written"));
        }
    }

    private static String cacheMessage(String found) {
        return String.format(
                Locale.ROOT,
                "gan4j: the folder that ND4J unpacks its library into must take %d MB and let programs run, but %s.%n"
                        + "Name one that does: java -Dorg.bytedeco.javacpp.cachedir=DIR, or jshell "
                        + "-R-Dorg.bytedeco.javacpp.cachedir=DIR; for a notebook, "
                        + "JAVA_TOOL_OPTIONS=-Dorg.bytedeco.javacpp.cachedir=DIR.",
                UNPACKED,
                found);
    }

    /** Does what JavaCPP does there, with its smallest library. */
    private static Optional<String> refusal(Path folder) {
        try {
            var why = load(Files.createTempFile(folder, "gan4j-", ".tmp"));
            long free = folder.toFile().getUsableSpace() >> 20;
            return why.isPresent() || free >= UNPACKED ? why : Optional.of("only " + free + " MB are free");
        } catch (IOException e) {
            return Optional.of("no file can be written (" + e + ")");
        }
    }

    private static Optional<String> load(Path library) throws IOException {
        try (var in = Loader.class.getClassLoader().getResourceAsStream(Jar.JAVACPP.resource())) {
            Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
            System.load(library.toString());
            return Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            return Optional.of("no library can be loaded (" + e.getMessage().replace(library + ": ", "") + ")");
        } finally {
            library.toFile().deleteOnExit(); // Windows deletes no library that is loaded
        }
    }

    private static String unknown(Throwable thrown) {
        var first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return "gan4j: ND4J must load its native library, but got " + first
                + ".\nWhat ND4J says is below; an issue with that and with the system's name is welcome.";
    }

    private static String maps() {
        try {
            return Files.readString(Path.of(MAPS));
        } catch (IOException e) {
            return ""; // no Linux
        }
    }
}
