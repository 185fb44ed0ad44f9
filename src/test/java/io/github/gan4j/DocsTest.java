package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.internal.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private static final Pattern BLOCK = Pattern.compile("(?s)(```.*?```)");
    private static final Pattern ROW = Pattern.compile("(?m)^(\\|)");
    private static final Path README = Path.of("README.md").toAbsolutePath();
    private static final Path CHINESE = Path.of("README.zh.md").toAbsolutePath();

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

    /** The Chinese README has a digest of the English one that its words were written for in its last line. */
    @Test
    void theChineseReadmeFollowsTheEnglishOne() throws IOException {
        var english = Files.readString(README);
        var chinese = Files.readString(CHINESE);
        assertEquals(
                "<!-- english_sha256 " + Sha256.of(english.getBytes(StandardCharsets.UTF_8)) + " -->",
                chinese.lines().reduce((first, last) -> last).orElse(""),
                "README.md has changed: see that README.zh.md says the same, then write this digest");
        assertEquals(found(BLOCK, README), found(BLOCK, CHINESE));
        assertEquals(found(ROW, README).size(), found(ROW, CHINESE).size());
        var links = found(LINK, README).stream()
                .filter(link -> !link.equals("README.zh.md"))
                .sorted();
        var inChinese = found(LINK, CHINESE).stream()
                .filter(link -> !link.equals("README.md"))
                .sorted();
        assertEquals(links.toList(), inChinese.toList());
    }

    private static List<String> found(Pattern pattern, Path file) {
        return matches(pattern, file).map(match -> match.group(1)).toList();
    }

    private static List<Path> pages() {
        return Stream.concat(files(Path.of("docs"), ".md").stream(), Stream.of(README, CHINESE))
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
