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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conditional pairs, and such that have the Wasserstein loss with gradient penalty, against the float64 reference; and proof that the
 * comparison sees published ports' mistakes (rows K5 and W4).
 */
class FamilyParityTest {
    private static final Map<String, JsonNode> FIXTURES = Map.of(
            "conditional", ParityCase.fixture("conditional-parity.json"),
            "wasserstein", ParityCase.fixture("wasserstein-parity.json"));
    private static final Map<List<Object>, ParityCase.Result> RESULTS = new HashMap<>();

    /** A pair, and which fixture holds what the reference makes of it. */
    private record Case(String fixture, Family family) {
        JsonNode expected() {
            return FIXTURES.get(fixture).get(family.model().name().toLowerCase(Locale.ROOT));
        }

        ParityCase.Result result(Route route) {
            int steps = expected().get("truth").get("generator").size();
            return RESULTS.computeIfAbsent(
                    List.of(this, route),
                    key -> FamilyCase.ofFormula(family, route.type)
                            .run(route, FamilyCase.batches(family, steps, route.type)));
        }

        @Override
        public String toString() {
            return fixture + " " + family.model();
        }
    }

    private static Stream<Case> cases() {
        return Stream.of(
                new Case("conditional", Family.conditional(Model.DENSE)),
                new Case("conditional", Family.conditional(Model.DCGAN)),
                new Case("wasserstein", new Family(Model.DENSE, 0, WassersteinOracleTest.OPTIONS)),
                new Case("wasserstein", new Family(Model.DCGAN, FamilyCase.CLASSES, WassersteinOracleTest.OPTIONS)));
    }

    static Stream<Arguments> pairs() {
        return cases().flatMap(pair -> Stream.of(Route.values()).map(route -> Arguments.of(pair, route)));
    }

    static Stream<Arguments> plantedChanges() {
        return cases().flatMap(pair -> ParityTest.plantedChanges(pair.expected())
                .flatMap(change -> Stream.of(Route.values()).map(route -> Arguments.of(pair, route, change))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesWithTheReference(Case pair, Route route) {
        var differences = ParityTest.differences(pair.expected().get("truth"), pair.result(route), route.tolerance);
        assertEquals(List.of(), differences);
    }

    /** The reference with one change in it must not agree: else this test would not notice that change in the step. */
    @ParameterizedTest
    @MethodSource("plantedChanges")
    void noticesAPlantedChange(Case pair, Route route, String change) {
        var planted = pair.expected().get("planted").get(change);
        var losses = pair.result(route).losses;
        double most = IntStream.range(0, losses.size())
                .mapToDouble(i -> Math.max(
                        Math.abs(planted.get("discriminator").get(i).asDouble()
                                - losses.get(i).discriminator()),
                        Math.abs(planted.get("generator").get(i).asDouble()
                                - losses.get(i).generator())))
                .max()
                .orElseThrow();
        assertTrue(most > 10 * route.tolerance, change + " moves the losses by " + most);
    }
}
