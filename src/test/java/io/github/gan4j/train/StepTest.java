package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Loss;
import io.github.gan4j.Noise;
import io.github.gan4j.model.Networks;
import io.github.gan4j.train.fused.FusedStep;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** What a step does and leaves alone, whatever the route (tutorial steps 4, 5 and 8). */
class StepTest {
    private static final GanOptions.Adam OTHER_ADAM = new GanOptions.Adam(1e-3, 0.9, 0.999, 8e-8);

    private final MultiLayerNetwork generator = ParityCase.generator();
    private final MultiLayerNetwork discriminator = ParityCase.discriminator();
    private final Batch batch = ParityCase.batches(1).get(0);

    static Stream<Named<BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep>>> routes() {
        return ParityTest.routes();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void changesTheDiscriminatorInItsOwnHalfAlone(
            BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) { // tutorial step 5
        var before = discriminator.params().dup();
        route.apply(generator, discriminator).apply(batch);
        assertNotEquals(before, discriminator.params());

        // Other noise in the generator's half: the discriminator would differ if that half touched one bit of it.
        var otherDiscriminator = ParityCase.discriminator();
        var otherNoise = new Batch(batch.real(), batch.discriminatorNoise(), Noise.STANDARD.draw(64, 9));
        var otherGenerator = ParityCase.generator();
        route.apply(otherGenerator, otherDiscriminator).apply(otherNoise);
        assertArrayEquals(
                discriminator.params().data().asFloat(),
                otherDiscriminator.params().data().asFloat());
        assertNotEquals(generator.params(), otherGenerator.params());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void movesTheGeneratorsStatisticsByItsOwnHalfAlone(
            BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) { // tutorial steps 5 and 8; slip E9
        route.apply(generator, discriminator).apply(batch);
        var other = ParityCase.generator();
        var otherFakes = new Batch(batch.real(), Noise.STANDARD.draw(32, 9), batch.generatorNoise());
        route.apply(other, ParityCase.discriminator()).apply(otherFakes);
        for (var key : List.of("2_mean", "2_var", "5_mean", "8_var")) {
            assertEquals(generator.getParam(key), other.getParam(key), key); // tutorial step 8: fakes are inference
        }
        assertNotEquals(ParityCase.generator().getParam("2_mean"), generator.getParam("2_mean"));
    }

    /** The fused route draws all fakes of a whole step in one pass. */
    @ParameterizedTest
    @MethodSource("routes")
    void isItsTwoHalvesOneAfterTheOther(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) {
        var whole = route.apply(generator, discriminator);
        var halves = route.apply(ParityCase.generator(), ParityCase.discriminator());
        for (var next : ParityCase.batches(5)) {
            var expected = whole.apply(next);
            var actual = Losses.of(halves.updateDiscriminator(next), halves.updateGenerator(next));
            assertEquals(expected.discriminator(), actual.discriminator(), 1e-5);
            assertEquals(expected.generator(), actual.generator(), 1e-5);
            assertEquals(expected.accuracy(), actual.accuracy());
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void updatesOneNetworkInEachHalf(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) {
        var step = route.apply(generator, discriminator);
        step.updateDiscriminator(batch);
        assertEquals(ParityCase.generator().params(), generator.params());
        step.updateDiscriminator(batch);
        assertEquals(2, discriminator.getIterationCount());

        var judge = discriminator.params().dup();
        step.updateGenerator(batch);
        assertEquals(judge, discriminator.params());
        assertNotEquals(ParityCase.generator().params(), generator.params());
        assertEquals(1, generator.getIterationCount());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void samplesInInferenceModeAndChangesNothing(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) {
        var step = route.apply(generator, discriminator);
        step.apply(batch); // moves the statistics
        var before = generator.params().dup();
        for (int rows : new int[] {1, 128, 300}) {
            var noise = Noise.STANDARD.draw(rows, 3);
            var columns = noise.dup('f'); // the same numbers, column after column
            assertTrue(generator.output(noise, false).equalsWithEps(step.sample(noise), 1e-5), rows + " rows");
            assertEquals(step.sample(noise), step.sample(columns), rows + " rows");
            assertEquals(Noise.STANDARD.draw(rows, 3), noise, rows + " rows");
        }
        assertEquals(before, generator.params());
    }

    /** The mean of -log p(real) over the reals and of -log(1 - p) over fakes of inference mode, before the update. */
    @ParameterizedTest
    @MethodSource("routes")
    void judgesRealsAsOneAndFakesAsZeroBeforeItsUpdate(
            BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) { // tutorial step 8
        var fakes = generator.output(batch.discriminatorNoise(), false);
        var reals = discriminator.output(batch.real(), false).data().asDouble();
        var judged = discriminator.output(fakes, false).data().asDouble();
        double expected = (DoubleStream.of(reals).map(p -> -Math.log(p)).sum()
                        + DoubleStream.of(judged).map(p -> -Math.log(1 - p)).sum())
                / 64;
        assertEquals(
                expected, route.apply(generator, discriminator).apply(batch).discriminator(), 1e-4);
    }

    /** The mean of -log p over the generator's images of training mode, judged after the discriminator's update. */
    @ParameterizedTest
    @MethodSource("routes")
    void judgesTheGeneratorsImagesAsOneOnBatchStatistics(
            BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) { // tutorial step 8
        double loss = route.apply(generator, discriminator).apply(batch).generator();
        var images = ParityCase.generator().output(batch.generatorNoise(), true);
        var judged = discriminator.output(images, false).data().asDouble();
        assertEquals(64, judged.length);
        assertEquals(DoubleStream.of(judged).map(p -> -Math.log(p)).sum() / 64, loss, 1e-4);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void measuresAccuracyBeforeTheUpdate(
            BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) { // tutorial step 4
        var fakes = generator.output(batch.discriminatorNoise(), false);
        double right = discriminator
                        .output(batch.real(), false)
                        .gt(0.5)
                        .castTo(batch.real().dataType())
                        .sumNumber()
                        .doubleValue()
                + discriminator
                        .output(fakes, false)
                        .lte(0.5)
                        .castTo(fakes.dataType())
                        .sumNumber()
                        .doubleValue();
        assertEquals(
                right / 64, route.apply(generator, discriminator).apply(batch).accuracy(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void changesNoArgument(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) {
        var copy = new Batch(
                batch.real().dup(),
                batch.discriminatorNoise().dup(),
                batch.generatorNoise().dup());
        route.apply(generator, discriminator).apply(batch);
        assertEquals(copy.real(), batch.real());
        assertEquals(copy.discriminatorNoise(), batch.discriminatorNoise());
        assertEquals(copy.generatorNoise(), batch.generatorNoise());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void takesViewsAndOtherSizes(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) {
        var step = route.apply(generator, discriminator);
        var other = route.apply(ParityCase.generator(), ParityCase.discriminator());
        var odd = new Batch(
                Nd4j.toFlattened('f', batch.real()).reshape('f', 32, 784),
                Noise.TRAINING.draw(32, 1),
                Noise.TRAINING.draw(10, 2));
        var plain = new Batch(batch.real(), odd.discriminatorNoise(), odd.generatorNoise());
        assertEquals(step.apply(odd), other.apply(plain));
        assertEquals(step.apply(batch).accuracy(), other.apply(batch).accuracy());
    }

    /** A new optimizer lies in new memory. */
    @ParameterizedTest
    @MethodSource("routes")
    void goesOnWithANewOptimizer(BiFunction<MultiLayerNetwork, MultiLayerNetwork, TrainingStep> route) {
        var step = route.apply(generator, discriminator);
        step.apply(batch);
        Networks.compile(generator, OTHER_ADAM, Loss.CROSS_ENTROPY);
        Networks.compile(discriminator, OTHER_ADAM, Loss.CROSS_ENTROPY);
        var parameters = discriminator.params().dup();
        var loss = step.apply(batch);

        var otherGenerator = ParityCase.generator();
        var otherDiscriminator = ParityCase.discriminator();
        route.apply(otherGenerator, otherDiscriminator).apply(batch);
        Networks.compile(otherGenerator, OTHER_ADAM, Loss.CROSS_ENTROPY);
        Networks.compile(otherDiscriminator, OTHER_ADAM, Loss.CROSS_ENTROPY);
        assertEquals(parameters, otherDiscriminator.params());
        assertEquals(loss, route.apply(otherGenerator, otherDiscriminator).apply(batch));
        assertEquals(otherGenerator.params(), generator.params());
        assertEquals(otherDiscriminator.params(), discriminator.params());
    }

    @Test
    void isTheSameOnBothRoutesForTwentySteps() {
        var layers = new LayerStep(generator, discriminator);
        var fused = new FusedStep(ParityCase.generator(), ParityCase.discriminator());
        for (var next : ParityCase.batches(20)) {
            var expected = layers.apply(next);
            var actual = fused.apply(next);
            assertEquals(expected.discriminator(), actual.discriminator(), 1e-4);
            assertEquals(expected.generator(), actual.generator(), 1e-4);
        }
    }

    @Test
    void fusesPlainDenseNetworksOnly() {
        assertTrue(FusedStep.supports(generator, discriminator));
        assertFalse(FusedStep.supports(discriminator, generator)); // batch normalisation in the discriminator
    }
}
