package io.github.gan4j.train;

import static io.github.gan4j.SmallPair.dense;
import static io.github.gan4j.SmallPair.network;
import static io.github.gan4j.SmallPair.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.gan4j.Batch;
import io.github.gan4j.Discriminator;
import io.github.gan4j.Gan4j;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Generator;
import io.github.gan4j.Images;
import io.github.gan4j.Noise;
import io.github.gan4j.SmallPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers that draw while they train: the pair's seed decides what, and the losses are those of the pass that is optimised. */
class DropoutTest {
    private static final Images DIGITS = Gan4j.syntheticDigits(100, 1);
    private static final INDArray REAL = DIGITS.batch(0, 8);
    private static final INDArray NOISE = Noise.TRAINING.draw(8, 1);

    /** Drops everything; and keeps the number of each update that it was told. */
    static final class All implements IDropout {
        private static final long serialVersionUID = 1L;

        final List<Integer> told = new ArrayList<>();

        @Override
        public INDArray applyDropout(INDArray in, INDArray out, int iteration, int epoch, LayerWorkspaceMgr manager) {
            told.add(iteration);
            return out.assign(0);
        }

        @Override
        public INDArray backprop(INDArray out, INDArray in, int iteration, int epoch) {
            return in.assign(0);
        }

        @Override
        public void clear() {}

        @Override
        public IDropout clone() {
            return this;
        }
    }

    private record Networks(MultiLayerNetwork generator, MultiLayerNetwork discriminator) {
        Trainer trainer(long seed) {
            return new Trainer(
                    new Generator(generator),
                    new Discriminator(discriminator),
                    GanOptions.defaults().withSeed(seed));
        }
    }

    private static Networks networks(Supplier<IDropout> dropout) {
        var drawing = SmallPair.dense(8, 784, Activation.TANH);
        var judging = output(8);
        drawing.setIDropout(dropout.get());
        judging.setIDropout(dropout.get());
        return new Networks(
                network(dense(100, 8, Activation.TANH), drawing), network(dense(784, 8, Activation.TANH), judging));
    }

    private static Networks noisyWeights() {
        var networks = List.of(
                SmallPair.generator(8).network(), SmallPair.discriminator(8).network());
        networks.stream()
                .flatMap(network -> Stream.of(network.getLayers()))
                .filter(layer -> layer.conf().getLayer() instanceof BaseLayer)
                .forEach(layer -> ((BaseLayer) layer.conf().getLayer()).setWeightNoise(new DropConnect(0.5, true)));
        return new Networks(networks.get(0), networks.get(1));
    }

    private static Networks dropoutLayers() {
        return new Networks(
                network(dense(100, 8, Activation.TANH), new DropoutLayer(0.5), dense(8, 784, Activation.TANH)),
                network(dense(784, 8, Activation.TANH), new DropoutLayer(0.5), output(8)));
    }

    private interface Kind {
        Networks build();
    }

    static Stream<Named<Kind>> kinds() {
        return Stream.of(
                Named.of("dropout", () -> networks(() -> new Dropout(0.5))),
                Named.of("Gaussian dropout", () -> networks(() -> new GaussianDropout(0.5))),
                Named.of("Gaussian noise", () -> networks(() -> new GaussianNoise(1))),
                Named.of("alpha dropout", () -> networks(() -> new AlphaDropout(0.5))),
                Named.of("dropout layers", DropoutTest::dropoutLayers),
                Named.of("weight noise", DropoutTest::noisyWeights));
    }

    private static List<Losses> steps(Trainer trainer, int count) {
        var losses = new ArrayList<Losses>();
        for (int i = 0; i < count; i++) {
            Nd4j.rand(7); // as anything else in the process might draw
            var loss = trainer.step(DIGITS);
            losses.add(new Losses(loss.discriminator(), loss.generator(), loss.accuracy(), loss.estimate()));
        }
        return losses;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSeedDecides(Kind kind) {
        var one = kind.build();
        var other = kind.build();
        var losses = steps(one.trainer(3), 4);
        assertEquals(losses, steps(other.trainer(3), 4));
        assertEquals(one.generator.params(), other.generator.params());
        assertEquals(one.discriminator.params(), other.discriminator.params());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherSeedAndAnotherStepDropOthers(Kind kind) {
        var batch = new Batch(REAL, NOISE, NOISE);
        var losses = Stream.of(1L, 2L)
                .map(seed -> kind.build().trainer(seed).step(batch).discriminator())
                .toList();
        assertNotEquals(losses.get(0), losses.get(1));

        var still = kind.build(); // learns next to nothing, so that only what is dropped differs
        var trainer = new Trainer(
                new Generator(still.generator),
                new Discriminator(still.discriminator),
                GanOptions.defaults().withLearningRate(1e-12));
        var first = trainer.step(batch);
        assertNotEquals(first.discriminator(), trainer.step(batch).discriminator(), 1e-5);
        assertNotEquals(first.generator(), trainer.step(batch).generator(), 1e-5);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aResumedRunIsTheSame(Kind kind) {
        var whole = kind.build();
        var expected = steps(whole.trainer(3), 4);

        var first = kind.build();
        var trainer = first.trainer(3);
        steps(trainer, 2);
        var next = kind.build();
        var resumed = new Trainer(
                new Generator(next.generator),
                new Discriminator(next.discriminator),
                GanOptions.defaults().withSeed(3),
                trainer.progress());
        resume(first.generator, next.generator);
        resume(first.discriminator, next.discriminator);
        assertEquals(expected.subList(2, 4), steps(resumed, 2));
        assertEquals(whole.generator.params(), next.generator.params());
        assertEquals(whole.discriminator.params(), next.discriminator.params());
    }

    private static void resume(MultiLayerNetwork from, MultiLayerNetwork to) {
        to.params().assign(from.params());
        to.getUpdater().getStateViewArray().assign(from.getUpdater().getStateViewArray());
        to.getLayerWiseConfigurations().setIterationCount(from.getIterationCount());
    }

    @Test
    void nd4jsOwnSourceStaysWhereItWas() {
        var networks = networks(() -> new Dropout(0.5));
        var step = new LayerStep(networks.generator, networks.discriminator);
        var source = Nd4j.getRandom();
        long root = source.rootState();
        long node = source.nodeState();
        step.apply(new Batch(REAL, NOISE, NOISE));
        assertEquals(List.of(root, node), List.of(source.rootState(), source.nodeState()));
    }

    /** With everything dropped before it, an output layer says its bias. */
    @Test
    void theLossesAreOfThePassThatIsOptimised() {
        var networks = networks(() -> new All());
        var noNoise = SmallPair.generator(8).network();
        var trainer =
                new Trainer(new Generator(noNoise), new Discriminator(networks.discriminator), GanOptions.defaults());
        var loss = trainer.step(new Batch(REAL, NOISE, NOISE));
        assertEquals(Math.log(2), loss.discriminator(), 1e-12);
        assertEquals(Math.log(2), loss.generator(), 1e-6);
        assertNotEquals(0.5, networks.discriminator.output(REAL).getDouble(0), 1e-3);
    }

    @Test
    void schedulesAreToldTheNumberOfTheUpdate() {
        var dropout = new All();
        var judging = output(8);
        judging.setIDropout(dropout);
        var trainer = new Trainer(
                new Generator(SmallPair.generator(8).network()),
                new Discriminator(network(dense(784, 8, Activation.TANH), judging)),
                GanOptions.defaults());
        trainer.step(new Batch(REAL, NOISE, NOISE));
        trainer.step(new Batch(REAL, NOISE, NOISE));
        assertEquals(List.of(0, 1, 1, 2), dropout.told);
    }
}
