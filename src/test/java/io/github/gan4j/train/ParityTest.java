package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.train.fused.FusedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route against the float64 reference of the Keras step, and proof that the comparison sees what it should. */
class ParityTest {
    private static final double TOLERANCE = 1e-4;
    private static final JsonNode FIXTURE = ParityCase.fixture("parity.json");

    static Stream<Named<BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep>>> routes() {
        return Stream.of(Named.of("layers", LayerStep::new), Named.of("fused", FusedStep::new));
    }

    static Stream<String> plantedChanges(JsonNode fixture) {
        return StreamSupport.stream(
                ((Iterable<String>) () -> fixture.get("planted").fieldNames()).spliterator(), false);
    }

    static Stream<Arguments> plantedChanges() {
        var names = plantedChanges(FIXTURE).toList();
        return routes().flatMap(route -> names.stream().map(name -> Arguments.of(route, name)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void agreesWithTheReferenceOverTwentySteps(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) {
        var result = ParityCase.run(route, 0, ParityCase.STEPS);
        assertEquals(List.of(), differences(FIXTURE.get("truth"), result));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void decaysTheLearningRateAsTheReferenceDoes(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) {
        assertEquals(List.of(), differences(FIXTURE.get("late"), ParityCase.run(route, 12_500_000, 3)));
    }

    /** The reference with one change in it must not agree: else this test would not notice that change in the step. */
    @ParameterizedTest
    @MethodSource("plantedChanges")
    void noticesAPlantedChange(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route, String change) {
        var planted = FIXTURE.get("planted").get(change);
        int steps = planted.get("generator").size();
        var result = RESULTS.computeIfAbsent(
                route + " " + steps,
                key -> steps == 3 ? ParityCase.run(route, 12_500_000, steps) : ParityCase.run(route, 0, steps));
        assertFalse(differences(planted, result).isEmpty(), change);
    }

    private static final Map<String, ParityCase.Result> RESULTS = new java.util.concurrent.ConcurrentHashMap<>();

    private static List<String> differences(JsonNode expected, ParityCase.Result result) {
        return differences(expected, result, TOLERANCE);
    }

    /** Everything that is further from the expected values than the tolerance, in words. */
    static List<String> differences(JsonNode expected, ParityCase.Result result, double tolerance) {
        var differences = new ArrayList<String>();
        for (int i = 0; i < result.losses.size(); i++) {
            var loss = result.losses.get(i);
            double discriminator = expected.get("discriminator").get(i).asDouble();
            double generator = expected.get("generator").get(i).asDouble();
            compare(differences, "d loss " + i, discriminator, loss.discriminator(), tolerance);
            compare(differences, "g loss " + i, generator, loss.generator(), tolerance);
        }
        if (expected.has("gradients")) {
            assertEquals(expected.get("gradients").size(), result.gradients.size());
            result.gradients.forEach((name, values) -> {
                var tensor = expected.get("gradients").get(name);
                double allowed = tolerance * tensor.get("largest").asDouble();
                compareTensor(differences, "gradient " + name, tensor, values, allowed, tolerance);
            });
        }
        assertEquals(expected.get("weights").size(), result.weights.size());
        result.weights.forEach((name, values) -> {
            var tensor = expected.get("weights").get(name);
            double allowed = name.endsWith("_var") ? tolerance / 10 : tolerance; // at momentum 0.99 it hardly moves
            compareTensor(differences, name, tensor, values, allowed, tolerance);
        });
        return differences;
    }

    private static void compareTensor(
            List<String> differences,
            String name,
            JsonNode expected,
            float[] values,
            double allowed,
            double tolerance) {
        double norm = 0;
        double most = 0;
        for (float value : values) {
            norm += (double) value * value;
            most = Math.max(most, Math.abs(value));
        }
        double expectedNorm = expected.get("norm").asDouble();
        compare(differences, name + " largest", expected.get("largest").asDouble(), most, allowed);
        compare(differences, name + " norm", expectedNorm, Math.sqrt(norm), tolerance * expectedNorm);
        for (int i = 0; i < expected.get("values").size(); i++) {
            int at = (int) (i * 7919L % values.length);
            compare(
                    differences,
                    name + " at " + at,
                    expected.get("values").get(i).asDouble(),
                    values[at],
                    allowed);
        }
    }

    private static void compare(List<String> differences, String what, double expected, double actual, double allowed) {
        if (!(Math.abs(expected - actual) <= allowed)) {
            differences.add(what + ": expected " + expected + " but was " + actual);
        }
    }
}
