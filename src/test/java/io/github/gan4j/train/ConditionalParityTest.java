package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.train.FamilyCase.Family;
import io.github.gan4j.train.FamilyCase.Model;
import io.github.gan4j.train.FamilyCase.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditional pairs against the float64 reference, and proof that the comparison sees published ports' mistakes (row K5). */
class ConditionalParityTest {
    private static final JsonNode FIXTURE = ParityCase.fixture("conditional-parity.json");
    private static final Map<List<Object>, ParityCase.Result> RESULTS = new HashMap<>();

    static Stream<Arguments> pairs() {
        return Stream.of(Model.values())
                .flatMap(model -> Stream.of(Route.values()).map(route -> Arguments.of(model, route)));
    }

    static Stream<Arguments> plantedChanges() {
        return Stream.of(Model.values())
                .flatMap(model -> ParityTest.plantedChanges(expected(model))
                        .flatMap(change -> Stream.of(Route.values()).map(route -> Arguments.of(model, route, change))));
    }

    private static JsonNode expected(Model model) {
        return FIXTURE.get(model.name().toLowerCase(Locale.ROOT));
    }

    private static ParityCase.Result result(Model model, Route route) {
        int steps = expected(model).get("truth").get("generator").size();
        return RESULTS.computeIfAbsent(
                List.of(model, route),
                key -> FamilyCase.ofFormula(Family.conditional(model), route.type)
                        .run(route, FamilyCase.batches(Family.conditional(model), steps, route.type)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesWithTheReference(Model model, Route route) {
        var differences = ParityTest.differences(expected(model).get("truth"), result(model, route), route.tolerance);
        assertEquals(List.of(), differences);
    }

    /** The reference with one change in it must not agree: else this test would not notice that change in the step. */
    @ParameterizedTest
    @MethodSource("plantedChanges")
    void noticesAPlantedChange(Model model, Route route, String change) {
        var planted = expected(model).get("planted").get(change);
        var losses = result(model, route).losses;
        double most = 0;
        for (int i = 0; i < losses.size(); i++) {
            most = Math.max(
                    most,
                    Math.abs(planted.get("discriminator").get(i).asDouble()
                            - losses.get(i).discriminator()));
            most = Math.max(
                    most,
                    Math.abs(planted.get("generator").get(i).asDouble()
                            - losses.get(i).generator()));
        }
        assertTrue(most > 10 * route.tolerance, change + " moves the losses by " + most);
    }
}
