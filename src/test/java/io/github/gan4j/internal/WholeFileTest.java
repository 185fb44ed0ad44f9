package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.*;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writesWhatWasThereBefore() throws IOException {
        file = folder.resolve("file");
        Files.writeString(file, "before");
    }

    private void assertKeeps(String words, WholeFile.Content content) throws IOException {
        var message = assertThrows(IOException.class, () -> WholeFile.write(file, content))
                .getMessage();
        assertTrue(message.contains(file + " must be writable, but is not: "), message);
        assertTrue(message.contains(words), message);
        assertEquals("before", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void keepsWhatWasThereWhenTheDiskIsFullAfterAnyNumberOfBytes() throws IOException {
        for (int bytes = 0; bytes < 200; bytes++) {
            var written = new byte[bytes];
            assertKeeps("No space left on device", out -> {
                out.write(written);
                throw new IOException("No space left on device");
            });
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsWhatWasThereWhenTheSystemSaysThatTheDiskIsFull() throws IOException {
        assertKeeps("No space left on device", out -> {
            try (var full = new FileOutputStream("/dev/full")) {
                full.write(1);
            }
        });
    }

    @Test
    void keepsWhatWasThereWhenTheProgramFails() throws IOException {
        assertThrows(
                IllegalStateException.class,
                () -> WholeFile.write(file, out -> {
                    out.write(1);
                    throw new IllegalStateException();
                }));
        assertEquals("before", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void saysThatAFolderIsReadOnly() {
        assertTrue(folder.toFile().setWritable(false));
        // who may write everywhere, as root may, still cannot make a file in /proc
        var readOnly = Files.isWritable(folder) ? Path.of("/proc/gan.zip") : file;
        var message = assertThrows(IOException.class, () -> WholeFile.write(readOnly, out -> out.write(1)))
                .getMessage();
        assertTrue(folder.toFile().setWritable(true));
        assertTrue(message.startsWith(readOnly + " must be writable, but is not: "), message);
    }

    @Test
    void saysThatAFolderIsInTheWay() {
        var message = assertThrows(IOException.class, () -> WholeFile.write(folder, out -> out.write(1)))
                .getMessage();
        assertTrue(message.startsWith(folder + " must be a file, but is a folder"), message);
    }

    @Test
    void saysThatTheRootIsAFolder() {
        var root = folder.getRoot();
        var message = assertThrows(IOException.class, () -> WholeFile.write(root, out -> out.write(1)))
                .getMessage();
        assertTrue(message.startsWith(root + " must be a file, but is a folder"), message);
    }

    @Test
    void letsTwoWritersReplaceTheSameFileAtOnce() throws Exception {
        Callable<Void> writer = () -> {
            for (int i = 0; i < 200; i++) {
                WholeFile.write(file, out -> out.write('x'));
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(2);
        for (var done : threads.invokeAll(List.of(writer, writer))) {
            done.get();
        }
        threads.shutdown();
        assertEquals("x", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void replacesNoDevice() {
        var message = assertThrows(IOException.class, () -> WholeFile.write(Path.of("/dev/null"), out -> out.write(1)))
                .getMessage();
        assertTrue(message.contains("must be a file, but is something else"), message);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void writesWhereALinkPoints() throws IOException {
        var target = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("file"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link"), target);
        WholeFile.write(link, out -> out.write('x'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("x", Files.readString(target));
    }

    @Test
    void removesWhatAKilledProcessLeftLongAgoAndNothingYounger() throws IOException {
        var old = Files.writeString(folder.resolve(".file.1.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        var young = Files.writeString(folder.resolve(".file.2.part"), "half"); // perhaps another process is at it
        WholeFile.write(file, out -> out.write('x'));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
        assertEquals("x", Files.readString(file));
    }

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
    void saysWhatIsInTheWayOfAPicture() throws IOException {
        var below = file.resolve("below/a/file");
        var thrown = assertThrows(UncheckedIOException.class, () -> WholeFile.write("show", below, "text"));
        assertTrue(thrown.getMessage().startsWith("show: " + below + " must be writable, but is not: "));
        assertEquals("before", Files.readString(file));
    }
}
