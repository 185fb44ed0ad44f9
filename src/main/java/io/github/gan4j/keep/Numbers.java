package io.github.gan4j.keep;

import io.github.gan4j.StepLoss;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Numbers as the bytes of a checkpoint: little-endian float32, and five float64 for the losses of a step. */
final class Numbers {
    /** Step, discriminator's loss, generator's loss, accuracy and milliseconds. */
    static final int BYTES_OF_STEP = 5 * Double.BYTES;

    private Numbers() {}

    static byte[] pack(float[] values) {
        var buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    static float[] unpackFloats(byte[] packed) {
        var values = new float[packed.length / Float.BYTES];
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    static byte[] pack(List<StepLoss> losses) {
        var buffer = ByteBuffer.allocate(losses.size() * BYTES_OF_STEP).order(ByteOrder.LITTLE_ENDIAN);
        for (var loss : losses) {
            buffer.putDouble(loss.step()).putDouble(loss.discriminator()).putDouble(loss.generator());
            buffer.putDouble(loss.accuracy()).putDouble(loss.millis());
        }
        return buffer.array();
    }

    static List<StepLoss> unpackLosses(byte[] packed) {
        var buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        var losses = new ArrayList<StepLoss>(packed.length / BYTES_OF_STEP);
        while (buffer.hasRemaining()) {
            losses.add(new StepLoss(
                    step(buffer.getDouble()),
                    buffer.getDouble(),
                    buffer.getDouble(),
                    buffer.getDouble(),
                    buffer.getDouble()));
        }
        return losses;
    }

    private static int step(double number) {
        if (number < 1 || number != (int) number) {
            throw new IllegalArgumentException("a step must be a whole number of at least 1, but is " + number);
        }
        return (int) number;
    }
}
