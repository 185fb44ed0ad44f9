package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.SeededRandom;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mirrors that fail one after the other, in an order that a seed shuffles; each finds what the one before left. {@code
 * -Dgan4j.rounds=100} injects every fault 100 times instead of once.
 */
class DownloadFaultsTest {
    private static final int ROUNDS = Integer.getInteger("gan4j.rounds", 1);
    private static final long SEED = Long.getLong("gan4j.roundSeed", 42);
    private static final int IN_A_ROW = 4;
    private static final Duration BOUND = Duration.ofSeconds(10); // for four mirrors of at most 0.8 s, twice each
    private static final DownloadLimits LIMITS =
            new DownloadLimits(Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(800), 100_000, 3);

    @TempDir
    Path folder;

    private final Downloader downloader =
            new Downloader(LIMITS, ProxySelector.of(null), new PrintStream(OutputStream.nullOutputStream()));
    private final Random random = new Random(new SeededRandom(SEED).nextLong());
    private long longest;

    @Test
    void endsWithTheRightBytesWhateverTheMirrorsBeforeDid() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var faults = new ArrayList<>(List.of(ServerFault.values()));
            Collections.shuffle(faults, random);
            for (int i = 0; i < faults.size(); i += IN_A_ROW) {
                fetch(faults.subList(i, Math.min(faults.size(), i + IN_A_ROW)), folder.resolve(round + "-" + i));
            }
        }
        System.out.printf(
                "download: %d faults, each injected %,d times (seed %d) in rows of %d; the next mirror always gave the data;"
                        + " longest row %.1f s%n",
                ServerFault.values().length, ROUNDS, SEED, IN_A_ROW, longest / 1e9);
    }

    private void fetch(List<ServerFault> faults, Path target) throws IOException {
        var servers = new ArrayList<LoopbackServer>();
        try {
            for (var fault : faults) {
                servers.add(new LoopbackServer(fault.answer));
            }
            servers.add(new LoopbackServer(exchange -> exchange.file(ServerFault.Content.BYTES)));
            long start = System.nanoTime();
            downloader.fetch(
                    servers.stream().map(LoopbackServer::address).toList(), target, DownloadFaultsTest::verify);
            long took = System.nanoTime() - start;
            longest = Math.max(longest, took);
            assertTrue(took < BOUND.toNanos(), faults + " took " + took / 1e9 + " s");
            assertArrayEquals(ServerFault.Content.BYTES, Files.readAllBytes(target), faults.toString());
        } finally {
            for (var server : servers) {
                server.close();
            }
        }
    }

    private static void verify(Path file) throws IOException {
        Check.file(Arrays.equals(ServerFault.Content.BYTES, Files.readAllBytes(file)), "it has another content");
    }
}
