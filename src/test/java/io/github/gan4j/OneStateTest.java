package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.atomic.AtomicBoolean;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is measured is one state of the pair, whatever other threads do meanwhile. */
@Timeout(120)
class OneStateTest {
    private static final Images DIGITS = Gan4j.syntheticDigits(100, 1);
    private static final EvaluationOptions MANY = EvaluationOptions.defaults().withCount(8_000);

    @Test
    void anEvaluationIsOfTheStepThatItNames() throws Exception {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var done = new AtomicBoolean();
        var other = new Thread(() -> trainUntil(done, gan));
        other.start();
        var evaluation = firstThatIsAllowed(gan);
        done.set(true);
        other.join();

        var twin = SmallPair.of(8, GanOptions.defaults());
        while (twin.step() < evaluation.step()) {
            Gan4j.trainStep(twin, DIGITS);
        }
        assertEquals(Gan4j.evaluate(twin, MANY).frechetDistance(), evaluation.frechetDistance());
    }

    @Test
    void theDiscriminatorIsReadWhileThePairIsHeld() {
        var judge = new Watched();
        var gan = Gan4j.buildGan(SmallPair.generator(8), new Discriminator(judge));
        var losses = Gan4j.train(gan, DIGITS, 30);
        judge.gan = gan;
        Gan4j.diagnose(losses, gan);
        assertEquals(30, gan.step(), "steps, though another thread tried while the discriminator was read");
    }

    /** A discriminator at whose every answer another thread tries to train the pair. */
    @SuppressWarnings("overrides") // DL4J's own
    private static final class Watched extends MultiLayerNetwork {
        private static final long serialVersionUID = 1;

        private transient @Nullable Gan gan;

        Watched() {
            super(SmallPair.discriminator(8).network().getLayerWiseConfigurations());
            init();
        }

        @Override
        public INDArray output(INDArray input) {
            if (gan != null) {
                var other = new Thread(() -> trains(gan));
                other.setDaemon(true);
                other.start();
                awaitOrLeave(other);
            }
            return super.output(input);
        }

        /** One that waits until the pair is free is as right as one that is refused. */
        private static void awaitOrLeave(Thread other) {
            try {
                other.join(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void trainUntil(AtomicBoolean done, Gan gan) {
        while (!done.get()) {
            trains(gan);
        }
    }

    private static boolean trains(Gan gan) {
        try {
            Gan4j.trainStep(gan, DIGITS);
            return true;
        } catch (IllegalStateException e) {
            return false; // the pair is held
        }
    }

    /** The pair is free between two steps, and an evaluation that has begun there is not turned away in its middle. */
    private static Evaluation firstThatIsAllowed(Gan gan) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < end) {
            try {
                return Gan4j.evaluate(gan, MANY);
            } catch (IllegalStateException e) {
                Thread.onSpinWait(); // a step is under way
            }
        }
        return fail("no evaluation came to its end while another thread trained");
    }
}
