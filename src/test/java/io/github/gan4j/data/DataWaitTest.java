package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for another's download waits as long as that makes progress. */
@Timeout(60)
class DataWaitTest {
    private static final DownloadLimits IMPATIENT =
            new DownloadLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(900), 100_000, 3);

    @TempDir
    Path folder;

    private TestPlaces places;

    @BeforeEach
    void namesFolders() {
        places = new TestPlaces(folder);
    }

    @Test
    void lastsAsLongAsTheOtherMakesProgress() throws Exception {
        try (var mirror = new LoopbackServer(DataWaitTest::drip)) {
            var first = Executors.newSingleThreadExecutor();
            var size = first.submit(
                    () -> places.online(mirror, DataFinderTest.limits()).train().size());
            while (!Files.exists(places.cache.resolve(TestPlaces.LABELS + ".gz.part"))) {
                Thread.onSpinWait();
            }

            assertEquals(3, places.online(mirror, IMPATIENT).train().size());
            assertEquals(3, size.get());
            first.shutdown();
            assertEquals(2, mirror.requests().size(), "the second took what the first had fetched");
        }
        assertTrue(places.printed().contains("is downloading into " + places.cache + ": waiting for it."));
    }

    @Test
    void endsWhenTheOtherMakesNone() throws IOException {
        try (var lock = FolderLock.take(places.cache, Duration.ofSeconds(1), System.out);
                var mirror = new LoopbackServer(DataFinderTest.MIRROR)) {
            assertTrue(places.online(mirror, IMPATIENT).trainOrSynthetic().isSynthetic());
            assertEquals(places.cache, lock.folder());
        }
        assertEquals(2, places.printed().lines().count(), places.printed());
        assertTrue(places.printed().contains(places.cache + " is used by another"), places.printed());
    }

    /** A slow line: each file takes 1.5 seconds. */
    private static void drip(LoopbackServer.Exchange exchange) throws IOException {
        var file = DataFinderTest.FILES.get(exchange.path());
        exchange.head("200 OK", "Content-Length: " + file.length);
        int bit = (file.length + 29) / 30;
        for (int from = 0; from < file.length; from += bit) {
            exchange.pause(50);
            exchange.write(file, from, Math.min(file.length, from + bit));
        }
    }
}
