package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gan4j.jar} with what its manifest names, and without. */
class LibrariesTest {
    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    Path folder;

    @Test
    void jarWithItsLibrariesIsWhole() throws IOException {
        var jar = jar("lib/one.jar lib/two.jar");
        library("one.jar");
        library("two.jar");
        assertEquals(Optional.empty(), Libraries.problem(jar.toString()));
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        var jar = jar("lib/one.jar lib/two.jar");
        library("one.jar");
        var message = Libraries.problem(jar.toString()).orElseThrow();
        assertTrue(
                message.startsWith("gan4j: the 2 libraries of " + jar + " must lie in lib beside it, but 1 "), message);
        assertTrue(message.contains("lib/two.jar"), message);
    }

    @Test
    void classPathOfManyEntriesIsItsUsersBusiness() throws IOException {
        assertEquals(Optional.empty(), Libraries.problem(jar("lib/one.jar") + File.pathSeparator + "other.jar"));
        assertEquals(Optional.empty(), Libraries.problem(CLASSES.toString()));
        assertEquals(Optional.empty(), Libraries.problem("nowhere.jar"));
    }

    @Test
    void mainJobSaysSoBeforeAnythingElse() throws IOException, InterruptedException {
        assertSaysSo(jar("lib/one.jar"), "io.github.gan4j.Main");
    }

    @Test
    void scriptsSaySo() throws IOException, InterruptedException {
        assertSaysSo(jar("lib/one.jar"), "io.github.gan4j.run.RunScripts", "script.jsh");
    }

    private void assertSaysSo(Path jar, String... main) throws IOException, InterruptedException {
        var command = ChildJvm.command(LibrariesTest.class);
        command.subList(command.indexOf("-cp") + 1, command.size()).clear();
        command.add(jar.toString());
        command.addAll(List.of(main));
        var process = ChildJvm.builder(command).start();
        var output = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertEquals(1, process.waitFor(), output.toString());
        assertEquals(Libraries.problem(jar.toString()).orElseThrow().lines().toList(), output);
    }

    private void library(String name) throws IOException {
        Files.createFile(Files.createDirectories(folder.resolve("lib")).resolve(name));
    }

    /** The classes of the build as a jar. */
    private Path jar(String libraries) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, libraries);
        var jar = folder.resolve("gan4j.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(CLASSES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(CLASSES.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
