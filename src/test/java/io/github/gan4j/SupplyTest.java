package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the program is built from and what it may reach, read from the build file and from the compiled classes. */
class SupplyTest {
    private static final Pattern VERSION = Pattern.compile("<(?:version|[a-z0-9]+\\.version)>([^<]*)<");
    private static final List<String> RULES = List.of("[17,)", "[3.8,)"); // the enforcer's, of JDK and Maven
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void pinsEveryVersion() throws IOException {
        var versions = matches(VERSION, Files.readString(Path.of("pom.xml")));
        assertTrue(versions.size() > 30, versions.toString());
        for (var version : versions) {
            boolean isPinned = version.matches("\\d[\\w.-]*|\\$\\{[\\w.]+\\.version}");
            assertTrue(isPinned || RULES.contains(version), version);
        }
    }

    /** Gradle and sbt take these as they stand; Maven takes the build file's. */
    @Test
    void guideNamesTheNativeLibrariesInTheBuildsVersions() throws IOException {
        var guide = Files.readString(Path.of("README.md"));
        var build = Files.readString(Path.of("pom.xml"));
        for (var library : List.of("nd4j-native dl4j", "openblas openblas", "javacpp javacpp")) {
            var names = library.split(" ");
            var version = matches(Pattern.compile("<" + names[1] + "\\.version>([^<]*)<"), build);
            var named = matches(Pattern.compile(names[0] + "(?:\" % \"|:)([0-9][^:\"]*)"), guide);
            assertEquals(List.of(version.get(0), version.get(0)), named, library);
        }
    }

    /** What dependencyManagement says does not reach a project that depends on this one. */
    @Test
    void everyVersionReachesWhoDependsOnIt() throws IOException {
        assertFalse(Files.readString(Path.of("pom.xml")).contains("<dependencyManagement>"));
    }

    @Test
    void namesNoServerThatIsAskedWithoutTls() throws IOException {
        for (var text : constants()) {
            for (var address : matches(Pattern.compile("(http://[^\\x00-\\x20\"<>]*)"), text)) {
                assertTrue(address.startsWith("http://host:8080"), address); // how to write HTTPS_PROXY
            }
        }
    }

    @Test
    void startsNoProgramButTheOneThatMeasuresTheTerminal() throws IOException {
        for (var path : classes()) {
            var constants = constants(path);
            boolean starts = constants.contains("java/lang/ProcessBuilder") || constants.contains("\1\0\4exec");
            assertEquals(path.endsWith("io/github/gan4j/show/Terminal.class"), starts, path.toString());
        }
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<String> constants() throws IOException {
        return classes().stream().map(SupplyTest::constants).toList();
    }

    private static String constants(Path path) {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> classes() throws IOException {
        try (var files = Files.walk(CLASSES.resolve("io"))) {
            var classes =
                    files.filter(path -> path.toString().endsWith(".class")).toList();
            assertTrue(classes.size() > 100, "the classes are in " + CLASSES);
            return classes;
        }
    }
}
