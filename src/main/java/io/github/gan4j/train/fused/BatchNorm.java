package io.github.gan4j.train.fused;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Batch normalisation of some units of a layer (tutorial step 4: biased variance, also in the moving average). */
final class BatchNorm {
    private final float epsilon;
    private final float momentum;
    private final float renewal; // 1 - momentum, rounded once
    private final int from;
    private final Parameters gamma;
    private final Parameters beta;
    private final NativeMatrix movingMean;
    private final NativeMatrix movingVariance;

    private final float[] mean;
    private final float[] variance;
    private final float[] batchMean;
    private final float[] batchVariance;
    private final float[] inverseDeviation;
    private final float[] scale; // gamma
    private final float[] shift; // beta
    private final float[] gammaGradient;
    private final float[] betaGradient;
    private final float[][] normalised; // [training rows][units]

    BatchNorm(MultiLayerNetwork network, int layer, int from, int units, int trainingRows) {
        var configuration = (BatchNormalization) network.getLayer(layer).conf().getLayer();
        this.epsilon = (float) configuration.getEps();
        this.momentum = (float) configuration.getDecay();
        this.renewal = (float) (1 - configuration.getDecay());
        this.from = from;
        this.gamma = new Parameters(network, layer, "gamma", from);
        this.beta = new Parameters(network, layer, "beta", from);
        this.movingMean = new NativeMatrix(network.getParam(layer + "_mean"), 1);
        this.movingVariance = new NativeMatrix(network.getParam(layer + "_var"), 1);
        this.mean = new float[units];
        this.variance = new float[units];
        this.batchMean = new float[units];
        this.batchVariance = new float[units];
        this.inverseDeviation = new float[units];
        this.scale = new float[units];
        this.shift = new float[units];
        this.gammaGradient = new float[units];
        this.betaGradient = new float[units];
        this.normalised = new float[trainingRows][units];
    }

    /**
     * Normalises x to y from a row on: with the moving statistics, as inference does, up to the training rows at the end, and
     * those, if there are any, with their own, which then move the moving ones.
     */
    void forward(float[][] x, float[][] y, int firstRow, int trainingRows) {
        int firstTraining = x.length - trainingRows;
        normaliseWithMoving(x, y, firstRow, firstTraining);
        if (trainingRows > 0) {
            takeStatistics(x, firstTraining, x.length);
            moveStatistics();
            normaliseWithOwn(x, y, firstTraining, x.length);
        }
    }

    /** Turns the gradient at the training rows' output into the one at their input; keeps those of gamma and beta. */
    void backward(float[][] delta) {
        Arrays.fill(gammaGradient, 0);
        Arrays.fill(betaGradient, 0);
        for (int r = 0; r < normalised.length; r++) {
            Vectors.add(betaGradient, delta[r]);
            Vectors.addProduct(gammaGradient, delta[r], normalised[r]);
        }
        gamma.get(scale);
        for (int i = 0; i < scale.length; i++) {
            scale[i] *= inverseDeviation[i];
        }
        for (int r = 0; r < normalised.length; r++) {
            Vectors.normBackward(delta[r], normalised[r], scale, betaGradient, gammaGradient, 1f / normalised.length);
        }
    }

    void update(Adam adam, Parameters.Scratch scratch) {
        gamma.update(gammaGradient, adam, scratch);
        beta.update(betaGradient, adam, scratch);
    }

    private void normaliseWithMoving(float[][] x, float[][] y, int firstRow, int endRow) {
        movingMean.get(from, mean, mean.length);
        movingVariance.get(from, variance, variance.length);
        gamma.get(scale);
        beta.get(shift);
        for (int i = 0; i < variance.length; i++) {
            inverseDeviation[i] = 1 / (float) Math.sqrt(variance[i] + epsilon);
        }
        for (int r = firstRow; r < endRow; r++) {
            Vectors.centerAndScale(y[r], x[r], mean, inverseDeviation);
            Vectors.scaleAndShift(y[r], y[r], scale, shift);
        }
    }

    private void takeStatistics(float[][] x, int firstRow, int endRow) {
        Arrays.fill(batchMean, 0);
        Arrays.fill(batchVariance, 0);
        for (int r = firstRow; r < endRow; r++) {
            Vectors.add(batchMean, x[r]);
        }
        Vectors.multiply(batchMean, 1f / (endRow - firstRow));
        for (int r = firstRow; r < endRow; r++) {
            Vectors.addSquaredDistance(batchVariance, x[r], batchMean);
        }
        Vectors.multiply(batchVariance, 1f / (endRow - firstRow));
    }

    private void moveStatistics() {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = momentum * mean[i] + renewal * batchMean[i];
            variance[i] = momentum * variance[i] + renewal * batchVariance[i];
        }
        movingMean.put(from, mean, mean.length);
        movingVariance.put(from, variance, variance.length);
    }

    private void normaliseWithOwn(float[][] x, float[][] y, int firstRow, int endRow) {
        for (int i = 0; i < batchVariance.length; i++) {
            inverseDeviation[i] = 1 / (float) Math.sqrt(batchVariance[i] + epsilon);
        }
        for (int r = firstRow; r < endRow; r++) {
            Vectors.centerAndScale(normalised[r - firstRow], x[r], batchMean, inverseDeviation);
            Vectors.scaleAndShift(y[r], normalised[r - firstRow], scale, shift);
        }
    }
}
