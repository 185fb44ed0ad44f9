package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gan4j.GanOptions;
import io.github.gan4j.train.FamilyCase.Family;
import io.github.gan4j.train.FamilyCase.Model;
import io.github.gan4j.train.FamilyCase.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The Wasserstein loss with gradient penalty against the whole reference on MNIST, where that and PyTorch are to be had. */
class WassersteinOracleTest {
    private static final String LONG = "a minute; with -Dgan4j.widths=8,20 it runs, as in .ci/run";
    static final GanOptions OPTIONS = GanOptions.wassersteinGp().withDiscriminatorSteps(1); // as the reference has it
    private static final int STEPS = 10;
    private static final double WEIGHT = 10;

    @TempDir
    static Path folder;

    static Stream<Family> families() {
        return Stream.of(Model.values())
                .flatMap(model -> Stream.of(0, FamilyCase.CLASSES).map(classes -> new Family(model, classes, OPTIONS)));
    }

    static Stream<Arguments> pairs() {
        return families()
                .flatMap(family -> Stream.of(
                                System.getProperty("gan4j.seeds", "2").split(","))
                        .flatMap(seed -> Stream.of(Route.values()).map(route -> Arguments.of(family, seed, route))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesOnMnist(Family family, String seed, Route route) throws Exception {
        var oracle = FamilyOracle.of(folder, family, seed, STEPS);
        var result = oracle.run(route, route.type);
        assertEquals(List.of(), differences(oracle, result, route.tolerance));
        for (int step = 0; step < STEPS; step++) {
            double expected = oracle.expected().get("penalty")[step];
            assertEquals(expected, penalty(result.losses.get(step)), route.tolerance * Math.max(1, expected));
        }
    }

    @EnabledIfSystemProperty(named = "gan4j.widths", matches = ".+", disabledReason = LONG)
    @ParameterizedTest
    @MethodSource("families")
    void layersAgreeOnMnistInFloat32(Family family) throws Exception {
        var oracle = FamilyOracle.of(folder, family, "2", STEPS);
        assertEquals(List.of(), differences(oracle, oracle.run(Route.LAYERS, DataType.FLOAT), 1e-4));
    }

    /** Relative where a loss is above 1. */
    private static List<String> differences(FamilyOracle oracle, ParityCase.Result result, double tolerance) {
        return OracleTest.differences(
                oracle.expected(), result, tolerance, loss -> tolerance * Math.max(1, Math.abs(loss)));
    }

    private static double penalty(Losses losses) {
        return (losses.discriminator() + losses.estimate().orElseThrow()) / WEIGHT;
    }
}
