package io.github.gan4j.train.fused;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.train.Losses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Both networks as fused layers for one batch size, and the order in which their work is done.
 *
 * <p>The generator draws both sets of fakes in one pass, before the discriminator changes: its own parameters are the
 * same for both. One matrix holds all images, so that nothing is copied: reals, then the fakes that the discriminator
 * learns from, then the ones that the generator learns from.
 */
final class FusedPair {
    private final MultiLayerNetwork generator;
    private final MultiLayerNetwork discriminator;
    private final Objective objective;
    private final int half;
    private final int batch;
    private final NativeMatrix noise; // [half + batch, 100]
    private final NativeMatrix images; // [half + half + batch, features]
    private final FusedNetwork generatorLayers;
    private final FusedNetwork discriminatorLayers;
    private final Runnable[][] draw;
    private final Runnable[][] discriminateMixed;
    private final Runnable[][] updateDiscriminator;
    private final Runnable[][] discriminateDrawn;
    private final Runnable[][] updateGenerator;
    private final float[] logit = new float[1];
    private final float[] gradient;
    private Adam adam = new Adam(0, 0, 0, 0);

    FusedPair(MultiLayerNetwork generator, MultiLayerNetwork discriminator, Objective objective, int half, int batch) {
        this.objective = objective;
        this.generator = generator;
        this.discriminator = discriminator;
        this.half = half;
        this.batch = batch;
        int mixed = 2 * half;
        int judged = Math.max(mixed, batch);
        this.generatorLayers = new FusedNetwork(generator, half + batch, batch);
        this.discriminatorLayers = new FusedNetwork(discriminator, judged, judged);
        this.noise = new NativeMatrix(half + batch, generatorLayers.inputs());
        this.images = new NativeMatrix(mixed + batch, discriminatorLayers.inputs());
        this.gradient = new float[judged];

        var allNoise = new RowRange(noise, 0, half + batch);
        var fakes = new RowRange(images, half, half + batch);
        var mixedImages = new RowRange(images, 0, mixed);
        var drawnImages = new RowRange(images, mixed, batch);
        this.draw = generatorLayers.forward(allNoise, fakes);
        this.discriminateMixed = discriminatorLayers.forward(mixedImages);
        this.updateDiscriminator =
                learn(discriminatorLayers.layers(), discriminatorLayers.layers(), mixedImages, 0, mixed);
        this.discriminateDrawn = discriminatorLayers.forward(drawnImages);
        var stack = Stream.of(generatorLayers, discriminatorLayers)
                .flatMap(network -> network.layers().stream())
                .toList();
        this.updateGenerator = learn(stack, generatorLayers.layers(), new RowRange(noise, half, batch), half, batch);
    }

    boolean isFor(Batch other) {
        return other.real().size(0) == half && other.generatorNoise().size(0) == batch;
    }

    /** One step; the losses are those before the updates. */
    Losses step(Batch given) {
        noise.copy(given.discriminatorNoise(), 0);
        noise.copy(given.generatorNoise(), half);
        images.copy(given.real(), 0);

        FusedNetwork.run(draw);
        FusedNetwork.run(discriminateMixed);
        int right = 0;
        double discriminatorLoss = 0;
        for (int r = 0; r < 2 * half; r++) {
            double label = r < half ? objective.realLabel() : 0;
            double z = logit(r);
            right += z > 0 == label > 0 ? 1 : 0;
            discriminatorLoss += lossOf(r, z, label, 2 * half);
        }
        startBackward(2 * half);
        update(discriminator, updateDiscriminator);

        FusedNetwork.run(discriminateDrawn);
        double generatorLoss = 0;
        for (int r = 0; r < batch; r++) {
            generatorLoss += lossOf(r, logit(r), 1, batch);
        }
        startBackward(batch);
        update(generator, updateGenerator);
        return new Losses(discriminatorLoss, generatorLoss, (double) right / (2 * half));
    }

    private double logit(int row) {
        discriminatorLayers.last().output().get(row, 0, logit);
        return logit[0];
    }

    private double lossOf(int row, double z, double label, int rows) {
        gradient[row] = (float) (objective.loss().gradient(z, label) / rows);
        return objective.loss().loss(z, label) / rows;
    }

    private void startBackward(int rows) {
        discriminatorLayers.last().startBackward(gradient, rows);
    }

    private void update(MultiLayerNetwork network, Runnable[][] phases) {
        int iteration = network.getIterationCount();
        adam = Adam.of(network, iteration);
        FusedNetwork.run(phases);
        network.getLayerWiseConfigurations().setIterationCount(iteration + 1);
    }

    /**
     * Backwards through a stack whose first layers learn and whose others are frozen. A layer is updated one phase after
     * its weights were last needed, side by side with the way back through the layers before it.
     *
     * @param input of the first layer
     * @param firstRow of the learning layers' outputs that the gradient belongs to
     */
    private Runnable[][] learn(
            List<FusedLayer> stack, List<FusedLayer> learning, RowRange input, int firstRow, int rows) {
        var phases = new ArrayList<Runnable[]>();
        for (int i = stack.size() - 2; i >= 0; i--) {
            var back = stack.get(i).backward(stack.get(i + 1), rows);
            phases.add(i + 2 < learning.size() ? both(update(learning, i + 2, input, firstRow), back) : back);
        }
        phases.add(both(update(learning, 1, input, firstRow), update(learning, 0, input, firstRow)));
        return phases.toArray(Runnable[][]::new);
    }

    private Runnable[] update(List<FusedLayer> layers, int index, RowRange input, int firstRow) {
        var x = index == 0 ? input : new RowRange(layers.get(index - 1).output(), firstRow, input.count());
        return layers.get(index).update(x, () -> adam);
    }

    private static Runnable[] both(Runnable[] first, Runnable[] second) {
        return Stream.of(first, second).flatMap(Stream::of).toArray(Runnable[]::new);
    }
}
