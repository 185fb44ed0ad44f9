package io.github.gan4j.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A stand-in for Fashion-MNIST, which tests cannot have: 256 large grey shapes in a file of the same format. */
final class Clothes {
    private static final int COUNT = 256;

    private Clothes() {}

    /** The same code, on these pictures. */
    static String insteadOfFashionMnist(String code) throws IOException {
        return code.contains("loadFashionMnist()")
                ? code.replace("loadFashionMnist()", "loadIdx(java.nio.file.Path.of(\"" + file() + "\"))")
                : code;
    }

    private static Path file() throws IOException {
        var bytes = ByteBuffer.allocate(16 + COUNT * 784)
                .putInt(2051) // images
                .putInt(COUNT)
                .putInt(28)
                .putInt(28);
        var random = new Random(7);
        for (int i = 0; i < COUNT; i++) {
            draw(bytes, 2 + random.nextInt(5), 120 + random.nextInt(120));
        }
        return Files.write(Path.of("target", "clothes-idx3-ubyte"), bytes.array());
    }

    /** A rectangle with a margin at both sides. */
    private static void draw(ByteBuffer bytes, int margin, int grey) {
        for (int pixel = 0; pixel < 784; pixel++) {
            int column = pixel % 28;
            bytes.put((byte) (column >= margin && column < 28 - margin ? grey + pixel % 16 : 0));
        }
    }
}
