package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Conditional pairs against the whole reference on MNIST's images and labels, where that and PyTorch are to be had. */
class ConditionalOracleTest {
    private static final String LONG = "a minute; with -Dgan4j.widths=8,20 it runs, as in .ci/run";
    private static final int STEPS = 10;
    private static final int STEPS_OF_LAYERS = 6; // in float32, as in DcganOracleTest
    private static final String SEED = System.getProperty("gan4j.seeds", "2").split(",")[0];

    @TempDir
    static Path folder;

    static Stream<Arguments> pairs() {
        return Stream.of(Model.values())
                .flatMap(model -> Stream.of(Route.values()).map(route -> Arguments.of(model, route)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesOnMnist(Model model, Route route) throws Exception {
        var oracle = oracle(model);
        assertEquals(
                List.of(), OracleTest.differences(oracle.expected(), oracle.run(route, route.type), route.tolerance));
    }

    @EnabledIfSystemProperty(named = "gan4j.widths", matches = ".+", disabledReason = LONG)
    @ParameterizedTest
    @EnumSource
    void layersAgreeOnMnistInFloat32(Model model) throws Exception {
        var oracle = oracle(model);
        var differences = OracleTest.differences(oracle.expected(), oracle.run(Route.LAYERS, DataType.FLOAT), 1e-3);
        for (int step = 1; step <= STEPS_OF_LAYERS; step++) {
            var name = "a loss of step " + step + " ";
            assertTrue(differences.stream().noneMatch(words -> words.startsWith(name)), differences::toString);
        }
    }

    private static FamilyOracle oracle(Model model) throws Exception {
        return FamilyOracle.of(folder, Family.conditional(model), SEED, STEPS);
    }
}
