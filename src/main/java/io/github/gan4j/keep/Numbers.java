package io.github.gan4j.keep;

import io.github.gan4j.Loss;
import io.github.gan4j.StepLoss;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Numbers as the bytes of a checkpoint: little-endian float32, and five float64 for the losses of a step, or six with an estimate. */
final class Numbers {

    private Numbers() {}

    /** Step, discriminator's loss, generator's loss, accuracy and milliseconds, and with scores the estimate. */
    static int bytesOfStep(Loss loss) {
        return (loss.isScore() ? 6 : 5) * Double.BYTES;
    }

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

    static byte[] pack(List<StepLoss> losses, Loss loss) {
        var buffer = ByteBuffer.allocate(losses.size() * bytesOfStep(loss)).order(ByteOrder.LITTLE_ENDIAN);
        for (var step : losses) {
            buffer.putDouble(step.step()).putDouble(step.discriminator()).putDouble(step.generator());
            buffer.putDouble(step.accuracy()).putDouble(step.millis());
            if (loss.isScore()) {
                buffer.putDouble(step.estimate().orElse(Double.NaN));
            }
        }
        return buffer.array();
    }

    static List<StepLoss> unpackLosses(byte[] packed, Loss loss) {
        var buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        var losses = new ArrayList<StepLoss>(packed.length / bytesOfStep(loss));
        while (buffer.hasRemaining()) {
            losses.add(new StepLoss(
                    step(buffer.getDouble()),
                    buffer.getDouble(),
                    buffer.getDouble(),
                    buffer.getDouble(),
                    buffer.getDouble(),
                    loss.isScore() ? OptionalDouble.of(buffer.getDouble()) : OptionalDouble.empty()));
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
