package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.data.LoopbackServer.Exchange;
import io.github.gan4j.internal.Check;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class DownloaderTest {
    private static final DownloadLimits LIMITS =
            new DownloadLimits(Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(800), 100_000, 3);
    private static final byte[] CONTENT = ServerFault.Content.BYTES;

    @TempDir
    Path folder;

    private Path target;
    private Path part;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Downloader downloader =
            new Downloader(LIMITS, ProxySelector.of(null), new PrintStream(printed, true));

    @BeforeEach
    void namesFiles() {
        target = folder.resolve("file.gz");
        part = folder.resolve("file.gz.part");
    }

    @ParameterizedTest
    @EnumSource(ServerFault.class)
    void failsInBoundedTimeSaysWhyAndLeavesNothingHarmfulAfter(ServerFault fault) throws IOException {
        try (var bad = new LoopbackServer(fault.answer);
                var good = new LoopbackServer(exchange -> exchange.file(CONTENT))) {
            long start = System.nanoTime();
            var e = assertThrows(IOException.class, () -> fetch(bad));

            assertTrue(e.getMessage().contains(bad.address() + "file.gz: "), e.getMessage());
            assertTrue(e.getMessage().contains(fault.reason), e.getMessage());
            assertFalse(Files.exists(target), "a partial file must never become the data");
            assertTrue(System.nanoTime() - start < 3_000_000_000L);

            fetch(good);
        }
        assertDone();
    }

    @Test
    void takesTheNextMirrorAfterAFailure() throws IOException {
        try (var missing = new LoopbackServer(ServerFault.NOT_FOUND.answer);
                var broken = new LoopbackServer(ServerFault.RESET_IN_THE_MIDDLE.answer);
                var wrong = new LoopbackServer(ServerFault.WRONG_BYTES.answer);
                var good = new LoopbackServer(exchange -> exchange.file(CONTENT))) {
            fetch(missing, broken, wrong, good);
        }
        assertDone();
    }

    @Test
    void fetchesAndPrintsOneLine() throws IOException {
        try (var good = new LoopbackServer(exchange -> exchange.file(CONTENT))) {
            fetch(good);
        }
        assertDone();
        assertEquals(
                "Downloading file.gz ... 50,000 bytes from 127.0.0.1" + System.lineSeparator(), printed.toString());
    }

    @Test
    void takesTheNextMirrorWhenNobodyListens() throws IOException {
        URI gone;
        try (var server = new LoopbackServer(Exchange::stall)) {
            gone = server.address();
        }
        try (var good = new LoopbackServer(exchange -> exchange.file(CONTENT))) {
            downloader.fetch(List.of(gone, good.address()), target, DownloaderTest::verify);
        }
        assertDone();
    }

    @Test
    void followsAFewRedirects() throws IOException {
        var statuses = List.of("301 A", "302 B", "307 C");
        var count = new AtomicInteger();
        try (var server = new LoopbackServer(exchange -> {
            int hop = count.getAndIncrement();
            if (hop < statuses.size()) {
                exchange.head(statuses.get(hop), "Location: /" + hop, "Content-Length: 0");
            } else {
                exchange.file(CONTENT);
            }
        })) {
            fetch(server);
        }
        assertDone();
    }

    @Test
    void goesOnWhereAConnectionBroke() throws IOException {
        var count = new AtomicInteger();
        try (var server = new LoopbackServer(exchange -> {
            if (count.getAndIncrement() == 0) {
                ServerFault.RESET_IN_THE_MIDDLE.answer.to(exchange);
            } else {
                exchange.file(CONTENT);
            }
        })) {
            fetch(server, server);
            assertTrue(
                    server.requests().get(1).contains("Range: bytes="),
                    server.requests().get(1));
        }
        assertDone();
    }

    @Test
    void startsAnewWhereTheServerKnowsNoRanges() throws IOException {
        Files.write(part, Arrays.copyOf(CONTENT, 20_000));
        try (var server = new LoopbackServer(exchange -> {
            exchange.head("200 OK", "Content-Length: 50000");
            exchange.write(CONTENT);
        })) {
            fetch(server);
        }
        assertDone();
    }

    @Test
    void startsAnewWhenTheBytesFromEarlierWereWrong() throws IOException {
        Files.write(part, new byte[20_000]);
        try (var server = new LoopbackServer(exchange -> exchange.file(CONTENT))) {
            fetch(server);
            assertEquals(2, server.requests().size());
        }
        assertDone();
    }

    @Test
    void startsAnewWhenAnotherPartComesThanAskedFor() throws IOException {
        Files.write(part, Arrays.copyOf(CONTENT, 20_000));
        try (var server = new LoopbackServer(exchange -> {
            if (exchange.from() > 0) {
                ServerFault.ANOTHER_PART.answer.to(exchange);
            } else {
                exchange.file(CONTENT);
            }
        })) {
            fetch(server);
        }
        assertDone();
    }

    @Test
    void takesAPartThatIsCompleteAlready() throws IOException {
        Files.write(part, CONTENT);
        try (var server =
                new LoopbackServer(exchange -> exchange.head("416 Range Not Satisfiable", "Content-Length: 0"))) {
            fetch(server);
        }
        assertDone();
    }

    @Test
    void leavesNothingBehindWhenNothingCame() throws IOException {
        try (var missing = new LoopbackServer(ServerFault.NOT_FOUND.answer)) {
            assertThrows(IOException.class, () -> fetch(missing));
        }
        assertFalse(Files.exists(part));
    }

    @Test
    void refusesPlainHttpToOtherMachines() {
        var mirror = URI.create("http://mirror.example/file.gz");

        var e = assertThrows(
                IOException.class, () -> downloader.fetch(List.of(mirror), target, DownloaderTest::verify));
        assertTrue(e.getMessage().contains("which is not https"), e.getMessage());
    }

    @Test
    void asksTheProxyOfTheEnvironment() throws IOException {
        try (var proxy = new LoopbackServer(exchange -> exchange.head("403 Forbidden", "Content-Length: 0"))) {
            var proxies = new Proxies(Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port()));
            var through = new Downloader(LIMITS, proxies, new PrintStream(printed, true));
            var mirror = URI.create("https://mirror.example/file.gz");

            assertThrows(IOException.class, () -> through.fetch(List.of(mirror), target, DownloaderTest::verify));
            assertTrue(
                    proxy.requests().get(0).startsWith("CONNECT mirror.example:443 "),
                    proxy.requests().get(0));
        }
    }

    @Test
    void stopsWhenInterrupted() throws IOException {
        try (var server = new LoopbackServer(Exchange::stall)) {
            Thread.currentThread().interrupt();

            assertThrows(InterruptedIOException.class, () -> fetch(server));
            assertTrue(Thread.interrupted(), "the caller must still see the interrupt");
        }
    }

    private void fetch(LoopbackServer... mirrors) throws IOException {
        var addresses = Arrays.stream(mirrors)
                .map(mirror -> mirror.address().resolve("file.gz"))
                .toList();
        downloader.fetch(addresses, target, DownloaderTest::verify);
    }

    private static void verify(Path file) throws IOException {
        Check.file(Arrays.equals(CONTENT, Files.readAllBytes(file)), "it has another content");
    }

    private void assertDone() throws IOException {
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertFalse(Files.exists(part), "nothing is left behind");
    }
}
