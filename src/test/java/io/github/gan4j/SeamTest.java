package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** The names and types that users write against: a change here breaks their code. */
class SeamTest {
    private record Verb(Class<?> type, Class<?> result, String name, Class<?>... parameters) {
        @Override
        public String toString() {
            return type.getSimpleName() + "." + name
                    + Arrays.stream(parameters).map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    private static Verb verb(Class<?> result, String name, Class<?>... parameters) {
        return new Verb(Gan4j.class, result, name, parameters);
    }

    static List<Verb> verbs() {
        return List.of(
                verb(Images.class, "loadMnist"),
                verb(Images.class, "loadMnist", Path.class),
                verb(Images.class, "loadMnistTest"),
                verb(Images.class, "loadMnistTest", Path.class),
                verb(Images.class, "loadIdx", Path.class),
                verb(Images.class, "loadIdx", Path.class, Path.class),
                verb(Images.class, "syntheticDigits", int.class, long.class),
                verb(Images.class, "loadDigits"),
                verb(Generator.class, "buildGenerator"),
                verb(Generator.class, "buildGenerator", NetworkOptions.class),
                verb(Discriminator.class, "buildDiscriminator"),
                verb(Discriminator.class, "buildDiscriminator", NetworkOptions.class),
                verb(Gan.class, "buildGan", Generator.class, Discriminator.class),
                verb(Gan.class, "buildGan", Generator.class, Discriminator.class, GanOptions.class),
                verb(void.class, "summary", Generator.class),
                verb(void.class, "summary", Discriminator.class),
                verb(void.class, "summary", Gan.class),
                verb(void.class, "summary", MultiLayerNetwork.class),
                verb(StepLoss.class, "trainStep", Gan.class, Images.class),
                verb(StepLoss.class, "trainStep", Gan.class, INDArray.class, INDArray.class, INDArray.class),
                verb(LossHistory.class, "train", Gan.class, Images.class, int.class),
                verb(LossHistory.class, "train", Gan.class, Images.class, TrainOptions.class),
                verb(INDArray.class, "sample", Gan.class, int.class),
                verb(INDArray.class, "sample", Gan.class, int[].class),
                verb(ImageGrid.class, "plotGrid", Gan.class),
                verb(ImageGrid.class, "plotGrid", Images.class),
                verb(ImageGrid.class, "plotGrid", INDArray.class),
                verb(LossChart.class, "plotLosses", LossHistory.class),
                verb(GridAnimation.class, "plotProgress", LossHistory.class),
                verb(ImageGrid.class, "plotInterpolation", Gan.class, INDArray.class, INDArray.class),
                verb(ImageGrid.class, "plotInterpolation", Gan.class, int.class, int.class),
                verb(void.class, "show", Object.class),
                verb(void.class, "showWindow", Object.class),
                verb(void.class, "saveHtml", LossChart.class, Path.class),
                verb(void.class, "save", Gan.class, Path.class),
                verb(Gan.class, "loadGan", Path.class),
                verb(void.class, "about"));
    }

    static List<Verb> values() {
        return List.of(
                new Verb(Gan.class, Generator.class, "generator"),
                new Verb(Gan.class, Discriminator.class, "discriminator"),
                new Verb(Gan.class, int.class, "step"),
                new Verb(Generator.class, MultiLayerNetwork.class, "network"),
                new Verb(Discriminator.class, MultiLayerNetwork.class, "network"),
                new Verb(LossHistory.class, int.class, "size"),
                new Verb(LossHistory.class, StepLoss.class, "get", int.class),
                new Verb(LossHistory.class, double[].class, "discriminator"),
                new Verb(LossHistory.class, double[].class, "generator"),
                new Verb(LossHistory.class, Table.class, "table"),
                new Verb(LossChart.class, Figure.class, "figure"),
                new Verb(LossChart.class, BufferedImage.class, "image"),
                new Verb(LossChart.class, String.class, "html"),
                new Verb(Images.class, int.class, "size"),
                new Verb(Images.class, INDArray.class, "batch", int.class, int.class),
                new Verb(Images.class, int[].class, "labels"),
                new Verb(Images.class, String.class, "name"),
                new Verb(NetworkOptions.class, NetworkOptions.class, "withClasses", int.class),
                new Verb(Batch.class, Batch.class, "withLabels", int[].class, int[].class),
                new Verb(Batch.class, Batch.class, "withInterpolation", INDArray.class),
                new Verb(GanOptions.class, GanOptions.class, "withGradientPenalty", double.class),
                new Verb(GanOptions.class, GanOptions.class, "withDiscriminatorSteps", int.class),
                new Verb(StepLoss.class, OptionalDouble.class, "estimate"),
                new Verb(Evaluation.class, double.class, "conditionalAccuracy"));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void verbIsStatic(Verb verb) throws NoSuchMethodException {
        var method = verb.type.getMethod(verb.name, verb.parameters);
        assertEquals(verb.result, method.getReturnType());
        assertTrue(Modifier.isStatic(method.getModifiers()));
        assertEquals(0, method.getExceptionTypes().length, "a verb throws no checked exception");
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueHasIt(Verb verb) throws NoSuchMethodException {
        var method = verb.type.getMethod(verb.name, verb.parameters);
        assertEquals(verb.result, method.getReturnType());
        assertTrue(Modifier.isPublic(verb.type.getModifiers()));
    }

    @Test
    void stepLossHasItsFivePartsAndAnEstimate() {
        var parts = Arrays.stream(StepLoss.class.getRecordComponents())
                .map(part -> part.getType().getSimpleName() + " " + part.getName())
                .toList();
        assertEquals(
                List.of("int step", "double discriminator", "double generator", "double accuracy", "double millis"),
                parts.subList(0, 5));
        assertEquals(List.of("OptionalDouble estimate"), parts.subList(5, parts.size()));
        assertEquals(OptionalDouble.empty(), new StepLoss(1, 0.7, 0.8, 0.5, 40).estimate());
    }

    @Test
    void gridIsAPictureOfJava() {
        assertEquals(BufferedImage.class, ImageGrid.class.getSuperclass());
    }

    @Test
    void tableHasItsFiveColumns() {
        var table = LossHistory.of(List.of(new StepLoss(1, 0.7, 0.8, 0.5, 40))).table();
        assertEquals(List.of("step", "discriminator", "generator", "accuracy", "millis"), table.columnNames());
        assertEquals(1, table.intColumn("step").get(0));
        assertEquals(0.7, table.doubleColumn("discriminator").get(0));
        assertEquals(0.8, table.doubleColumn("generator").get(0));
        assertEquals(0.5, table.doubleColumn("accuracy").get(0));
        assertEquals(40, table.doubleColumn("millis").get(0));
    }
}
