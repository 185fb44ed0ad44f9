// 11. Find the bugs: five published mistakes
// Each of these five pieces has a mistake that GANs were published with: labels the wrong way round,
// a discriminator frozen for ever, pixels in 0..1 for a generator that ends in tanh, greys out of
// range, parameters copied the wrong way. Mend them, in any order.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
class Mine implements GanPieces {
    public INDArray labels(int half) { return Nd4j.vstack(Nd4j.zeros(half, 1), Nd4j.ones(half, 1)); }

    public void step(Turns turns) {
        turns.trainDiscriminator();
        turns.setTrainable(false);
        turns.trainStack();
    }

    public double pixel(int grey) { return grey / 255.0; }

    public int grey(double pixel) { return (int) ((pixel + 1) * 2 * 255); }

    public void copy(double[] stack, double[] generator) {
        System.arraycopy(generator, 0, stack, 0, stack.length);
    }
}
check(11, new Mine());
