package io.github.gan4j.data;

import static io.github.gan4j.data.TestPlaces.IMAGES;
import static io.github.gan4j.data.TestPlaces.LABELS;
import static io.github.gan4j.data.TestPlaces.putInto;
import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are there and were not taken are named, and another set is not taken for the one that was asked for. */
@Timeout(30)
class RefusedDataTest {
    @TempDir
    Path folder;

    private TestPlaces places;

    @BeforeEach
    void namesFolders() {
        places = new TestPlaces(folder);
    }

    @Test
    void isNamedInTheOneLine() throws IOException {
        putInto(places.checkout);
        var images = places.checkout.resolve(IMAGES);
        Files.write(images, Arrays.copyOf(Idx.images(3), 1_000));
        Files.createDirectories(places.cache);
        var labels = places.cache.resolve("train-labels.idx1-ubyte");
        Files.write(labels, Idx.gzip(Idx.labels(4)));

        assertTrue(places.offline(Optional.empty()).trainOrSynthetic().isSynthetic());
        var line = places.printed();
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.startsWith("No tiny here (" + images + " is cut short"), line);
        assertTrue(line.contains(labels + " has another content"), line);
        assertTrue(line.contains("gan4j.offline is set): these are 60,000 synthetic digits instead."), line);
    }

    @Test
    void isNamedWhereHalfOfItIsMissing() throws IOException {
        Files.createDirectories(places.checkout);
        Files.write(places.checkout.resolve(IMAGES), Idx.images(3));

        places.offline(Optional.empty()).trainOrSynthetic();
        assertTrue(
                places.printed().startsWith("No tiny here (" + places.checkout + " must hold " + LABELS),
                places.printed());
    }

    @Test
    void isNoReasonWhereNobodyPutAnything() throws IOException {
        Files.createDirectories(places.cache);
        Files.write(places.cache.resolve(".lock"), new byte[0]);

        places.offline(Optional.empty()).trainOrSynthetic();
        assertTrue(places.printed().startsWith("No tiny here (no usable files, and "), places.printed());
    }

    @Test
    void isACacheThatCannotBeWritten() throws IOException {
        Files.writeString(places.cache, "a file where the folder should be");
        try (var mirror = new LoopbackServer(DataFinderTest.MIRROR)) {
            assertTrue(places.online(mirror, DataFinderTest.limits())
                    .trainOrSynthetic()
                    .isSynthetic());
        }
        assertTrue(places.printed().contains(places.cache + " cannot be written to"), places.printed());
        assertEquals(1, places.printed().lines().count());
    }

    @Test
    void isAnotherSetInTheFolderOfTheSetting() throws IOException {
        var clothes = Files.createDirectories(folder.resolve("clothes"));
        Files.write(clothes.resolve(IMAGES + ".gz"), Idx.gzip(Idx.images(7)));
        Files.write(clothes.resolve(LABELS + ".gz"), Idx.gzip(Idx.labels(7)));
        putInto(places.checkout); // is not looked at

        var finder = places.offline(Optional.of(clothes));
        assertEquals(Optional.empty(), finder.trainIfHere());
        var e = assertThrows(UncheckedIOException.class, finder::train).getMessage();
        assertTrue(e.startsWith("loadMnist: with gan4j.data set to " + clothes + ", "), e);
        assertThrows(UncheckedIOException.class, finder::trainOrSynthetic);
    }

    @Test
    void isAFolderOfTheSettingThatIsNotThere() {
        var finder = places.offline(Optional.of(folder.resolve("nowhere")));

        assertThrows(UncheckedIOException.class, finder::trainIfHere);
    }

    @Test
    void isTakenApartFromAnotherSetBesideIt() throws IOException {
        var both = folder.resolve("both");
        putInto(both.resolve("mnist"));
        var clothes = Files.createDirectories(both.resolve("clothes"));
        Files.write(clothes.resolve(IMAGES), Arrays.copyOf(Idx.imagesHeader(3), 2_368));
        Files.write(clothes.resolve(LABELS), Idx.labels(3));

        assertEquals(3, places.offline(Optional.of(both)).train().size());
        assertTrue(places.offline(Optional.of(both)).trainIfHere().isPresent());
    }
}
