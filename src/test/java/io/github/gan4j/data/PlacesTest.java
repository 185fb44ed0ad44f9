package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    private static final Path DATA = Path.of("data", "mnist");
    private static final Path HOME = Path.of("home", "me");

    @TempDir
    Path checkout;

    @Test
    void looksAboveUpToTheRootOfTheCheckout() throws IOException {
        Files.writeString(checkout.resolve("pom.xml"), "<project><artifactId>gan4j</artifactId></project>");
        var notebooks = checkout.resolve("notebooks").resolve("deep");

        assertEquals(
                List.of(notebooks.resolve(DATA), checkout.resolve("notebooks").resolve(DATA), checkout.resolve(DATA)),
                Places.folders(notebooks, DATA));
    }

    @Test
    void looksNowhereAboveOutsideOfACheckout() throws IOException {
        Files.writeString(checkout.resolve("pom.xml"), "<project><artifactId>other</artifactId></project>");

        assertEquals(List.of(checkout.resolve("x").resolve(DATA)), Places.folders(checkout.resolve("x"), DATA));
    }

    @Test
    void findsTheCheckoutThatItRunsFromInAnotherWorkingDirectory() throws Exception {
        var process = ChildJvm.builder(ChildJvm.command(PlacesTest.class))
                .directory(checkout.toFile())
                .start();
        var folders = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertEquals(0, process.waitFor(), folders.toString());
        assertEquals(
                List.of(
                        checkout.toRealPath().resolve(DATA).toString(),
                        Path.of("").toAbsolutePath().resolve(DATA).toString()),
                folders);
    }

    /** What the process does. */
    public static void main(String[] args) {
        Places.ofThisProcess("mnist").folders().forEach(System.out::println);
    }

    @Test
    void keepsTheCacheWhereEachSystemDoes() {
        assertEquals(HOME.resolve(".cache/gan4j"), Places.cache("Linux", Map.of(), HOME));
        assertEquals(Path.of("/fast/gan4j"), Places.cache("Linux", Map.of("XDG_CACHE_HOME", "/fast"), HOME));
        assertEquals(HOME.resolve("Library/Caches/gan4j"), Places.cache("Mac OS X", Map.of(), HOME));
        assertEquals(Path.of("/local/gan4j/cache"), Places.cache("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME));
    }
}
