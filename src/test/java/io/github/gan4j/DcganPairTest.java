package io.github.gan4j;

import static io.github.gan4j.CheckpointTest.assertSameBits;
import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.loadGan;
import static io.github.gan4j.Gan4j.sample;
import static io.github.gan4j.Gan4j.save;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.train;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** What a pair does besides learning, with convolutional networks on both routes. */
class DcganPairTest {
    private static final Images DIGITS = syntheticDigits(100, 1);
    private static final NetworkOptions SMALL = NetworkOptions.dcgan().withWidth(2);
    private static final NetworkOptions DROPPING = SMALL.withDropout(0.3);
    private static final GanOptions OPTIONS = GanOptions.dcgan().withBatchSize(8);

    @TempDir
    Path folder;

    @AfterEach
    void onAnyRoute() {
        System.clearProperty("gan4j.route");
    }

    private static Gan pair(NetworkOptions networks) {
        return buildGan(buildGenerator(networks), buildDiscriminator(networks), OPTIONS);
    }

    private static Gan halfDensePair() {
        return buildGan(buildGenerator(SMALL), SmallPair.discriminator(8), OPTIONS);
    }

    private interface Kind {
        Gan build();
    }

    private static Stream<Named<Kind>> kinds() {
        return Stream.of(
                Named.of("convolutional", () -> pair(SMALL)),
                Named.of("with dropout", () -> pair(DROPPING)),
                Named.of("with a dense discriminator", DcganPairTest::halfDensePair),
                Named.of(
                        "with a dense generator",
                        () -> buildGan(SmallPair.generator(8), buildDiscriminator(SMALL), OPTIONS)));
    }

    static Stream<Arguments> pairs() {
        return Stream.of("layers", "fused").flatMap(route -> kinds().map(kind -> Arguments.of(route, kind)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void doesWhatEveryPairDoes(String route, Kind kind) {
        System.setProperty("gan4j.route", route);
        var gan = kind.build();
        var losses = train(gan, DIGITS, 21);
        assertTrue(DoubleStream.concat(DoubleStream.of(losses.discriminator()), DoubleStream.of(losses.generator()))
                .allMatch(Double::isFinite));
        var images = sample(gan, 3);
        assertArrayEquals(new long[] {3, 784}, images.shape());
        assertTrue(images.amaxNumber().doubleValue() <= 1);
        var expected = gan.generator().network().output(Noise.TRAINING.draw(3, OPTIONS.seed()), false);
        assertTrue(expected.equalsWithEps(images, 1e-4));
        assertEquals(Gan4j.plotGrid(DIGITS).getWidth(), Gan4j.plotGrid(gan).getWidth());
        assertEquals(
                1_000,
                Gan4j.evaluate(gan, EvaluationOptions.defaults().withCount(1_000))
                        .count());
        assertFalse(Gan4j.diagnose(losses, gan).observations().isEmpty());
        assertTrue(About.text(gan, DIGITS).contains("learning rate 0.001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"layers", "fused"})
    void learnsColouredPicturesOfOtherShapes(String route) {
        System.setProperty("gan4j.route", route);
        var networks = DROPPING.withShape(new ImageShape(8, 12, 3));
        var gan = pair(networks);
        var real = Nd4j.rand(4, 288).muli(2).subi(1);
        var noise = Noise.TRAINING.draw(4, 1);
        assertTrue(Double.isFinite(Gan4j.trainStep(gan, real, noise, noise).generator()));
        assertArrayEquals(new long[] {2, 288}, sample(gan, 2).shape());
        save(gan, folder.resolve("gan.zip"));
        assertSameBits(gan, loadGan(folder.resolve("gan.zip")));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void resumesBitForBitAsIfItHadNeverStopped(String route, Kind kind) {
        System.setProperty("gan4j.route", route);
        var first = kind.build();
        var file = folder.resolve("gan.zip");
        save(first, file);
        var whole = loadGan(file);
        train(whole, DIGITS, 6);
        train(first, DIGITS, 3);
        save(first, file);
        var second = loadGan(file);
        assertEquals(first.options(), second.options());
        Nd4j.rand(7); // as anything else in the process might draw
        train(second, DIGITS, 3);
        assertSameBits(whole, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"layers", "fused"})
    void theSeedDecidesWhatIsDropped(String route) {
        System.setProperty("gan4j.route", route);
        var one = pair(DROPPING);
        var other = pair(DROPPING);
        train(one, DIGITS, 3);
        Nd4j.rand(7);
        train(other, DIGITS, 3);
        assertSameBits(one, other);
        var seeded = buildGan(buildGenerator(DROPPING), buildDiscriminator(DROPPING), OPTIONS.withSeed(1));
        var noise = Noise.TRAINING.draw(4, 1);
        var real = DIGITS.batch(0, 4);
        assertNotEquals(
                Gan4j.trainStep(pair(DROPPING), real, noise, noise).discriminator(),
                Gan4j.trainStep(seeded, real, noise, noise).discriminator());
    }

    /** With next to nothing learned, only dropping makes two steps on the same batch differ: in both halves, each time anew. */
    @ParameterizedTest
    @ValueSource(strings = {"layers", "fused"})
    void dropsInBothHalvesOfTheStepAndNotWhenItJudgesOrDraws(String route) {
        System.setProperty("gan4j.route", route);
        var still = OPTIONS.withLearningRate(1e-12).withDiscriminatorLearningRate(1e-12);
        var gan = buildGan(buildGenerator(DROPPING), buildDiscriminator(DROPPING), still);
        var noise = Noise.TRAINING.draw(8, 1);
        var real = DIGITS.batch(0, 8);
        var judge = gan.discriminator().network();
        var judged = judge.output(real, false);
        var first = Gan4j.trainStep(gan, real, noise, noise);
        var second = Gan4j.trainStep(gan, real, noise, noise);
        assertNotEquals(first.generator(), second.generator(), 1e-5);
        assertNotEquals(first.discriminator(), second.discriminator(), 1e-5);
        assertTrue(judged.equalsWithEps(judge.output(real, false), 1e-6));
        assertEquals(sample(gan, 2), sample(gan, 2));
    }

    static Stream<Named<MultiLayerNetwork>> judgesThatNoCheckpointHolds() {
        return Stream.of(
                Named.of("pooling", judging(new SubsamplingLayer.Builder(2, 2).build())),
                Named.of(
                        "other padding",
                        judging(new ConvolutionLayer.Builder(3, 3).nOut(2).build())),
                Named.of("an oblong kernel", judging(same(new ConvolutionLayer.Builder(3, 5)))),
                Named.of("two strides", judging(same(new ConvolutionLayer.Builder(3, 3).stride(1, 2)))),
                Named.of("gaps", judging(same(new ConvolutionLayer.Builder(3, 3).dilation(2, 2)))),
                Named.of("a large kernel", judging(same(new ConvolutionLayer.Builder(9, 9)))));
    }

    private static ConvolutionLayer same(ConvolutionLayer.Builder builder) {
        return builder.nOut(2).convolutionMode(ConvolutionMode.Same).build();
    }

    private static MultiLayerNetwork judging(Layer layer) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .list(layer, SmallPair.output(0))
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build());
        network.init();
        return network;
    }

    @ParameterizedTest
    @MethodSource("judgesThatNoCheckpointHolds")
    void refusesToSaveWhatWouldNotComeBackAsItWas(MultiLayerNetwork network) {
        var gan = buildGan(SmallPair.generator(4), new Discriminator(network));
        var file = folder.resolve("gan.zip");
        var message = assertThrows(IllegalArgumentException.class, () -> save(gan, file))
                .getMessage();
        assertTrue(message.startsWith("save: the discriminator must be a stack of dense, convolution"), message);
        assertFalse(Files.exists(file));
    }
}
