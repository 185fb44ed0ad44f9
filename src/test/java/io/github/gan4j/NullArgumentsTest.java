package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.sweep.Rows;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.plotly.components.Figure;

/** After a cell that failed, a variable is null: every verb says which. */
class NullArgumentsTest {
    private static final Gan GAN = SmallPair.of(8, GanOptions.defaults());
    private static final LossHistory LOSSES = Gan4j.train(GAN, Gan4j.syntheticDigits(40, 1), 2);
    private static final Map<Class<?>, Object> GOOD = Map.ofEntries(
            Map.entry(Gan.class, GAN),
            Map.entry(Generator.class, GAN.generator()),
            Map.entry(Discriminator.class, GAN.discriminator()),
            Map.entry(MultiLayerNetwork.class, GAN.generator().network()),
            Map.entry(Images.class, Gan4j.syntheticDigits(40, 1)),
            Map.entry(ImageShape.class, ImageShape.MNIST),
            Map.entry(BufferedImage.class, Gan4j.plotGrid(GAN)),
            Map.entry(LossHistory.class, LOSSES),
            Map.entry(LossChart.class, Gan4j.plotLosses(LOSSES)),
            Map.entry(Figure.class, Gan4j.plotLosses(LOSSES).figure()),
            Map.entry(
                    Batch.class,
                    Batch.of(
                            Gan4j.syntheticDigits(1, 1).batch(0, 1),
                            Noise.TRAINING.draw(1, 1),
                            Noise.TRAINING.draw(1, 2))),
            Map.entry(Path.class, Path.of("target", "there", "is", "no", "such", "file")),
            Map.entry(TrainOptions.class, TrainOptions.steps(1)),
            Map.entry(GridOptions.class, GridOptions.defaults()),
            Map.entry(GanOptions.class, GanOptions.defaults()),
            Map.entry(NetworkOptions.class, NetworkOptions.defaults()),
            Map.entry(EvaluationOptions.class, EvaluationOptions.defaults().withCount(100)),
            Map.entry(SweepOptions.class, SweepOptions.steps(1).withVariant("tutorial", GanOptions.defaults())),
            Map.entry(Sweep.class, new Sweep("digits", List.of(), Rows.table(List.of()))),
            Map.entry(INDArray.class, Noise.TRAINING.draw(1, 1)),
            Map.entry(int[].class, new int[] {0}),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L));

    static Stream<Arguments> arguments() {
        return Arrays.stream(Gan4j.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .flatMap(method -> IntStream.range(0, method.getParameterCount())
                        .filter(i -> mayNotBeNull(method.getParameters()[i]))
                        .mapToObj(i -> Arguments.of(method, i)));
    }

    private static boolean mayNotBeNull(Parameter parameter) {
        return !parameter.getType().isPrimitive()
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void everyVerbNamesTheArgumentThatIsNull(Method verb, int place) {
        var arguments = Arrays.stream(verb.getParameterTypes())
                .map(type -> GOOD.getOrDefault(type, GAN))
                .toArray();
        arguments[place] = null;
        var thrown = assertThrows(InvocationTargetException.class, () -> verb.invoke(null, arguments))
                .getCause();
        assertEquals(IllegalArgumentException.class, thrown.getClass(), thrown::toString);
        var start = verb.getName() + ": " + verb.getParameters()[place].getName() + " must be given, but got null.\n";
        assertTrue(thrown.getMessage().startsWith(start), thrown::getMessage);
    }

    @Test
    void saysWhatMakesIt() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> Gan4j.train(GAN, null, 1));
        assertEquals(
                "train: images must be given, but got null.\nRun the line that makes it again, such as var digits = loadDigits().",
                thrown.getMessage());
    }

    @Test
    void valuesNameIt() {
        assertThrows(IllegalArgumentException.class, () -> GAN.sample(null));
        assertThrows(IllegalArgumentException.class, () -> GanOptions.defaults().withNoise(null));
        assertThrows(IllegalArgumentException.class, () -> GanOptions.defaults().withLoss(null));
        assertThrows(IllegalArgumentException.class, () -> TrainOptions.steps(1).withGrids(1, null));
        assertThrows(IllegalArgumentException.class, () -> TrainOptions.steps(1).withCheckpoints(1, null));
    }
}
