package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.ChildJvm;
import io.github.gan4j.data.LoopbackServer.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DataProcessesTest {
    private static final String IMAGES = "train-images-idx3-ubyte.gz";

    @TempDir
    Path cache;

    @Test
    void letsProcessesDownloadAtOnce() throws Exception {
        try (var mirror = new LoopbackServer(DataFinderTest.MIRROR)) {
            var first = process(mirror);
            var second = process(mirror);

            assertEquals(0, first.waitFor(), "the first process");
            assertEquals(0, second.waitFor(), "the second process");
            assertEquals(2, mirror.requests().size(), "one waits for the other");
        }
        assertEquals(3, finder(cache, List.of(), true).train().size());
    }

    @Test
    void goesOnWhereAKilledProcessStopped() throws Exception {
        var isFirst = new AtomicBoolean(true);
        try (var mirror = new LoopbackServer(exchange -> {
            if (exchange.path().endsWith(IMAGES) && isFirst.getAndSet(false)) {
                half(exchange);
            } else {
                DataFinderTest.MIRROR.to(exchange);
            }
        })) {
            var process = process(mirror);
            var part = cache.resolve(IMAGES + ".part");
            while (!Files.exists(part) || Files.size(part) == 0) {
                assertFalse(process.waitFor(10, TimeUnit.MILLISECONDS), "it waits for the other half");
            }
            process.destroyForcibly().waitFor();

            assertEquals(
                    3, finder(cache, List.of(mirror.address()), false).train().size());
            var last = mirror.requests().get(mirror.requests().size() - 1);
            assertTrue(last.contains("Range: bytes="), last);
        }
    }

    @Test
    void keepsThePasswordOfAProxyAndDrawsDigitsInstead() throws Exception {
        var process = ChildJvm.builder(ChildJvm.command(DataProcessesTest.class, cache, "https://mirror.example/"));
        process.environment().put("HTTPS_PROXY", "http://user:secret@proxy");
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(2, running.waitFor(), said);
        assertFalse(said.contains("secret"), said);
        assertTrue(said.contains("loadMnist: tiny train must be"), said);
        assertTrue(said.contains("No tiny here (no usable files, and HTTPS_PROXY: must name a host and a port"), said);
    }

    private static void half(Exchange exchange) throws IOException {
        var file = DataFinderTest.FILES.get("/" + IMAGES);
        exchange.head("200 OK", "Content-Length: " + file.length);
        exchange.write(Arrays.copyOf(file, file.length / 2));
        exchange.stall();
    }

    /** What the processes do; they end with 2 when there are synthetic digits instead. */
    public static void main(String[] args) {
        var finder = finder(Path.of(args[0]), List.of(URI.create(args[1])), false);
        try {
            System.exit(finder.train().size() == 3 ? 0 : 1);
        } catch (UncheckedIOException e) {
            System.out.println(e.getMessage());
            System.exit(finder.trainOrSynthetic().isSynthetic() ? 2 : 1);
        }
    }

    private static DataFinder finder(Path cache, List<URI> mirrors, boolean offline) {
        var places = new Places(Optional.empty(), List.of(cache.resolve("none")), cache, offline);
        return new DataFinder(TinyMnist.from(mirrors), places, DataFinderTest.limits(), System.out);
    }

    private Process process(LoopbackServer mirror) throws IOException {
        return ChildJvm.builder(ChildJvm.command(DataProcessesTest.class, cache, mirror.address()))
                .redirectOutput(Redirect.DISCARD)
                .start();
    }
}
