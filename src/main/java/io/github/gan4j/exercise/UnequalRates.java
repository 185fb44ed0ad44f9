package io.github.gan4j.exercise;

import io.github.gan4j.LossHistory;
import java.util.Arrays;
import java.util.Locale;

/** What happens when one network learns faster than the other. */
final class UnequalRates {
    private static final int MAX = 100;
    private static final int END = 10; // steps that are averaged
    private static final double WON = 0.003;

    static final Exercise EXERCISE =
            new Exercise(7, "Unequal learning rates: who wins, and when?", """
            Let the discriminator win within 60 steps by the learning rates alone: over the last 10 steps its
            mean loss is below 0.003, and the generator's above 4. Hand over the losses. Then try it the other
            way round: what do the losses look like when the generator is too fast?
            """, """
            var options = GanOptions.defaults().withLearningRate(2e-4).withDiscriminatorLearningRate(2e-4);
            var gan = buildGan(buildGenerator(), buildDiscriminator(), options);
            var digits = syntheticDigits(1_000, 42);
            var losses = train(gan, digits, 60);

            check(7, losses);
            """, """
            var options = GanOptions.defaults().withLearningRate(1e-5).withDiscriminatorLearningRate(1e-3);
            var gan = buildGan(buildGenerator(), buildDiscriminator(), options);
            var digits = syntheticDigits(1_000, 42);
            var losses = train(gan, digits, 60);

            show(plotLosses(losses));

            var other = GanOptions.defaults().withLearningRate(1e-3).withDiscriminatorLearningRate(1e-5);
            var fooled = buildGan(buildGenerator(), buildDiscriminator(), other);
            var fooledLosses = train(fooled, digits, 60);

            show(plotLosses(fooledLosses));

            check(7, losses);
            """, """
            With a hundredth of the discriminator's learning rate the generator cannot follow: in the first chart the
            discriminator is right from the fifth step on and has little left to learn, while every fake is found out.
            The other way round the generator's loss goes to 0 and the discriminator's up to about 1.9, where it stays:
            it takes the fakes for real. A small generator loss says only that this discriminator is fooled, and nothing
            about the pictures.
            """, UnequalRates::judge);

    private UnequalRates() {}

    private static String judge(Object answer) {
        var losses = WrongAnswer.requireType(LossHistory.class, "train(...) gives one.", answer);
        WrongAnswer.require(losses.size() >= 2 * END, "%d steps are too few to tell.", losses.size());
        WrongAnswer.require(
                losses.get(0).step() == 1,
                "begin with a new pair: these losses begin at step %d.",
                losses.get(0).step());
        WrongAnswer.require(losses.size() <= MAX, "60 steps are enough, but this took %d.", losses.size());
        var end = losses.last(END);
        double discriminator = mean(end.discriminator());
        double generator = mean(end.generator());
        WrongAnswer.require(
                discriminator < WON,
                "at the end the discriminator's loss is %.3f and the generator's %.2f: %s.",
                discriminator,
                generator,
                discriminator > 0.5 ? "the generator is ahead" : "that is ahead, but has not won yet");
        WrongAnswer.require(
                generator > 4,
                "the discriminator is right, but the generator's loss is only %.2f: it still resists.",
                generator);
        return String.format(
                Locale.ROOT,
                "from step %d on the discriminator's loss stays below 0.1, and the generator's ends at %.1f.",
                settled(losses),
                generator);
    }

    /** The first step after which the discriminator's loss stays below 0.1. */
    private static int settled(LossHistory losses) {
        int step = losses.size();
        while (step > 1 && losses.get(step - 1).discriminator() < 0.1) {
            step--;
        }
        return losses.get(step - 1).step() + 1;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
