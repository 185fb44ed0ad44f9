package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void makesFoldersAndReplacesAndLeavesNothingElse() throws IOException {
        var file = folder.resolve("a/b/picture.png");
        WholeFile.write("show", file, "first");
        WholeFile.write("show", file, "second");
        assertEquals("second", Files.readString(file));
        assertArrayEquals(
                new String[] {"picture.png"}, file.getParent().toFile().list());
    }

    @Test
    void goesThroughALinkToAFolder() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        WholeFile.write("show", link.resolve("page.html"), "page");
        assertEquals("page", Files.readString(folder.resolve("real/page.html")));
    }

    @Test
    void letsTwoWritersReplaceTheSameFileAtOnce() throws Exception {
        var file = folder.resolve("page.html");
        Callable<Void> writer = () -> {
            for (int i = 0; i < 300; i++) {
                WholeFile.write("show", file, "page");
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(2);
        for (var done : threads.invokeAll(List.of(writer, writer))) {
            done.get();
        }
        threads.shutdown();
        assertArrayEquals(new String[] {"page.html"}, folder.toFile().list());
        assertEquals("page", Files.readString(file));
    }

    @Test
    void followsNoLinkThatWasPutInItsWay() throws IOException {
        var other = Files.writeString(folder.resolve("other"), "other");
        var file = folder.resolve("page.html");
        Files.createSymbolicLink(folder.resolve("page.html.part"), other);
        Files.createSymbolicLink(file, other);
        WholeFile.write("show", file, "page");
        assertEquals("other", Files.readString(other));
        assertEquals("page", Files.readString(file));
    }

    @Test
    void saysWhatIsInTheWay() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        for (var wrong : new Path[] {folder, file.resolve("below/a/file")}) {
            var thrown = assertThrows(UncheckedIOException.class, () -> WholeFile.write("show", wrong, "text"));
            var lines = thrown.getMessage().lines().toList();
            assertTrue(lines.get(0).startsWith("show: " + wrong + " must be a file that can be written, but got "));
            assertEquals("Name one in another folder, or make room.", lines.get(1));
        }
        assertEquals(0, Files.size(file));
    }
}
