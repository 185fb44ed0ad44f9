package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.loadGan;
import static io.github.gan4j.Gan4j.sample;
import static io.github.gan4j.Gan4j.save;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.constraint.NonNegativeConstraint;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;

class CheckpointTest {
    private static final Images DIGITS = syntheticDigits(500, 1);

    @TempDir
    Path folder;

    @AfterEach
    void anyRoute() {
        System.clearProperty("gan4j.route");
    }

    private static Gan tutorialPair() {
        return buildGan(buildGenerator(), buildDiscriminator());
    }

    private static Gan smallPair() {
        return SmallPair.of(8, GanOptions.defaults());
    }

    private Path file() {
        return folder.resolve("gan.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fused", "layers"})
    void resumesBitForBitAsIfItHadNeverStopped(String route) {
        System.setProperty("gan4j.route", route);
        var whole = tutorialPair();
        train(whole, DIGITS, 10);

        var first = tutorialPair();
        train(first, DIGITS, 5);
        save(first, file());
        var second = loadGan(file());
        assertNotSame(first.generator().network(), second.generator().network());
        train(second, DIGITS, 5);

        assertSameBits(whole, second);
    }

    @Test
    void resumesOnTheOtherOptionsToo() {
        var options = GanOptions.defaults()
                .withSeed(-7)
                .withLearningRate(1e-3)
                .withBeta1(0.9)
                .withNoise(Noise.STANDARD)
                .withBatchSize(10)
                .withSampling(Sampling.SHUFFLED)
                .withDiscriminatorLearningRate(2e-3)
                .withLoss(Loss.LEAST_SQUARES)
                .withRealLabel(0.9)
                .withFakes(Fakes.TRAINING);
        var whole = SmallPair.of(8, options);
        train(whole, DIGITS, 10);
        var first = SmallPair.of(8, options);
        train(first, DIGITS, 7);
        save(first, file());
        var second = loadGan(file());
        train(second, DIGITS, 3);
        assertEquals(options, second.options());
        assertSameBits(whole, second);
    }

    static void assertSameBits(Gan expected, Gan found) {
        assertEquals(expected.step(), found.step());
        assertArrayEquals(expected.history().discriminator(), found.history().discriminator());
        assertArrayEquals(expected.history().generator(), found.history().generator());
        assertArrayEquals(
                numbers(expected.generator().network()),
                numbers(found.generator().network()));
        assertArrayEquals(
                numbers(expected.discriminator().network()),
                numbers(found.discriminator().network()));
        assertEquals(sample(expected, 2), sample(found, 2));
    }

    private static float[] numbers(org.deeplearning4j.nn.multilayer.MultiLayerNetwork network) {
        return org.nd4j.linalg.factory.Nd4j.concat(
                        0, network.params(), network.getUpdater().getStateViewArray())
                .toFloatVector();
    }

    @Test
    void keepsAPairThatWasNeverTrained() {
        var gan = smallPair();
        save(gan, file());
        var loaded = loadGan(file());
        assertEquals(0, loaded.history().size());
        train(gan, DIGITS, 2);
        train(loaded, DIGITS, 2);
        assertSameBits(gan, loaded);
    }

    @Test
    void keepsEveryNumberOfTheHistory() {
        var gan = smallPair();
        train(gan, DIGITS, 3);
        save(gan, file());
        var loaded = loadGan(file());
        assertEquals(gan.history().get(2), loaded.history().get(2));
        assertEquals(3, loaded.history().size());
    }

    @Test
    void leavesThePairItSavesAsItWas() {
        var gan = smallPair();
        var untouched = smallPair();
        train(gan, DIGITS, 2);
        save(gan, file());
        train(gan, DIGITS, 2);
        train(untouched, DIGITS, 4);
        assertSameBits(untouched, gan);
    }

    @Test
    void replacesTheEarlierCheckpointAndLeavesNothingElse() throws IOException {
        var gan = smallPair();
        save(gan, file());
        train(gan, DIGITS, 2);
        save(gan, file());
        assertEquals(2, loadGan(file()).step());
        assertEquals(List.of(file()), files());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void savesEverySoManyStepsAndAtTheEnd() {
        var saved = new ArrayList<Integer>();
        var options = TrainOptions.steps(7).withCheckpoints(3, file()).withEachStep(loss -> {
            saved.add(Files.exists(file()) ? loadGan(file()).step() : 0);
        });
        train(smallPair(), DIGITS, options);
        assertEquals(List.of(0, 0, 0, 3, 3, 3, 6), saved);
        assertEquals(7, loadGan(file()).step());
    }

    @Test
    void savesWhenInterruptedAndKeepsTheInterrupt() {
        var gan = smallPair();
        train(gan, DIGITS, TrainOptions.steps(50).withCheckpoints(20, file()).withEachStep(loss -> {
            if (loss.step() == 4) {
                Thread.currentThread().interrupt();
            }
        }));
        assertTrue(Thread.interrupted());
        var loaded = loadGan(file());
        assertEquals(4, loaded.step());
        train(gan, DIGITS, 2);
        train(loaded, DIGITS, 2);
        assertSameBits(gan, loaded);
    }

    @Test
    void savesAndLoadsInAnInterruptedThread() {
        Thread.currentThread().interrupt();
        save(smallPair(), file());
        var loaded = loadGan(file());
        assertTrue(Thread.interrupted());
        assertEquals(0, loaded.step());
    }

    @Test
    void doesNotSaveAPairWhoseLossIsNoNumber() {
        var gan = SmallPair.of(8, GanOptions.defaults().withLearningRate(1e30));
        var error = assertThrows(
                IllegalStateException.class,
                () -> train(gan, DIGITS, TrainOptions.steps(50).withCheckpoints(1000, file())));
        assertTrue(error.getMessage().startsWith("train: losses must be finite, but at step "), error.getMessage());
        assertTrue(gan.step() < 50);
        assertFalse(Files.exists(file()));
    }

    @Test
    void refusesAMissingFolderBeforeTheFirstStep() {
        var gan = smallPair();
        var missing = folder.resolve("a/b/gan.zip");
        assertSays("must lie in a folder, but there is no folder", () -> save(gan, missing));
        assertSays(
                "must lie in a folder",
                () -> train(gan, DIGITS, TrainOptions.steps(9).withCheckpoints(5, missing)));
        assertEquals(0, gan.step());
    }

    private static void assertSays(String words, Runnable call) {
        var message = assertThrows(UncheckedIOException.class, call::run).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void refusesCheckpointsLessThanAStepApart() {
        var options = TrainOptions.steps(5);
        assertThrows(IllegalArgumentException.class, () -> options.withCheckpoints(0, file()));
    }

    static Stream<Layer> layersThatNoCheckpointHolds() {
        return Stream.of(
                new DropoutLayer(new GaussianDropout(0.5)),
                new ActivationLayer(Activation.SOFTPLUS),
                new DenseLayer.Builder().nIn(4).nOut(4).dropOut(0.5).build(),
                new DenseLayer.Builder().nIn(4).nOut(4).l2(1e-4).build());
    }

    @ParameterizedTest
    @MethodSource("layersThatNoCheckpointHolds")
    void refusesToSaveWhatWouldNotComeBackAsItWas(Layer layer) {
        var network = SmallPair.network(
                SmallPair.dense(100, 4, Activation.TANH), layer, SmallPair.dense(4, 784, Activation.TANH));
        var gan = buildGan(new Generator(network), SmallPair.discriminator(4));
        var message = assertThrows(IllegalArgumentException.class, () -> save(gan, file()))
                .getMessage();
        assertTrue(message.startsWith("save: the generator must be a stack of dense"), message);
        var checkpoints = TrainOptions.steps(2).withCheckpoints(2, file());
        assertThrows(IllegalArgumentException.class, () -> train(gan, DIGITS, checkpoints));
        assertEquals(0, gan.step(), "before the first step");
        assertFalse(Files.exists(file()));
    }

    /** Constraints hold after every update, so that without them training would not go on as before. */
    @Test
    void refusesConstraintsByName() {
        var clipped = new DenseLayer.Builder()
                .nIn(784)
                .nOut(4)
                .constrainWeights(new MaxNormConstraint(1, 1))
                .constrainBias(new NonNegativeConstraint())
                .build();
        var judge = new Discriminator(SmallPair.network(clipped, SmallPair.output(4)));
        var gan = buildGan(SmallPair.generator(4), judge);
        assertNames("the discriminator", "layer 0 has MaxNormConstraint, NonNegativeConstraint", gan);
    }

    @Test
    void refusesDropoutAndWeightNoiseByName() {
        var noisy = new DenseLayer.Builder()
                .nIn(100)
                .nOut(784)
                .activation(Activation.TANH)
                .dropOut(0.5)
                .weightNoise(new DropConnect(0.5))
                .build();
        var gan = buildGan(new Generator(SmallPair.network(noisy)), SmallPair.discriminator(4));
        assertNames("the generator", "layer 0 has Dropout, DropConnect", gan);
    }

    private void assertNames(String network, String what, Gan gan) {
        var message = assertThrows(IllegalArgumentException.class, () -> save(gan, file()))
                .getMessage();
        assertTrue(message.startsWith("save: " + network) && message.contains(what), message);
        assertFalse(Files.exists(file()));
    }

    @Test
    void keepsADiscriminatorsRateThatWasSetToTheGenerators() {
        var options = GanOptions.defaults().withDiscriminatorLearningRate(2e-4);
        save(SmallPair.of(4, options), file());
        assertEquals(options, loadGan(file()).options());
    }

    @Test
    void refusesToSaveAnotherLearningRateThanThePairs() {
        var gan = smallPair();
        gan.discriminator().network().setLearningRate(1e-5);
        assertThrows(IllegalArgumentException.class, () -> save(gan, file()));
    }
}
