package io.github.gan4j.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gan4j.Loss;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

class SigmoidCrossEntropyTest {
    @Test
    void isThatOfTheProbability() {
        double p = 1 / (1 + Math.exp(-1.3));
        assertEquals(-Math.log(p), Loss.CROSS_ENTROPY.loss(1.3, 1), 1e-12);
        assertEquals(-Math.log(1 - p), Loss.CROSS_ENTROPY.loss(1.3, 0), 1e-12);
        assertEquals(p - 0.9, Loss.CROSS_ENTROPY.gradient(1.3, 0.9), 1e-12);
    }

    @Test
    void teachesADiscriminatorThatIsSure() { // tutorial step 4
        assertEquals(-1, Loss.CROSS_ENTROPY.gradient(-40, 1), 1e-12);
        assertEquals(40, Loss.CROSS_ENTROPY.loss(-40, 1), 1e-12);
    }

    @Test
    void isZeroOrInfiniteWhereTheLogitIsInfinite() {
        double all = Double.POSITIVE_INFINITY;
        assertEquals(0, Loss.CROSS_ENTROPY.loss(all, 1));
        assertEquals(0, Loss.CROSS_ENTROPY.loss(-all, 0));
        assertEquals(all, Loss.CROSS_ENTROPY.loss(-all, 1));
        assertEquals(all, Loss.CROSS_ENTROPY.loss(all, 0));
        assertEquals(all, Loss.CROSS_ENTROPY.loss(all, 0.9));
        assertEquals(all, Loss.CROSS_ENTROPY.loss(-all, 0.9));
        assertEquals(Double.NaN, Loss.CROSS_ENTROPY.loss(Double.NaN, 1));
    }

    @Test
    void agreesWithDl4jsWhereThatDoesNotClip() {
        var logits = Nd4j.createFromArray(-2f, -0.5f, 0.1f, 3f).reshape(4, 1);
        var labels = Nd4j.createFromArray(1f, 0f, 1f, 0f).reshape(4, 1);
        var sigmoid = new ActivationSigmoid();
        var ours = new SigmoidCrossEntropy();
        var theirs = new LossBinaryXENT(1e-7, null);
        assertEquals(
                theirs.computeScore(labels, logits.dup(), sigmoid, null, true),
                ours.computeScore(labels, logits, sigmoid, null, true),
                1e-6);
        assertArrayEquals(
                theirs.computeGradient(labels, logits.dup(), sigmoid, null)
                        .data()
                        .asFloat(),
                ours.computeGradient(labels, logits, sigmoid, null).data().asFloat(),
                1e-6f);
    }
}
