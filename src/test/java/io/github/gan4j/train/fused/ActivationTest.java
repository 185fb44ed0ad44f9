package io.github.gan4j.train.fused;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.internal.NativeTuning;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.factory.Nd4j;

/** Activations at the ends of the number line, as a network that diverges reaches them, are DL4J's. */
class ActivationTest {
    static {
        NativeTuning.ensure(); // before ND4J is loaded here, as everywhere
    }

    private static final float[] EDGES = {
        Float.NEGATIVE_INFINITY,
        -Float.MAX_VALUE,
        -1.5f,
        -Float.MIN_NORMAL,
        -0f,
        0f,
        Float.MIN_NORMAL,
        1.5f,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    private record Pair(Activation ours, IActivation theirs) {}

    static Stream<Named<Pair>> activations() {
        return Stream.of(
                Named.of("ReLU", new Pair(new Activation.Leaky(0), new ActivationReLU())),
                Named.of("leaky ReLU", new Pair(new Activation.Leaky(0.2f), new ActivationLReLU(0.2))),
                Named.of("identity", new Pair(new Activation.Leaky(1), new ActivationIdentity())),
                Named.of("tanh", new Pair(new Activation.Tanh(), new ActivationTanH())));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void areDl4jsAtTheEdges(Pair pair) {
        var ours = EDGES.clone();
        pair.ours.forward(ours, new float[ours.length]);
        var theirs =
                pair.theirs.getActivation(Nd4j.createFromArray(EDGES), true).toFloatVector();
        assertArrayEquals(theirs, ours, 4e-7f);
    }

    /** Not at 0 itself nor where there is no number: a leaky ReLU has no slope there, and everybody chooses one. */
    @ParameterizedTest
    @MethodSource("activations")
    void haveDl4jsSlopesAtTheEdges(Pair pair) {
        var edges = EDGES.clone();
        edges[4] = 1;
        edges[5] = 1;
        edges[10] = 1;
        var output = edges.clone();
        pair.ours.forward(output, new float[output.length]);
        var ours = Nd4j.ones(output.length).toFloatVector();
        pair.ours.backward(ours, output);
        var theirs = pair.theirs
                .backprop(Nd4j.createFromArray(edges), Nd4j.ones(edges.length))
                .getFirst()
                .toFloatVector();
        assertArrayEquals(theirs, ours, 1e-6f);
    }

    @Test
    void tanhIsNearAndWithinOneEverywhere() {
        for (int bits = 0; bits < Float.floatToIntBits(20); bits += 101) {
            float z = Float.intBitsToFloat(bits);
            float tanh = Vectors.tanh(z);
            assertEquals(Math.tanh(z), tanh, 4e-7, () -> "tanh of " + z);
            assertTrue(tanh <= 1, () -> "tanh of " + z);
            assertEquals(-tanh, Vectors.tanh(-z), () -> "tanh of " + -z);
        }
    }

    @Test
    void leakSlopesAreExactForEverySign() {
        var outputs = new float[] {Float.MIN_VALUE, 1e-39f, Float.MIN_NORMAL, 1, 0, -0f, -Float.MIN_VALUE, -1};
        for (float slope : new float[] {0, 0.2f, 0.3f, 1}) {
            var delta = new float[] {3, 3, 3, 3, 3, 3, 3, 3};
            Vectors.multiplyByLeakSlope(delta, outputs, slope);
            float leaked = 3 * slope;
            assertArrayEquals(new float[] {3, 3, 3, 3, leaked, leaked, leaked, leaked}, delta);
        }
    }
}
