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
    private static final JsonNode FIXTURE = ParityCase.fixture();

    static Stream<Named<BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep>>> routes() {
        return Stream.of(Named.of("layers", LayerStep::new), Named.of("fused", FusedStep::new));
    }

    static Stream<Arguments> plantedChanges() {
        var names = StreamSupport.stream(
                        ((Iterable<String>) () -> FIXTURE.get("planted").fieldNames()).spliterator(), false)
                .toList();
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

    /** Everything that is further from the expected values than the tolerance, in words. */
    static List<String> differences(JsonNode expected, ParityCase.Result result) {
        var differences = new ArrayList<String>();
        for (int i = 0; i < result.losses.size(); i++) {
            var loss = result.losses.get(i);
            compare(
                    differences,
                    "d loss " + i,
                    expected.get("discriminator").get(i).asDouble(),
                    loss.discriminator(),
                    1);
            compare(differences, "g loss " + i, expected.get("generator").get(i).asDouble(), loss.generator(), 1);
        }
        if (expected.has("gradients")) {
            assertEquals(20, result.gradients.size());
            result.gradients.forEach((name, values) -> compareTensor(
                    differences, "gradient " + name, expected.get("gradients").get(name), values, true));
        }
        assertEquals(26, result.weights.size());
        result.weights.forEach((name, values) ->
                compareTensor(differences, name, expected.get("weights").get(name), values, false));
        return differences;
    }

    private static void compareTensor(
            List<String> differences, String name, JsonNode expected, float[] values, boolean relative) {
        double largest = expected.get("largest").asDouble();
        double scale = relative ? largest : 1;
        double norm = 0;
        double most = 0;
        for (float value : values) {
            norm += (double) value * value;
            most = Math.max(most, Math.abs(value));
        }
        compare(differences, name + " largest", largest, most, scale);
        compare(
                differences,
                name + " norm",
                expected.get("norm").asDouble(),
                Math.sqrt(norm),
                expected.get("norm").asDouble());
        for (int i = 0; i < expected.get("values").size(); i++) {
            int at = (int) (i * 7919L % values.length);
            compare(
                    differences,
                    name + " at " + at,
                    expected.get("values").get(i).asDouble(),
                    values[at],
                    scale);
        }
    }

    private static void compare(List<String> differences, String what, double expected, double actual, double scale) {
        if (!(Math.abs(expected - actual) <= TOLERANCE * scale)) {
            differences.add(what + ": expected " + expected + " but was " + actual);
        }
    }
}
