package io.github.gan4j.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Loss;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Noise;
import io.github.gan4j.Sampling;
import io.github.gan4j.SweepOptions.Variant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentTaskTest {
    static Stream<Variant> variants() {
        var networks = NetworkOptions.defaults();
        var every = GanOptions.defaults()
                .withLearningRate(1.0 / 3)
                .withDiscriminatorLearningRate(0.1 + 0.2)
                .withBeta1(0.1)
                .withBeta2(0.99)
                .withDecay(0)
                .withNoise(new Noise(1e-300, Math.PI))
                .withBatchSize(62)
                .withSampling(Sampling.SHUFFLED)
                .withRealLabel(0.9)
                .withFakes(Fakes.TRAINING);
        var critic = GanOptions.wassersteinGp().withGradientPenalty(0.3).withDiscriminatorSteps(7);
        return Stream.of(
                new Variant("defaults", networks, GanOptions.defaults()),
                new Variant("every option", networks.withLeakySlope(0.3).withMomentum(0.7), every),
                new Variant("critic", networks.withClasses(10), critic),
                new Variant(
                        "pictures",
                        NetworkOptions.dcgan().withWidth(24).withDropout(0.3).withShape(new ImageShape(32, 64, 3)),
                        GanOptions.defaults().withLoss(Loss.LEAST_SQUARES)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aTaskArrivesAsItWas(Variant variant) throws Exception {
        var task = new Task(Task.seeded(variant, Long.MIN_VALUE), 5_000, 3, "200 42 ");
        var arrived = received(SentTask.of(task)).task();
        assertEquals(task, arrived);
        assertEquals(task.digest("images"), arrived.digest("images"));
    }

    private static SentTask received(SentTask sent) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (SentTask) in.readObject();
        }
    }
}
