package io.github.gan4j.train.fused;

import io.github.gan4j.Batch;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.train.Losses;
import io.github.gan4j.train.Measured;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Both networks as fused layers for one batch size, and the memory that they share.
 *
 * <p>One matrix holds all images, so that nothing is copied: reals, then the fakes that the discriminator learns from, then
 * the ones that the generator learns from. Labels of a conditional pair are further columns of the images and of the noise, a
 * one for the label's class.
 */
final class FusedPair {
    private final FusedNetwork generator;
    private final FusedNetwork discriminator;
    private final SeededRandom random;
    private final int classes;
    private final int half;
    private final int batch;
    private final NativeMatrix noise; // [half + batch, 100 + classes]
    private final NativeMatrix images; // [half + half + batch, features + classes]
    private final Phases drawFakes;
    private final Phases drawOwn;
    private final Phases drawBoth;
    private final FusedUpdate discriminatorUpdate;
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
        this.half = half;
        this.batch = batch;
        int mixed = 2 * half;
        int judged = Math.max(mixed, batch);
        this.generator = new FusedNetwork(generator, half + batch, batch);
        this.discriminator = new FusedNetwork(discriminator, classes, judged, judged);
        this.noise = new NativeMatrix(half + batch, this.generator.inputs());
        this.images = new NativeMatrix(mixed + batch, this.discriminator.inputs());

        var ownNoise = new RowRange(noise, half, batch);
        var ownImages = new RowRange(images, mixed, batch);
        this.drawFakes = this.generator.forward(new RowRange(noise, 0, half), new RowRange(images, half, half), 0);
        this.drawOwn = this.generator.forward(ownNoise, ownImages, batch);
        this.drawBoth = this.generator.forward(
                new RowRange(noise, 0, half + batch), new RowRange(images, half, half + batch), batch);

        var labels = new double[mixed]; // fakes 0
        Arrays.fill(labels, 0, half, objective.realLabel());
        var ones = new double[batch];
        Arrays.fill(ones, 1);
        var mixedImages = new RowRange(images, 0, mixed);
        this.discriminatorUpdate = new FusedUpdate(
                this.discriminator, this.discriminator, mixedImages, mixedImages, labels, objective.loss());
        this.generatorUpdate =
                new FusedUpdate(this.generator, this.discriminator, ownNoise, ownImages, ones, objective.loss());
    }

    boolean isFor(Batch other) {
        return other.real().size(0) == half && other.generatorNoise().size(0) == batch;
    }

    Measured updateDiscriminator(Batch given) {
        takeReals(given);
        drawFakes.run();
        return runDiscriminatorUpdate();
    }

    /** The reals, and what their fakes are drawn from, which take their labels. */
    private void takeReals(Batch given) {
        images.copy(given.real(), 0);
        noise.copy(given.discriminatorNoise(), 0);
        for (int i = 0; i < given.realLabels().size(); i++) {
            int label = given.realLabels().get(i);
            setLabel(images, i, label);
            setLabel(images, half + i, label);
            setLabel(noise, i, label);
        }
    }

    private void takeGeneratorNoise(Batch given) {
        noise.copy(given.generatorNoise(), half);
        for (int i = 0; i < given.generatorLabels().size(); i++) {
            int label = given.generatorLabels().get(i);
            setLabel(images, 2 * half + i, label);
            setLabel(noise, half + i, label);
        }
    }

    /** The last columns of a row. */
    private void setLabel(NativeMatrix rows, int row, int label) {
        var ones = new float[classes];
        ones[label] = 1;
        rows.put((row + 1) * rows.columns() - classes, ones, classes);
    }

    Measured updateGenerator(Batch given) {
        takeGeneratorNoise(given);
        generator.drawMasks(masks(1));
        drawOwn.run();
        return runGeneratorUpdate();
    }

    private Measured runDiscriminatorUpdate() {
        discriminator.drawMasks(masks(0));
        return discriminatorUpdate.run();
    }

    private Measured runGeneratorUpdate() {
        discriminator.drawMasks(masks(2));
        return generatorUpdate.run();
    }

    /** Three in each step, also on batches that the user gives. */
    private SeededRandom masks(int part) {
        return random.beside(3L * generator.updates() + part);
    }

    /** Both, with all fakes drawn in one pass: the discriminator's update does not touch what draws them. */
    Losses updateBoth(Batch given) {
        takeReals(given);
        takeGeneratorNoise(given);
        generator.drawMasks(masks(1));
        drawBoth.run();
        return Losses.of(runDiscriminatorUpdate(), runGeneratorUpdate());
    }
}
