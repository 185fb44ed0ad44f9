package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies where IDX files should, because a server, a tool or somebody in a hurry put it there. */
class ForeignFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<!DOCTYPE html><html><head>                | a web page (HTML)",
                "\\n\\n  <html lang='en'><body>Not found     | a web page (HTML)",
                "\\357\\273\\277<!-- --><HTML>               | a web page (HTML)",
                "<?xml version='1.0'?><Error>               | XML",
                "label,1x1,1x2,1x3                          | a table in text (CSV)",
                "5,0,0,0,0,0,0,0,0,0,0,0\\r\\n7,0,0,0        | a table in text (CSV)",
                "5\\t0\\t0\\t0\\t0                           | a table in text (CSV)",
                "version https://git-lfs.github.com/spec/v1 | a Git LFS pointer",
                "{'message': 'not found'}                   | JSON",
                "Not found                                  | text",
                "\\304\\326\\334 in Latin 1                   | text",
                "PK\\3\\4ttttttttttttttttttt                 | a zip archive",
                "\\211PNG\\r\\n\\32\\n-------------            | a PNG picture",
                "\\377\\330\\377\\340 a photo                  | a JPEG picture",
                "GIF89a--------------                       | a GIF picture",
                "\\223NUMPY\\1\\0v\\0------------             | a NumPy array",
                "\\211HDF\\r\\n\\32\\n--------------           | an HDF5 file",
                "BZh91AY&SY                                 | packed with bzip2",
                "\\3757zXZ\\0--------------                  | packed with xz",
                "\\200\\4\\225----------------                | a Python pickle"
            })
    void areCalledWhatTheyAre(String escaped, String name) throws IOException {
        refuses((escaped.translateEscapes() + "\n").getBytes(StandardCharsets.ISO_8859_1), name);
    }

    @Test
    void areArchives() throws IOException {
        var tar = new byte[1_024];
        System.arraycopy("train/".getBytes(StandardCharsets.UTF_8), 0, tar, 0, 6);
        System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, tar, 257, 5);
        refuses(tar, "a tar archive");
        assertTrue(
                refusal(Idx.gzip(Idx.gzip(Idx.images(3)))).contains("but is packed with gzip."), "it was packed twice");
    }

    @Test
    void areZeros() throws IOException {
        refuses(new byte[3_000], "zeros alone");
    }

    @Test
    void sayHowToGetTheFileItself() throws IOException {
        assertTrue(refusal(text("version https://git-lfs.github.com/spec/v1")).endsWith("git lfs pull"));
        assertTrue(refusal(text("<html>")).contains("A server sent it"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void refuses(byte[] content, String name) throws IOException {
        for (var file : new byte[][] {content, Idx.gzip(content)}) {
            var words = " is no IDX file of images: it must begin with the number 2051, but is " + name + ".";
            assertTrue(refusal(file).startsWith("loadIdx: " + folder.resolve("file") + words), refusal(file));
        }
    }

    private String refusal(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("file"), content);
        return assertThrows(UncheckedIOException.class, () -> IdxReader.load(file))
                .getMessage();
    }
}
