package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.data.LoopbackServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DataFinderTest {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";
    static final Map<String, byte[]> FILES = Map.of(
            "/" + IMAGES + ".gz",
            Idx.gzip(Idx.images(3)),
            "/" + LABELS + ".gz",
            Idx.gzip(Idx.labels(3)),
            "/t10k-images-idx3-ubyte.gz",
            Idx.gzip(Idx.images(2)),
            "/t10k-labels-idx1-ubyte.gz",
            Idx.gzip(Idx.labels(2)));
    static final Answer MIRROR = exchange -> exchange.file(FILES.get(exchange.path()));

    @TempDir
    Path folder;

    private Path checkout;
    private Path cache;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void namesFolders() {
        checkout = folder.resolve("data");
        cache = folder.resolve("cache");
    }

    @Test
    void takesTheFolderThatTheSettingNames() throws IOException {
        putInto(folder.resolve("mine"));

        assertEquals(
                "tiny train",
                finder(Optional.of(folder.resolve("mine")), true).train().name());
    }

    @Test
    void failsWithoutLookingElsewhereWhenTheSettingIsWrong() throws IOException {
        putInto(checkout);

        var e = fails(finder(Optional.of(folder.resolve("wrong")), true));
        assertTrue(e.startsWith("loadMnist: with gan4j.data set to " + folder.resolve("wrong")), e);
        assertThrows(
                UncheckedIOException.class,
                () -> finder(Optional.of(folder.resolve("wrong")), true).trainOrSynthetic());
    }

    @Test
    void takesTheCheckoutWithoutAskingAnyServer() throws IOException {
        putInto(checkout);
        try (var mirror = new LoopbackServer(MIRROR)) {
            assertEquals(3, finder(mirror).train().size());
            assertEquals(List.of(), mirror.requests());
        }
    }

    @Test
    void downloadsOnceIntoTheCache() throws IOException {
        try (var mirror = new LoopbackServer(MIRROR)) {
            assertArrayEquals(new int[] {0, 1, 2}, finder(mirror).train().labels());
            assertEquals(3, finder(mirror).train().size());
            assertEquals(2, mirror.requests().size());

            assertEquals(2, finder(mirror).test().size());
        }
        assertEquals(4, printed.toString().lines().count(), "one line for each file");
        assertTrue(Files.exists(cache.resolve(IMAGES + ".gz")));
    }

    @Test
    void setsACorruptCacheAsideAndFetchesItAgain() throws IOException {
        putInto(cache);
        Files.write(cache.resolve(IMAGES), Arrays.copyOf(Idx.images(3), 1_000));
        try (var mirror = new LoopbackServer(MIRROR)) {
            assertEquals(3, finder(mirror).train().size());
            assertEquals(1, mirror.requests().size(), "the labels were good");
        }
        assertEquals(1_000, Files.size(cache.resolve(IMAGES + ".corrupt")));
        assertTrue(printed.toString().contains("damaged"), printed.toString());
    }

    @Test
    void goesOnWithWhatAKilledProcessHasLeft() throws IOException {
        var packed = FILES.get("/" + IMAGES + ".gz");
        Files.createDirectories(cache);
        Files.write(cache.resolve(IMAGES + ".gz.part"), Arrays.copyOf(packed, packed.length / 2));
        try (var mirror = new LoopbackServer(MIRROR)) {
            assertEquals(3, finder(mirror).train().size());
            assertTrue(mirror.requests().stream().anyMatch(head -> head.contains("Range: bytes=" + packed.length / 2)));
        }
    }

    @Test
    void namesEveryPlaceAndMirrorAndThreeWaysOut() throws IOException {
        try (var one = new LoopbackServer(exchange -> exchange.head("403 Forbidden", "Content-Length: 0"));
                var two = new LoopbackServer(exchange -> exchange.head("404 Not Found", "Content-Length: 0"))) {
            var e = fails(finder(one, two));

            assertTrue(e.startsWith("loadMnist: tiny train must be"), e);
            assertTrue(e.contains("there is no folder " + checkout), e);
            assertTrue(e.contains("there is no folder " + cache), e);
            assertTrue(e.contains(one.address() + LABELS + ".gz: it answers with status 403"), e);
            assertTrue(e.contains(two.address() + LABELS + ".gz: it answers with status 404"), e);
            assertTrue(e.contains("into " + checkout), e);
            assertTrue(e.contains("Set gan4j.data"), e);
            assertTrue(e.contains("syntheticDigits(60000, 42)"), e);
        }
    }

    @Test
    void asksNoServerWhenOffline() throws IOException {
        try (var mirror = new LoopbackServer(MIRROR)) {
            var e = fails(new DataFinder(
                    TinyMnist.from(List.of(mirror.address())), places(Optional.empty(), true), limits(), out()));

            assertTrue(e.contains("gan4j.offline is set"), e);
            assertEquals(List.of(), mirror.requests());
        }
    }

    @Test
    void saysWhyNothingWasDownloadedWhenTheCacheCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");
        try (var mirror = new LoopbackServer(MIRROR)) {
            assertTrue(fails(finder(mirror)).contains("cannot be written to"));
        }
    }

    @Test
    void drawsSyntheticDigitsInsteadAndSaysSoInOneLine() {
        var digits = finder(Optional.empty(), true).trainOrSynthetic();

        assertTrue(digits.isSynthetic());
        assertEquals(60_000, digits.size());
        assertEquals(
                "No tiny here (no usable files, and gan4j.offline is set): these are 60,000 synthetic digits instead."
                        + System.lineSeparator(),
                printed.toString());
    }

    @Test
    void drawsNoSyntheticDigitsBecauseOfAnInterrupt() throws IOException {
        putInto(checkout);
        Thread.currentThread().interrupt();
        var e = assertThrows(UncheckedIOException.class, finder(Optional.empty(), true)::trainOrSynthetic);
        assertTrue(Thread.interrupted());
        assertTrue(e.getMessage().contains("was not read, because the thread is interrupted"), e.getMessage());
        assertEquals("", printed.toString());
    }

    @Test
    void takesRealDigitsWhenTheyAreThere() throws IOException {
        putInto(checkout);

        assertFalse(finder(Optional.empty(), true).trainOrSynthetic().isSynthetic());
        assertEquals("", printed.toString());
    }

    @Test
    void letsThreadsDownloadAtOnce() throws Exception {
        try (var mirror = new LoopbackServer(MIRROR)) {
            Callable<Integer> find = () -> finder(mirror).train().size();
            var threads = Executors.newFixedThreadPool(4);
            for (var size : threads.invokeAll(List.of(find, find, find, find))) {
                assertEquals(3, size.get());
            }
            threads.shutdown();
            assertEquals(2, mirror.requests().size(), "the others wait for the first");
        }
    }

    private static String fails(DataFinder finder) {
        return assertThrows(UncheckedIOException.class, finder::train).getMessage();
    }

    private void putInto(Path place) throws IOException {
        Files.createDirectories(place);
        Files.write(place.resolve(IMAGES), Idx.images(3));
        Files.write(place.resolve(LABELS), Idx.labels(3));
    }

    private DataFinder finder(LoopbackServer... mirrors) {
        var addresses = Arrays.stream(mirrors).map(LoopbackServer::address).toList();
        return new DataFinder(TinyMnist.from(addresses), places(Optional.empty(), false), limits(), out());
    }

    private DataFinder finder(Optional<Path> setting, boolean offline) {
        return new DataFinder(TinyMnist.DATASET, places(setting, offline), limits(), out());
    }

    private Places places(Optional<Path> setting, boolean offline) {
        return new Places(setting, List.of(checkout), cache, offline);
    }

    static DownloadLimits limits() {
        return new DownloadLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10), 100_000, 3);
    }

    private PrintStream out() {
        return new PrintStream(printed, true);
    }
}
