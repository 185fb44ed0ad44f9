package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
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
    void keepsTheCacheWhereEachSystemDoes() {
        assertEquals(HOME.resolve(".cache/gan4j"), Places.cache("Linux", Map.of(), HOME));
        assertEquals(Path.of("/fast/gan4j"), Places.cache("Linux", Map.of("XDG_CACHE_HOME", "/fast"), HOME));
        assertEquals(HOME.resolve("Library/Caches/gan4j"), Places.cache("Mac OS X", Map.of(), HOME));
        assertEquals(Path.of("/local/gan4j/cache"), Places.cache("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME));
    }
}
