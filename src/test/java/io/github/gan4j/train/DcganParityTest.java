package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.train.fused.FusedStep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** TensorFlow's pair against the float64 reference, and proof that the comparison sees what it should. */
class DcganParityTest {
    private static final JsonNode FIXTURE = ParityCase.fixture("dcgan-parity.json");
    private static final Map<Route, ParityCase.Result> RESULTS = new EnumMap<>(Route.class);

    enum Route {
        LAYERS(LayerStep::new, DataType.DOUBLE, 1e-6),
        FUSED(FusedStep::new, DataType.FLOAT, 1e-4);

        private final BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> step;
        private final DataType type;
        private final double tolerance;

        Route(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> step, DataType type, double tolerance) {
            this.step = step;
            this.type = type;
            this.tolerance = tolerance;
        }

        private List<String> differences(JsonNode expected) {
            var result = RESULTS.computeIfAbsent(
                    this, route -> DcganCase.ofFormula(type).run(step, DcganCase.batches(type)));
            return ParityTest.differences(expected, result, tolerance);
        }
    }

    static Stream<Arguments> plantedChanges() {
        return Stream.of(Route.values())
                .flatMap(route -> ParityTest.plantedChanges(FIXTURE).map(change -> Arguments.of(route, change)));
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheReferenceOverTenSteps(Route route) {
        assertEquals(List.of(), route.differences(FIXTURE.get("truth")));
    }

    /** The reference with one change in it must not agree: else this test would not notice that change in the step. */
    @ParameterizedTest
    @MethodSource("plantedChanges")
    void noticesAPlantedChange(Route route, String change) {
        assertFalse(route.differences(FIXTURE.get("planted").get(change)).isEmpty(), change);
    }
}
