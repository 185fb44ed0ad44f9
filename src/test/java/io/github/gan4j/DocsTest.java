package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says of the code, and where the guides' links lead. */
class DocsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "gan4j");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern TYPE = Pattern.compile("`((?:[a-z]+\\.)+)([A-Z][A-Za-z]+)(?:\\.[a-z]+)?`");

    @Test
    void typesThatTheGuideNamesAreThere() {
        var named = matches(TYPE, Path.of("docs", "architecture.md")).toList();
        assertTrue(named.size() > 20, "the guide names " + named.size() + " types");
        var missing = named.stream()
                .map(match -> match.group(1).replace('.', '/') + match.group(2) + ".java")
                .filter(file -> !Files.exists(SOURCES.resolve(file)))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void linksLeadSomewhere() {
        var broken = new ArrayList<String>();
        for (var page : pages()) {
            matches(LINK, page)
                    .map(match -> match.group(1))
                    .filter(link -> !Files.exists(page.resolveSibling(link)))
                    .forEach(link -> broken.add(page + " links to " + link));
        }
        assertEquals(List.of(), broken);
    }

    private static List<Path> pages() {
        return Stream.concat(
                        files(Path.of("docs"), ".md").stream(),
                        Stream.of(Path.of("README.md").toAbsolutePath()))
                .toList();
    }

    private static List<Path> files(Path folder, String extension) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(extension)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
