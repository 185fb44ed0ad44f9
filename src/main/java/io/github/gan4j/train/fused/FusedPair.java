package io.github.gan4j.train.fused;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.train.Losses;
import io.github.gan4j.train.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Both networks as fused layers for one batch size, and the memory that they share.
 *
 * <p>One matrix holds all images, so that nothing is copied: reals, then the fakes that the discriminator learns from, then
 * the ones that the generator learns from. Where the discriminator is updated several times a step, all its fakes are drawn at once, and
 * the reals of each update take the place of images that are no longer needed, right before its fakes; and before them come the points
 * of a gradient penalty. Labels of a conditional pair are further columns of the images and of the noise, a one for the label's class.
 */
final class FusedPair {
    private final FusedNetwork generator;
    private final FusedNetwork discriminator;
    private final SeededRandom random;
    private final int classes;
    private final int updates; // of the discriminator in a step
    private final int half;
    private final int batch;
    private final int points; // of a gradient penalty: none, or as many as reals
    private final NativeMatrix noise; // [updates * half + batch, 100 + classes]
    private final NativeMatrix images; // [points + half + updates * half + batch, features + classes]
    private final Phases drawFakes;
    private final Phases drawOwn;
    private final Phases drawBoth;
    private final List<FusedUpdate> discriminatorUpdates;
    private final FusedUpdate generatorUpdate;

    FusedPair(
            MultiLayerNetwork generator,
            MultiLayerNetwork discriminator,
            int classes,
            Objective objective,
            SeededRandom random,
            int half,
            int batch) {
        this.classes = classes;
        this.random = random;
        this.updates = objective.discriminatorSteps();
        this.half = half;
        this.batch = batch;
        this.points = objective.gradientPenalty() == 0 ? 0 : half;
        int fakes = updates * half;
        this.generator = new FusedNetwork(generator, new Rows(fakes, 0, batch));
        this.discriminator = new FusedNetwork(discriminator, classes, new Rows(0, points, Math.max(2 * half, batch)));
        this.noise = new NativeMatrix(fakes + batch, this.generator.inputs());
        this.images = new NativeMatrix(firstFake() + fakes + batch, this.discriminator.inputs());

        var ownNoise = new RowRange(noise, fakes, batch);
        var ownImages = new RowRange(images, firstFake() + fakes, batch);
        var allNoise = new RowRange(noise, 0, fakes + batch);
        var allFakes = new RowRange(images, firstFake(), fakes + batch);
        this.drawFakes =
                this.generator.forward(allNoise.part(0, fakes), allFakes.part(0, fakes), new Rows(fakes, 0, 0));
        this.drawOwn = this.generator.forward(ownNoise, ownImages, Rows.learning(batch));
        this.drawBoth = this.generator.forward(allNoise, allFakes, new Rows(fakes, 0, batch));
        this.discriminatorUpdates = IntStream.range(0, updates)
                .mapToObj(index -> discriminatorUpdate(index, objective))
                .toList();
        var ones = new double[batch];
        Arrays.fill(ones, 1);
        this.generatorUpdate = new FusedUpdate(
                this.generator, this.discriminator, ownNoise, ownImages, ones, batch, objective.loss(), null);
    }

    private int firstFake() {
        return points + half;
    }

    private FusedUpdate discriminatorUpdate(int index, Objective objective) {
        var labels = new double[2 * half]; // fakes 0
        Arrays.fill(labels, 0, half, objective.realLabel());
        var judged = new RowRange(images, index * half, points + 2 * half);
        var loss = objective.loss();
        var penalty = points == 0
                ? null
                : new FusedPenalty(objective.gradientPenalty(), judged.part(0, points), images.columns() - classes);
        return new FusedUpdate(
                discriminator, discriminator, judged, judged, labels, loss.divisor(2 * half), loss, penalty);
    }

    boolean isFor(Batch other) {
        return other.real().size(0) == updates * half && other.generatorNoise().size(0) == batch;
    }

    Measured updateDiscriminator(Batch given) {
        takeDiscriminatorNoise(given);
        drawFakes.run();
        return runDiscriminatorUpdates(given);
    }

    /** What the fakes are drawn from, which take the reals' labels. */
    private void takeDiscriminatorNoise(Batch given) {
        noise.copy(given.discriminatorNoise(), 0);
        setLabels(noise, 0, given.realLabels());
        setLabels(images, firstFake(), given.realLabels());
    }

    private void takeGeneratorNoise(Batch given) {
        noise.copy(given.generatorNoise(), updates * half);
        setLabels(noise, updates * half, given.generatorLabels());
        setLabels(images, firstFake() + updates * half, given.generatorLabels());
    }

    /** The last columns of some rows. */
    private void setLabels(NativeMatrix rows, int first, List<Integer> labels) {
        for (int i = 0; i < labels.size(); i++) {
            var ones = new float[classes];
            ones[labels.get(i)] = 1;
            rows.put((first + i + 1) * rows.columns() - classes, ones, classes);
        }
    }

    Measured updateGenerator(Batch given) {
        takeGeneratorNoise(given);
        generator.drawMasks(masks(updates));
        drawOwn.run();
        return runGeneratorUpdate();
    }

    /** What the last one measures. */
    private Measured runDiscriminatorUpdates(Batch given) {
        for (int index = 0; index < updates - 1; index++) {
            runDiscriminatorUpdate(index, given.part(index, updates));
        }
        return runDiscriminatorUpdate(updates - 1, given.part(updates - 1, updates));
    }

    private Measured runDiscriminatorUpdate(int index, Batch part) {
        int firstReal = index * half + points;
        images.copy(part.real(), firstReal);
        setLabels(images, firstReal, part.realLabels());
        part.interpolation().ifPresent(alpha -> interpolate(alpha, index * half));
        discriminator.drawMasks(masks(index));
        return discriminatorUpdates.get(index).run();
    }

    /** Writes the penalty's points from a row on, behind which are the reals and the fakes, all with the same labels. */
    private void interpolate(INDArray alpha, int first) {
        int columns = images.columns();
        var point = new float[columns];
        var real = new float[columns];
        for (int r = first; r < first + points; r++) {
            images.get((r + points + half) * columns, point, columns);
            images.get((r + points) * columns, real, columns);
            Vectors.interpolate(point, real, alpha.getFloat(r - first, 0));
            images.put(r * columns, point, columns);
        }
    }

    private Measured runGeneratorUpdate() {
        discriminator.drawMasks(masks(updates + 1));
        return generatorUpdate.run();
    }

    /** Masks of their own for each update of a step, and for what the generator draws, also on batches that the user gives. */
    private SeededRandom masks(int part) {
        return random.beside((updates + 2L) * generator.updates() + part);
    }

    /** Both, with all fakes drawn in one pass: the discriminator's updates do not touch what draws them. */
    Losses updateBoth(Batch given) {
        takeDiscriminatorNoise(given);
        takeGeneratorNoise(given);
        generator.drawMasks(masks(updates));
        drawBoth.run();
        return Losses.of(runDiscriminatorUpdates(given), runGeneratorUpdate());
    }
}
