package io.github.gan4j.exercise;

import java.util.Locale;

/** With one weight the penalty, its slope and the best critic can be found on paper. */
final class PenaltyOnPaper {
    private static final double[] WEIGHTS = {1, 2, 0.5, -1, -3};
    private static final double[][] PIXELS = {{1, -1}, {-1, 1}, {0.5, 0}, {-0.8, 0.8}, {5, 0}}; // real, fake

    static final Exercise EXERCISE =
            new Exercise(17, "The penalty of a critic with one weight", """
            A picture has one pixel x, and the critic one weight w: score = w * x. How long is the score's gradient by
            x? Find on paper the penalty (weight 10), its derivative by w, the w at which the critic's loss is lowest,
            score(fake) - score(real) + penalty, and the estimate that this critic gives.
            """, """
            import static java.lang.Math.*;

            double penalty(double w) { return 0; }

            double slope(double w) { return 0; }

            double best(double real, double fake) { return 1; }

            double estimate(double real, double fake) { return 0; }

            check(17, new OneWeight(w -> penalty(w), w -> slope(w), (r, f) -> best(r, f), (r, f) -> estimate(r, f)));
            """, """
            import static java.lang.Math.*;

            double penalty(double w) { return 10 * pow(abs(w) - 1, 2); }

            double slope(double w) { return 20 * (abs(w) - 1) * signum(w); }

            double best(double real, double fake) { return signum(real - fake) + (real - fake) / 20; }

            double estimate(double real, double fake) { return best(real, fake) * (real - fake); }

            check(17, new OneWeight(w -> penalty(w), w -> slope(w), (r, f) -> best(r, f), (r, f) -> estimate(r, f)));
            """, """
            The gradient is w wherever x is, and its length |w|: a weight of -1 is as good as one of 1. The loss is
            lowest where its derivative is 0: fake - real + slope(w) = 0. So w is 1, or -1 if the fake is the greater,
            and a little more: a twentieth of the distance, for the penalty only pulls, and does not forbid. The
            estimate is therefore d + d * d / 20 for pixels that are d apart. That is almost how far the earth must be
            carried, and it falls as the fake comes nearer; the loss with its penalty, or a sigmoid, would not say so.
            """, PenaltyOnPaper::judge);

    private PenaltyOnPaper() {}

    private static String judge(Object answer) {
        var critic = WrongAnswer.requireType(
                OneWeight.class, "new OneWeight(penalty, slope, best, estimate) makes one.", answer);
        for (double w : WEIGHTS) {
            double miss = Math.abs(w) - 1;
            check("penalty", "w = %.1f", 10 * miss * miss, critic.penalty().applyAsDouble(w), w);
        }
        for (double w : WEIGHTS) {
            check(
                    "slope",
                    "w = %.1f",
                    20 * (Math.abs(w) - 1) * Math.signum(w),
                    critic.slope().applyAsDouble(w),
                    w);
        }
        for (var pixels : PIXELS) {
            checkBest(critic, pixels[0], pixels[1]);
        }
        return "a weight a little beyond 1 or -1, and an estimate a little beyond the distance.";
    }

    private static void checkBest(OneWeight critic, double real, double fake) {
        var where = "a real pixel of %.1f and a fake of %.1f";
        double apart = real - fake;
        double weight = Math.signum(apart) + apart / 20;
        check("best", where, weight, critic.best().applyAsDouble(real, fake), real, fake);
        check("estimate", where, weight * apart, critic.estimate().applyAsDouble(real, fake), real, fake);
    }

    private static void check(String name, String where, double right, double found, Object... at) {
        WrongAnswer.require(
                Math.abs(found - right) < 1e-6,
                "%s: at %s it cannot be %.3f. %s",
                name,
                String.format(Locale.ROOT, where, at),
                found,
                hint(name));
    }

    private static String hint(String name) {
        return switch (name) {
            case "penalty" -> "How long is the gradient, and how far is that from 1?";
            case "slope" -> "Take w a little greater: does the penalty rise or fall, and how fast?";
            case "best" -> "Where is the derivative of the whole loss 0?";
            default -> "It is the difference of two scores, without the penalty.";
        };
    }
}
