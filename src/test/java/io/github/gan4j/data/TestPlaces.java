package io.github.gan4j.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A checkout's data folder and a cache, for finders of three tiny images; they print here. */
final class TestPlaces {
    static final String IMAGES = "train-images-idx3-ubyte";
    static final String LABELS = "train-labels-idx1-ubyte";

    final Path checkout;
    final Path cache;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    TestPlaces(Path folder) {
        checkout = folder.resolve("data");
        cache = folder.resolve("cache");
    }

    static void putInto(Path place) throws IOException {
        Files.createDirectories(place);
        Files.write(place.resolve(IMAGES), Idx.images(3));
        Files.write(place.resolve(LABELS), Idx.labels(3));
    }

    /** A finder that asks no server. */
    DataFinder offline(Optional<Path> setting) {
        return finder(new Places(setting, List.of(checkout), cache, true), List.of(), DataFinderTest.limits());
    }

    /** A finder that asks a server. */
    DataFinder online(LoopbackServer mirror, DownloadLimits limits) {
        return finder(new Places(Optional.empty(), List.of(checkout), cache, false), List.of(mirror), limits);
    }

    private DataFinder finder(Places places, List<LoopbackServer> mirrors, DownloadLimits limits) {
        var addresses = mirrors.stream().map(LoopbackServer::address).toList();
        return new DataFinder(TinyMnist.from(addresses), places, limits, new PrintStream(printed, true));
    }

    String printed() {
        return printed.toString();
    }
}
