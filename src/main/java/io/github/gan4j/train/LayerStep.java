package io.github.gan4j.train;

import io.github.gan4j.Batch;
import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.Loss;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A step on DL4J's own layers, for networks of any kind.
 *
 * <p>No parameter is copied between networks: the generator's gradient is what the discriminator's backward pass leaves
 * at its input, handed on to the generator's backward pass. The discriminator's own gradient of that pass is dropped,
 * which is what frozen means here. DL4J gets copies, because an activation layer at the start of a network changes its
 * input.
 */
public final class LayerStep implements TrainingStep {
    private static final int STEPS_BETWEEN_COLLECTIONS = 100;
    private static final long BYTES_BETWEEN_COLLECTIONS =
            200_000_000; // a hundred steps of the tutorial's pair keep less

    private final MultiLayerNetwork generator;
    private final MultiLayerNetwork discriminator;
    private final OneHot labels; // as they go into the discriminator
    private final Objective objective;
    private final LayerDraws draws;
    private int uncollectedSteps;
    private long uncollectedBytes;

    /** The tutorial's step on these two networks. */
    public LayerStep(MultiLayerNetwork generator, MultiLayerNetwork discriminator) {
        this(generator, discriminator, OneHot.of(0));
    }

    /** The same with labels that go into the discriminator in this way. */
    public LayerStep(MultiLayerNetwork generator, MultiLayerNetwork discriminator, OneHot labels) {
        this(generator, discriminator, labels, GanOptions.defaults().objective(), new SeededRandom(0));
    }

    /**
     * A step on these two networks, whose discriminator is compiled for the objective's loss.
     *
     * @param labels how they go into the discriminator
     * @param random decides what the layers themselves draw, and is not drawn from
     */
    public LayerStep(
            MultiLayerNetwork generator,
            MultiLayerNetwork discriminator,
            OneHot labels,
            Objective objective,
            SeededRandom random) {
        this.labels = labels;
        this.objective = objective;
        this.draws = new LayerDraws(random);
        this.generator = generator;
        this.discriminator = discriminator;
    }

    @Override
    public Measured updateDiscriminator(Batch batch) {
        requireWayBack();
        requireRowsToNormalise(batch.generatorNoise()); // before anything is updated
        int updates = objective.discriminatorSteps();
        return IntStream.range(0, updates)
                .mapToObj(index -> updateOnce(batch.part(index, updates)))
                .reduce((earlier, last) -> last)
                .orElseThrow();
    }

    private Measured updateOnce(Batch batch) {
        return draws.run(2L * discriminator.getIterationCount(), () -> {
            begin(generator);
            boolean training = objective.fakes() == Fakes.TRAINING;
            var noise = toDraw(batch.discriminatorNoise(), batch.realLabels());
            var fakes = generator.output(noise, training); // [h, features]
            var real = batch.real().castTo(fakes.dataType());
            var penalty = batch.interpolation()
                    .filter(alpha -> objective.gradientPenalty() > 0)
                    .map(alpha -> penalty(real, fakes, alpha, batch.realLabels()));
            var mixed = Nd4j.vstack(real, fakes); // [2h, features], reals first
            var seen = labels.behind(mixed, twice(batch.realLabels())); // [2h, features + width]
            var truth = Nd4j.vstack(
                    ones(fakes).muli(objective.realLabel()), ones(fakes).muli(0)); // [2h, 1]
            var judged = judge(seen, truth);
            penalty.ifPresent(taken -> discriminator.getGradientsViewArray().addi(taken.gradient()));
            int divisor = objective.loss().divisor((int) mixed.size(0));
            update(discriminator, judged.gradient, divisor);
            free(List.of(noise, fakes, mixed, seen, truth, judged.atImages));
            var measured = judged.measured(objective.loss(), divisor);
            return penalty.map(LayerPenalty.Penalty::value).map(measured::plus).orElse(measured);
        });
    }

    /** At one point between each real image and the fake beside it (Gulrajani et al. 2017). */
    private LayerPenalty.Penalty penalty(INDArray real, INDArray fakes, INDArray alpha, List<Integer> ofReals) {
        begin(discriminator);
        var shares = alpha.castTo(fakes.dataType());
        var points = real.mulColumnVector(shares).addi(fakes.mulColumnVector(shares.rsub(1)));
        return LayerPenalty.take(
                discriminator, labels.behind(points, ofReals), points.size(1), objective.gradientPenalty());
    }

    @Override
    public Measured updateGenerator(Batch batch) {
        requireWayBack();
        requireRowsToNormalise(batch.generatorNoise());
        return draws.run(2L * generator.getIterationCount() + 1, () -> {
            begin(generator);
            generator.setInput(toDraw(batch.generatorNoise(), batch.generatorLabels()));
            var activations = generator.feedForward(true, false); // batch statistics; the layers keep their inputs
            var drawn = activations.get(activations.size() - 1); // [b, features]
            var seen = labels.behind(drawn, batch.generatorLabels()); // [b, features + width]
            var truth = ones(drawn);
            var judged = judge(seen, truth);
            var atDrawn = firstColumns(judged.atImages, drawn.size(1));
            var gradient = generator.backpropGradient(atDrawn, LayerWorkspaceMgr.noWorkspaces());
            update(generator, gradient.getFirst(), drawn.size(0));
            release(generator);
            release(discriminator);
            uncollectedBytes += keptByNorms(activations);
            free(activations);
            free(List.of(seen, truth, judged.atImages, atDrawn, gradient.getSecond()));
            collect();
            return judged.measured(objective.loss(), (int) drawn.size(0));
        });
    }

    @Override
    public INDArray sample(INDArray noise) {
        return draws.run(2L * generator.getIterationCount() + 1, () -> generator.output(noise.dup(), false));
    }

    /** What the generator is given: a copy of the noise, and labels behind it where there are some. */
    private INDArray toDraw(INDArray noise, List<Integer> ofRows) {
        return labels.classes() == 0 ? noise.dup() : OneHot.of(labels.classes()).behind(noise, ofRows);
    }

    /** The fakes take the labels of the real images beside them (Mirza and Osindero 2014). */
    private static List<Integer> twice(List<Integer> ofReals) {
        return Stream.of(ofReals, ofReals).flatMap(List::stream).toList();
    }

    /** Without what belongs to labels, which nobody learns from. */
    private static INDArray firstColumns(INDArray rows, long count) {
        return rows.size(1) == count
                ? rows
                : rows.get(NDArrayIndex.all(), NDArrayIndex.interval(0, count)).dup('c');
    }

    /** Through an output layer DL4J hands on no gradient but its loss's, and through a frozen one none at all. */
    private void requireWayBack() {
        var last = generator.getOutputLayer();
        Check.argument(
                !(last instanceof IOutputLayer),
                "trainStep: this generator must end in a layer without a loss, but ends in %s.%n"
                        + "End it with new DenseLayer.Builder().nOut(%d).activation(Activation.TANH).build().",
                last.getClass().getSimpleName(),
                generator.layerSize(generator.getnLayers() - 1));
        Check.argument(
                Stream.of(discriminator.getLayers()).noneMatch(FrozenLayer.class::isInstance),
                "trainStep: this discriminator must hand a gradient on to the generator, but has a FrozenLayer.%n"
                        + "Freeze with new FrozenLayerWithBackprop(layer), which does.");
    }

    /** DL4J fails at the statistics of one row, and only in the second half of the step. */
    private void requireRowsToNormalise(INDArray noise) {
        boolean normalises = Stream.of(generator, discriminator)
                .flatMap(network -> Stream.of(network.getLayers()))
                .anyMatch(layer -> layer.conf().getLayer() instanceof BatchNormalization);
        Check.argument(
                noise.size(0) >= 2 || !normalises,
                "trainStep: noise for the generator must have at least 2 rows for batch normalisation on DL4J's layers,"
                        + " but got 1.%nDraw more with Noise.TRAINING.draw(64, 1).");
    }

    /** Frees native memory at once; not that of views, nor of what a layer hands on as it came. */
    private static void free(List<INDArray> arrays) {
        arrays.stream().filter(array -> array.closeable() && !array.wasClosed()).forEach(INDArray::close);
    }

    /** DL4J's batch normalisation keeps two arrays of each pass to itself, in bytes; the first activations are the noise. */
    private long keptByNorms(List<INDArray> activations) {
        return IntStream.range(0, generator.getnLayers())
                .filter(i -> generator.getLayer(i).conf().getLayer() instanceof BatchNormalization)
                .mapToObj(i -> activations.get(i + 1))
                .mapToLong(activation ->
                        2 * activation.length() * activation.dataType().width())
                .sum();
    }

    /**
     * Only the garbage collector frees them; and that sees small Java objects and no reason to run, until with a large heap
     * some gigabytes have come together.
     */
    private void collect() {
        uncollectedSteps++;
        if (uncollectedSteps == STEPS_BETWEEN_COLLECTIONS || uncollectedBytes > BYTES_BETWEEN_COLLECTIONS) {
            uncollectedSteps = 0;
            uncollectedBytes = 0;
            System.gc();
        }
    }

    /** Tells the layers which update comes, as schedules ask, and makes them forget the last pass's masks and noise. */
    private static void begin(MultiLayerNetwork network) {
        release(network);
        for (var layer : network.getLayers()) {
            layer.setIterationCount(network.getIterationCount());
            layer.setEpochCount(network.getEpochCount());
        }
    }

    /** Forgets the last batch; {@code network.clear()} would forget the optimizer's state as well. */
    private static void release(MultiLayerNetwork network) {
        for (var layer : network.getLayers()) {
            layer.clear();
        }
        network.setInput(null);
    }

    /**
     * Does what DL4J's own optimizer does with a gradient, constraints last. DL4J's gradients are sums over the batch, and
     * its updater divides by what it is told is the batch's size.
     */
    private static void update(MultiLayerNetwork network, Gradient gradient, long batchSize) {
        int iteration = network.getIterationCount();
        int epoch = network.getEpochCount();
        network.getUpdater()
                .update(network, gradient, iteration, epoch, (int) batchSize, LayerWorkspaceMgr.noWorkspaces());
        network.params().subi(gradient.gradient());
        network.getLayerWiseConfigurations().setIterationCount(iteration + 1);
        network.applyConstraints(iteration + 1, epoch);
    }

    /** A training pass of the discriminator: what it found, and its gradients by its parameters and at the images. */
    private record Judged(double[] logits, double[] labels, Gradient gradient, INDArray atImages) {
        Measured measured(Loss loss, int divisor) {
            return Measured.of(loss, logits, labels, divisor);
        }
    }

    /** {@code discriminator.score()} would keep an older loss here. */
    private Judged judge(INDArray images, INDArray labels) {
        begin(discriminator);
        var output = (BaseOutputLayer) discriminator.getOutputLayer().conf().getLayer();
        try (var watched = new WatchedLoss(output)) {
            var gradients = discriminator.calculateGradients(images, labels, null, null);
            return new Judged(watched.logits(), labels.data().asDouble(), gradients.getFirst(), gradients.getSecond());
        }
    }

    private static INDArray ones(INDArray images) {
        return Nd4j.ones(images.dataType(), images.size(0), 1);
    }
}
