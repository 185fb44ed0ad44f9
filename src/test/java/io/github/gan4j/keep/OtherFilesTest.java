package io.github.gan4j.keep;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Gan4j;
import io.github.gan4j.SmallPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were never a checkpoint: each is called what it is, and an earlier checkpoint is not advised. */
class OtherFilesTest {
    @TempDir
    Path folder;

    @Test
    void isAModelOfDl4j() throws IOException {
        var file = folder.resolve("model.zip");
        ModelSerializer.writeModel(SmallPair.generator(1).network(), file.toFile(), true);

        var message = refusal(file);
        assertTrue(message.contains("has no header.txt: it is a model as DL4J's ModelSerializer writes it."), message);
        assertTrue(message.contains("new Generator("), message);
        assertTrue(message.contains("ModelSerializer.restoreMultiLayerNetwork(new java.io.File(\"" + file), message);
    }

    @ParameterizedTest
    @CsvSource({
        "model.weights.h5, a model as Keras writes it",
        "archive/data.pkl, a model as PyTorch writes it",
        "arr_0.npy, NumPy arrays",
        "META-INF/MANIFEST.MF, a Java archive",
        "grid.png, an archive of other files"
    })
    void isAnotherArchive(String entry, String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        var message = refusal(Files.write(folder.resolve("a.zip"), bytes.toByteArray()));
        assertTrue(message.contains("has no header.txt: it is " + name + "."), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html>Sign in</html>                                 | a web page (HTML)",
                "version https://git-lfs.github.com/spec/v1 oid sha256:0000 size 100 | a Git LFS pointer",
                "step,discriminator,generator,accuracy,millis                        | a table in text (CSV)",
                "\\211PNG\\r\\n\\32\\n-----------------------------------------------  | a PNG picture",
                "\\211HDF\\r\\n\\32\\n-----------------------------------------------  | an HDF5 file",
            })
    void isNoArchive(String escaped, String name) throws IOException {
        var content = escaped.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        var message = refusal(Files.write(folder.resolve("gan.zip"), content));
        assertTrue(message.contains("is cut short or no zip archive: it is " + name + "."), message);
    }

    private static String refusal(Path file) {
        var message = assertThrows(UncheckedIOException.class, () -> Gan4j.loadGan(file))
                .getMessage();
        assertFalse(message.contains("earlier"), message);
        return message;
    }
}
