package io.github.gan4j.train.fused;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Batch normalisation of some units of a layer, or of an image's channels over all its pixels (tutorial step 4: biased
 * variance, also in the moving average). What is kept for each lane of a row is spread from the channels.
 */
final class BatchNorm {
    private final float epsilon;
    private final float momentum;
    private final float renewal; // 1 - momentum, rounded once
    private final int from;
    private final Lanes lanes;
    private final Parameters gamma;
    private final Parameters beta;
    private final NativeMatrix movingMean;
    private final NativeMatrix movingVariance;

    private final float[] mean; // of each channel, moving
    private final float[] variance;
    private final float[] batchMean;
    private final float[] batchVariance;
    private final float[] gammaGradient;
    private final float[] betaGradient;
    private final float[] ofChannels;

    private final float[] center; // of each lane
    private final float[] inverseDeviation;
    private final float[] scale; // gamma
    private final float[] shift; // beta
    private final float[] sum;
    private final float[] sumAlong;
    private final float[] slope; // gamma / deviation
    private float share;

    BatchNorm(MultiLayerNetwork network, int layer, int from, Lanes lanes) {
        var configuration = (BatchNormalization) network.getLayer(layer).conf().getLayer();
        this.epsilon = (float) configuration.getEps();
        this.momentum = (float) configuration.getDecay();
        this.renewal = (float) (1 - configuration.getDecay());
        this.from = from;
        this.lanes = lanes;
        this.gamma = new Parameters(network, layer, "gamma", from);
        this.beta = new Parameters(network, layer, "beta", from);
        this.movingMean = new NativeMatrix(network.getParam(layer + "_mean"), 1);
        this.movingVariance = new NativeMatrix(network.getParam(layer + "_var"), 1);
        int channels = lanes.channels();
        this.mean = new float[channels];
        this.variance = new float[channels];
        this.batchMean = new float[channels];
        this.batchVariance = new float[channels];
        this.gammaGradient = new float[channels];
        this.betaGradient = new float[channels];
        this.ofChannels = new float[channels];
        int length = lanes.length();
        this.center = new float[length];
        this.inverseDeviation = new float[length];
        this.scale = new float[length];
        this.shift = new float[length];
        this.sum = new float[length];
        this.sumAlong = new float[length];
        this.slope = new float[length];
    }

    /** Sums over the rows of one part of a layer, lane by lane. */
    static final class Sums {
        private final float[] mean;
        private final float[] squares; // of the distances from the mean
        private final float[] delta;
        private final float[] deltaAlong; // times what was normalised
        private int rows;

        Sums(int length) {
            this.mean = new float[length];
            this.squares = new float[length];
            this.delta = new float[length];
            this.deltaAlong = new float[length];
        }

        void take(float[][] x, int count) {
            rows = count;
            Arrays.fill(mean, 0);
            Arrays.fill(squares, 0);
            for (int r = 0; r < count; r++) {
                Vectors.add(mean, x[r]);
            }
            Vectors.multiply(mean, 1f / count);
            for (int r = 0; r < count; r++) {
                Vectors.addSquaredDistance(squares, x[r], mean);
            }
        }

        void takeGradient(float[][] gradient, float[][] normalised, int count) {
            Arrays.fill(delta, 0);
            Arrays.fill(deltaAlong, 0);
            for (int r = 0; r < count; r++) {
                Vectors.add(delta, gradient[r]);
                Vectors.addProduct(deltaAlong, gradient[r], normalised[r]);
            }
        }
    }

    /** Takes the moving statistics, as inference does. */
    void useMoving() {
        readMoving();
        use(mean, variance);
    }

    /** Takes the statistics of the batch, which all parts together have, and moves the moving ones. */
    void useBatch(List<Sums> parts) {
        int values = parts.stream().mapToInt(part -> part.rows).sum() * lanes.pixels();
        Arrays.fill(batchMean, 0);
        Arrays.fill(batchVariance, 0);
        for (var part : parts) {
            addMean(part, (float) part.rows / values);
        }
        for (var part : parts) {
            addVariance(part);
        }
        Vectors.multiply(batchVariance, 1f / values);
        share = 1f / values;
        readMoving();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = momentum * mean[i] + renewal * batchMean[i];
            variance[i] = momentum * variance[i] + renewal * batchVariance[i];
        }
        movingMean.put(from, mean, mean.length);
        movingVariance.put(from, variance, variance.length);
        use(batchMean, batchVariance);
    }

    private void addMean(Sums part, float weight) {
        for (int i = 0; i < part.mean.length; i++) {
            batchMean[i % lanes.channels()] += weight * part.mean[i];
        }
    }

    /** The squares around the common mean: those around a lane's own, and its own's distance for each of its rows. */
    private void addVariance(Sums part) {
        for (int i = 0; i < part.mean.length; i++) {
            int channel = i % lanes.channels();
            float distance = part.mean[i] - batchMean[channel];
            batchVariance[channel] += part.squares[i] + part.rows * distance * distance;
        }
    }

    private void readMoving() {
        movingMean.get(from, mean, mean.length);
        movingVariance.get(from, variance, variance.length);
    }

    private void use(float[] means, float[] variances) {
        for (int i = 0; i < variances.length; i++) {
            ofChannels[i] = 1 / (float) Math.sqrt(variances[i] + epsilon);
        }
        lanes.spread(ofChannels, inverseDeviation);
        lanes.spread(means, center);
        gamma.get(ofChannels);
        lanes.spread(ofChannels, scale);
        beta.get(ofChannels);
        lanes.spread(ofChannels, shift);
    }

    /** y = (x - mean) / deviation. */
    void normalise(float[] y, float[] x) {
        Vectors.centerAndScale(y, x, center, inverseDeviation);
    }

    /** y = x * gamma + beta. */
    void scaleAndShift(float[] y, float[] x) {
        Vectors.scaleAndShift(y, x, scale, shift);
    }

    /** Takes the gradients of gamma and beta, which all parts together have. */
    void takeGradients(List<Sums> parts) {
        Arrays.fill(betaGradient, 0);
        Arrays.fill(gammaGradient, 0);
        for (var part : parts) {
            lanes.fold(part.delta, betaGradient);
            lanes.fold(part.deltaAlong, gammaGradient);
        }
        lanes.spread(betaGradient, sum);
        lanes.spread(gammaGradient, sumAlong);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = scale[i] * inverseDeviation[i];
        }
    }

    /** Turns the gradient at the output of a row into the one at its input. */
    void backward(float[] delta, float[] normalised) {
        Vectors.normBackward(delta, normalised, slope, sum, sumAlong, share);
    }

    void update(Adam adam, Parameters.Scratch scratch) {
        gamma.update(gammaGradient, adam, scratch);
        beta.update(betaGradient, adam, scratch);
    }
}
