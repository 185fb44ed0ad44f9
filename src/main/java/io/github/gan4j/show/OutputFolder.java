package io.github.gan4j.show;

import io.github.gan4j.internal.CodePlace;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.Settings;
import io.github.gan4j.internal.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where files go that nobody named: the folder of the setting {@code gan4j.out}; else {@code target/gan4j} of the checkout
 * that the toolkit was built in; else a folder of this session's own among the temporary files, whose name nobody can guess.
 * Never the folder that the user stands in.
 */
public final class OutputFolder {
    private static final ConcurrentHashMap<String, AtomicInteger> COUNTS = new ConcurrentHashMap<>();

    private static @Nullable Path temporary;

    private OutputFolder() {}

    /** The folder, which may not be there yet unless it is a temporary one. */
    public static Path path() {
        return Settings.get("out").map(Path::of).orElseGet(() -> unnamed(CodePlace.file()));
    }

    /**
     * Writes the next output of a kind under a name that no other session has taken, for example {@code grid-1.png}.
     *
     * @return the file
     * @throws UncheckedIOException if the folder is none that can be written
     */
    static Path write(String kind, String extension, byte[] content) {
        var folder = path().toAbsolutePath();
        try {
            WholeFile.makeFolder(folder);
            return create(folder, kind, extension, content);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static Path create(Path folder, String kind, String extension, byte[] content) throws IOException {
        while (true) {
            int number =
                    COUNTS.computeIfAbsent(kind, any -> new AtomicInteger()).incrementAndGet();
            var file = folder.resolve(kind + "-" + number + "." + extension);
            try {
                WholeFile.writeNew(file, content);
                return file;
            } catch (FileAlreadyExistsException e) {
                // an earlier session's, or one that runs beside this
            }
        }
    }

    private static UncheckedIOException unwritable(Path folder, IOException problem) {
        return FileProblem.in(
                "show",
                new FileProblem(
                        "pictures go to %s, which must be a folder that can be written, but got %s.%n"
                                + "Name another: System.setProperty(\"gan4j.out\", \"DIR\"), or start with GAN4J_OUT=DIR.",
                        folder, FileProblem.describe(problem)));
    }

    /** The checkout's folder, if the code lies in {@code target} beside a {@code pom.xml}. */
    static Path unnamed(Optional<Path> code) {
        return code.map(Path::getParent)
                .filter(folder -> folder.endsWith("target"))
                .filter(target -> Files.isRegularFile(target.resolveSibling("pom.xml")))
                .map(target -> target.resolve("gan4j"))
                .orElseGet(OutputFolder::temporary);
    }

    /** A folder that Java makes anew for this user alone, so that no link was put in its place; made again when it is gone. */
    private static synchronized Path temporary() {
        try {
            if (temporary == null || !Files.isDirectory(temporary, LinkOption.NOFOLLOW_LINKS)) {
                temporary = Files.createTempDirectory("gan4j-");
            }
            return temporary;
        } catch (IOException e) {
            throw unwritable(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }
}
