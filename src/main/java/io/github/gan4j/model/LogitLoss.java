package io.github.gan4j.model;

import io.github.gan4j.Loss;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss of the logit for DL4J's output layer, whose own activation plays no part in it. */
abstract class LogitLoss implements ILossFunction {
    private static final long serialVersionUID = 1L;

    abstract Loss perImage();

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, preOutput, activation, mask)
                .sumNumber()
                .doubleValue();
        return average ? sum / preOutput.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        var scores = preOutput.ulike();
        for (long i = 0; i < preOutput.length(); i++) {
            scores.putScalar(i, perImage().loss(preOutput.getDouble(i), labels.getDouble(i)));
        }
        return masked(scores, mask).sum(true, 1); // [batch, 1]
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        var gradients = preOutput.ulike();
        for (long i = 0; i < preOutput.length(); i++) {
            gradients.putScalar(i, perImage().gradient(preOutput.getDouble(i), labels.getDouble(i)));
        }
        return masked(gradients, mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return Pair.of(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public String name() {
        return toString();
    }

    @Override
    public boolean equals(Object other) {
        return other != null && other.getClass() == getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }

    private static INDArray masked(INDArray values, INDArray mask) {
        return mask == null ? values : values.muliColumnVector(mask);
    }
}
