package io.github.gan4j.train;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * An output layer's loss that keeps the logits of the training pass. Nobody else sees them: under dropout or weight noise
 * another pass has others, and DL4J frees what lies between its layers.
 */
final class WatchedLoss implements ILossFunction, AutoCloseable {
    private static final long serialVersionUID = 1L;

    private final transient BaseOutputLayer layer;
    private final ILossFunction loss;
    private double[] logits = {};

    /** Takes the place of the layer's loss until it is closed. */
    WatchedLoss(BaseOutputLayer layer) {
        this.layer = layer;
        this.loss = layer.getLossFn();
        layer.setLossFn(this);
    }

    @Override
    public void close() {
        layer.setLossFn(loss);
    }

    /** The logits [batch] that the last gradient was taken at. */
    double[] logits() {
        return logits;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        watch(preOutput);
        return loss.computeGradient(labels, preOutput, activation, mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        watch(preOutput);
        return loss.computeGradientAndScore(labels, preOutput, activation, mask, average);
    }

    private void watch(INDArray preOutput) {
        logits = preOutput.dup('c').data().asDouble();
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return loss.computeScore(labels, preOutput, activation, mask, average);
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        return loss.computeScoreArray(labels, preOutput, activation, mask);
    }

    @Override
    public String name() {
        return loss.name();
    }
}
