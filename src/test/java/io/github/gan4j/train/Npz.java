package io.github.gan4j.train;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Reads what numpy.savez writes: each array's numbers in its order 'C', without its shape. */
final class Npz {
    private Npz() {}

    static Map<String, double[]> read(Path file) {
        var arrays = new HashMap<String, double[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(entry.getName().replace(".npy", ""), numbers(zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arrays;
    }

    private static double[] numbers(byte[] npy) {
        var bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        int start = 10 + bytes.getShort(8); // magic, version, length of the header
        var header = new String(npy, 10, start - 10, StandardCharsets.US_ASCII);
        boolean isWhole = header.contains("<i4");
        int size = header.contains("<f8") ? 8 : 4;
        var numbers = new double[(npy.length - start) / size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = size == 8
                    ? bytes.getDouble(start + 8 * i)
                    : isWhole ? bytes.getInt(start + 4 * i) : bytes.getFloat(start + 4 * i);
        }
        return numbers;
    }
}
