package io.github.gan4j.spark;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.Handover;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;

/** Images on their way to another JVM, as the bytes that they are. */
final class SentImages implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int CHUNK = 1 << 16;

    private transient Images images;

    SentImages(Images images) {
        this.images = images;
    }

    Images images() {
        return images;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeUTF(images.name());
        out.writeBoolean(images.isSynthetic());
        out.writeInt(images.shape().height());
        out.writeInt(images.shape().width());
        out.writeInt(images.shape().channels());
        out.writeUnshared(images.labels());
        out.writeUnshared(images.labelNames().toArray(String[]::new));
        writePixels(out);
    }

    private void writePixels(ObjectOutputStream out) throws IOException {
        var pixels = images.pixels();
        out.writeInt(pixels.remaining());
        var chunk = new byte[CHUNK];
        while (pixels.hasRemaining()) {
            int length = Math.min(CHUNK, pixels.remaining());
            pixels.get(chunk, 0, length);
            out.write(chunk, 0, length);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        var name = in.readUTF();
        boolean synthetic = in.readBoolean();
        var shape = new ImageShape(in.readInt(), in.readInt(), in.readInt());
        var labels = (int[]) in.readUnshared();
        var labelNames = List.of((String[]) in.readUnshared());
        var pixels = new byte[in.readInt()];
        in.readFully(pixels);
        var given = new Handover(pixels);
        images = synthetic ? Images.synthetic(name, given, labels) : Images.of(name, shape, given, labels, labelNames);
    }
}
