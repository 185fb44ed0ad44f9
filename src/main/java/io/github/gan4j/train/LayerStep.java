package io.github.gan4j.train;

import io.github.gan4j.Batch;
import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.internal.Check;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A step on DL4J's own layers, for networks of any kind.
 *
 * <p>No parameter is copied between networks: the generator's gradient is what the discriminator's backward pass leaves
 * at its input, handed on to the generator's backward pass. The discriminator's own gradient of that pass is dropped,
 * which is what frozen means here. DL4J gets copies, because an activation layer at the start of a network changes its
 * input.
 */
public final class LayerStep implements TrainingStep {
    private static final int STEPS_BETWEEN_COLLECTIONS = 50;

    private final MultiLayerNetwork generator;
    private final MultiLayerNetwork discriminator;
    private final Objective objective;
    private int steps;

    /** The tutorial's step on these two networks. */
    public LayerStep(MultiLayerNetwork generator, MultiLayerNetwork discriminator) {
        this(generator, discriminator, GanOptions.defaults().objective());
    }

    /** A step on these two networks, whose discriminator is compiled for the objective's loss. */
    public LayerStep(MultiLayerNetwork generator, MultiLayerNetwork discriminator, Objective objective) {
        this.objective = objective;
        this.generator = generator;
        this.discriminator = discriminator;
    }

    @Override
    public Losses apply(Batch batch) {
        requireWayBack();
        requireRowsToNormalise(batch.generatorNoise());
        boolean training = objective.fakes() == Fakes.TRAINING;
        var fakes = generator.output(batch.discriminatorNoise().dup(), training); // [h, 784]
        var mixed = Nd4j.vstack(batch.real().castTo(fakes.dataType()), fakes); // [2h, 784], reals first
        var labels =
                Nd4j.vstack(ones(fakes).muli(objective.realLabel()), ones(fakes).muli(0)); // [2h, 1]
        var judged = judge(mixed, labels);
        update(
                discriminator,
                discriminator.calculateGradients(mixed, labels, null, null).getFirst(),
                mixed.size(0));

        double generatorLoss = updateGenerator(batch.generatorNoise());
        freeArrays();
        return new Losses(judged.loss, generatorLoss, judged.accuracy);
    }

    @Override
    public INDArray sample(INDArray noise) {
        return generator.output(noise.dup(), false);
    }

    /** Through an output layer DL4J hands on no gradient but its loss's. */
    private void requireWayBack() {
        var last = generator.getOutputLayer();
        Check.argument(
                !(last instanceof IOutputLayer),
                "trainStep: this generator must end in a layer without a loss, but ends in %s.%n"
                        + "End it with new DenseLayer.Builder().nOut(784).activation(Activation.TANH).build().",
                last.getClass().getSimpleName());
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

    private double updateGenerator(INDArray noise) {
        generator.setInput(noise.dup());
        var activations = generator.feedForward(true, false); // batch statistics; the layers keep their inputs
        var drawn = activations.get(activations.size() - 1); // [b, 784]
        var labels = ones(drawn);
        double loss = judge(drawn, labels).loss;
        var atPixels =
                discriminator.calculateGradients(drawn, labels, null, null).getSecond(); // [b, 784]
        var gradient = generator.backpropGradient(atPixels, LayerWorkspaceMgr.noWorkspaces());
        update(generator, gradient.getFirst(), drawn.size(0));
        release(generator);
        return loss;
    }

    /**
     * A step leaves about 7 MB of DL4J's arrays in native memory, which only the garbage collector frees; and that sees small
     * Java objects and no reason to run, until with a large heap some gigabytes have come together.
     */
    private void freeArrays() {
        steps++;
        if (steps % STEPS_BETWEEN_COLLECTIONS == 0) {
            System.gc();
        }
    }

    /** Lets go of the last batch; {@code network.clear()} would forget the optimizer's state as well. */
    private static void release(MultiLayerNetwork network) {
        for (var layer : network.getLayers()) {
            layer.clear();
        }
        network.setInput(null);
    }

    /** Applies the optimizer; DL4J's gradients are sums over the batch, and its updater divides by the batch's size. */
    private static void update(MultiLayerNetwork network, Gradient gradient, long batchSize) {
        int iteration = network.getIterationCount();
        network.getUpdater().update(network, gradient, iteration, 0, (int) batchSize, LayerWorkspaceMgr.noWorkspaces());
        network.params().subi(gradient.gradient());
        network.getLayerWiseConfigurations().setIterationCount(iteration + 1);
    }

    private record Judged(double loss, double accuracy) {}

    /** Loss and accuracy from the logits, because {@code discriminator.score()} keeps an older loss here. */
    private Judged judge(INDArray images, INDArray labels) {
        var logits = logits(images.dup());
        double loss = 0;
        int right = 0;
        for (int i = 0; i < logits.length; i++) {
            double label = labels.getDouble(i);
            loss += objective.loss().loss(logits[i], label);
            right += logits[i] > 0 == label > 0.5 ? 1 : 0;
        }
        return new Judged(loss / logits.length, (double) right / logits.length);
    }

    private double[] logits(INDArray images) {
        int last = discriminator.getnLayers() - 1;
        var weights = discriminator.getParam(last + "_W"); // [units, 1]
        var bias = discriminator.getParam(last + "_b"); // [1, 1], if the layer has one
        var logits = inputOf(last, images).castTo(weights.dataType()).mmul(weights);
        return logits.addi(bias == null ? 0 : bias.getDouble(0)).data().asDouble(); // [batch]
    }

    /** What goes into a layer of the discriminator in inference mode, flattened where DL4J flattens it. */
    private INDArray inputOf(int layer, INDArray images) {
        var earlier = layer == 0 ? List.of(images) : discriminator.feedForwardToLayer(layer - 1, images, false);
        var input = earlier.get(earlier.size() - 1);
        var between = discriminator.getLayerWiseConfigurations().getInputPreProcess(layer);
        return between == null
                ? input
                : between.preProcess(input, (int) images.size(0), LayerWorkspaceMgr.noWorkspaces());
    }

    private static INDArray ones(INDArray images) {
        return Nd4j.ones(images.dataType(), images.size(0), 1);
    }
}
