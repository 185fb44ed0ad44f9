// 11. Find the bugs: five published mistakes
// Each of these five small programs has a mistake that GANs were published with: labels the wrong way
// round (reals come first), a discriminator frozen for ever, pixels in 0..1 for a generator that ends in
// tanh, greys out of range, parameters copied the wrong way (the stack has learned). Mend them.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

INDArray labels(int half) { return Nd4j.vstack(Nd4j.zeros(half, 1), Nd4j.ones(half, 1)); }

void step(GanPieces.Turns turns) {
    turns.trainDiscriminator();
    turns.setTrainable(false);
    turns.trainStack();
}

double pixel(int grey) { return grey / 255.0; }

int grey(double pixel) { return (int) ((pixel + 1) * 2 * 255); }

void copy(double[] stack, double[] generator) { System.arraycopy(generator, 0, stack, 0, stack.length); }

check(11, new GanPieces(n -> labels(n), t -> step(t), g -> pixel(g), p -> grey(p), (s, g) -> copy(s, g)));
