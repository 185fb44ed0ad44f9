package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Gan4j;
import io.github.gan4j.Noise;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ArrayChecksTest {
    private static final INDArray PICTURES = Gan4j.syntheticDigits(3, 1).batch(0, 3); // [3, 784]

    static Stream<Arguments> grey() {
        return Stream.of(
                Arguments.of(PICTURES.reshape(3, 28, 28), "images.reshape(3, 784)"),
                Arguments.of(PICTURES.reshape(3, 1, 28, 28), "images.reshape(3, 784)"),
                Arguments.of(PICTURES.reshape(3, 28, 28, 1), "images.reshape(3, 784)"),
                Arguments.of(PICTURES.reshape(1, 3, 784), "images.reshape(3, 784)"),
                Arguments.of(one(0).reshape(28, 28), "images.reshape(1, 784)"),
                Arguments.of(one(0).reshape(784), "images.reshape(1, 784)"));
    }

    @ParameterizedTest
    @MethodSource("grey")
    void greyPicturesAreToldHowToLieFlat(INDArray images, String repair) {
        assertTrue(message(images).contains(", or flatten with " + repair + "."), message(images));
    }

    static Stream<Arguments> colour() {
        var channelsFirst = Nd4j.stack(1, PICTURES, PICTURES, PICTURES).reshape(3, 3, 28, 28);
        var channelsLast = Nd4j.stack(2, PICTURES, PICTURES, PICTURES).reshape(3, 28, 28, 3);
        return Stream.of(
                Arguments.of(channelsFirst, "images.mean(1).reshape(3, 784)", channelsFirst.mean(1)),
                Arguments.of(channelsLast, "images.mean(3).reshape(3, 784)", channelsLast.mean(3)),
                Arguments.of(
                        Nd4j.stack(1, one(0), one(0), one(0)).reshape(1, 3, 28, 28),
                        "images.mean(1).reshape(1, 784)",
                        null),
                Arguments.of(
                        Nd4j.stack(2, one(0), one(0), one(0)).reshape(28, 28, 3),
                        "images.mean(2).reshape(1, 784)",
                        null));
    }

    @ParameterizedTest
    @MethodSource("colour")
    void colouredPicturesAreToldHowToBecomeGrey(INDArray images, String repair, INDArray grey) {
        assertTrue(
                message(images).endsWith("These are in colour: make them grey with " + repair + "."), message(images));
        if (grey != null) {
            assertTrue(grey.reshape(3, 784).equalsWithEps(PICTURES, 1e-6), "the repair must give the pictures");
        }
    }

    static Stream<INDArray> others() {
        return Stream.of(new long[][] {
                    {1, 28, 28, 4},
                    {2, 56, 14},
                    {28, 28, 5},
                    {16, 49},
                    {784, 3},
                    {2, 28, 28, 2},
                    {14, 14, 4},
                    {3, 5, 28, 28}
                })
                .map(shape -> Nd4j.ones(DataType.FLOAT, shape));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingIsAdvisedThatWouldScramble(INDArray images) {
        assertFalse(message(images).contains("reshape"), message(images));
        var real = assertThrows(
                        IllegalArgumentException.class,
                        () -> Gan4j.trainStep(
                                Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator()),
                                images,
                                Noise.TRAINING.draw(1, 1),
                                Noise.TRAINING.draw(2, 1)))
                .getMessage();
        assertFalse(real.contains("reshape"), real);
    }

    @Test
    void whatIsNoNumberGetsTheAdviceOfTrainAndDiagnose() {
        var message = message(Nd4j.valueArrayOf(new long[] {1, 784}, Float.NaN));
        assertEquals(
                "plotGrid: images must be numbers, but got NaN or infinity in them.\n"
                        + "A run that breaks down gives that. " + ArrayChecks.SMALLER_RATE,
                message);
    }

    private static INDArray one(int picture) {
        return PICTURES.get(NDArrayIndex.interval(picture, picture + 1), NDArrayIndex.all())
                .dup();
    }

    private static String message(INDArray images) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> Gan4j.plotGrid(images),
                        () -> Arrays.toString(images.shape()))
                .getMessage();
    }
}
