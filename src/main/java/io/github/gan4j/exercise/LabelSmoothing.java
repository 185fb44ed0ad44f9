package io.github.gan4j.exercise;

/** One-sided label smoothing (Salimans et al. 2016). */
final class LabelSmoothing {
    private static final double SMOOTH = 0.9;
    private static final double REAL_AT_BEST = -SMOOTH * Math.log(SMOOTH) - (1 - SMOOTH) * Math.log(1 - SMOOTH);

    static final Exercise EXERCISE = new Exercise(6, "Label smoothing", """
            `GanOptions.defaults().withRealLabel(0.9)` tells the discriminator that a real image is real with
            probability 0.9; fakes stay at 0. Half of its batch is real. What is the lowest loss, in nats,
            that the discriminator can reach now?
            """, """
            double lowest = 0;

            check(6, lowest);
            """, """
            double p = 0.9; // at best it answers 0.9 for each real image and 0 for each fake
            double real = -(p * Math.log(p) + (1 - p) * Math.log(1 - p));
            double lowest = (real + 0) / 2;

            for (double answer : new double[] {0.8, 0.9, 0.99}) {
                double cost = -(p * Math.log(answer) + (1 - p) * Math.log(1 - answer));
                System.out.printf("a real image that gets %.2f costs %.3f%n", answer, cost);
            }

            check(6, lowest);
            """, """
            A label of 0.9 makes both doubt and certainty cost something: 0.9 is the cheapest answer, and it still
            costs 0.325. Fakes can cost nothing, and the loss is the mean over both halves. So a discriminator
            loss of 0.16 that would mean trouble in the tutorial's run is the best there is in this one.
            """, LabelSmoothing::judge);

    private LabelSmoothing() {}

    private static String judge(Object answer) {
        double found =
                WrongAnswer.requireType(Number.class, "Take a double.", answer).doubleValue();
        WrongAnswer.require(
                !isNear(found, 0),
                "that is the lowest with labels 0 and 1. With 0.9, what would it cost to answer 1 for a real image?");
        WrongAnswer.require(
                !isNear(found, REAL_AT_BEST), "that is the loss of the real half; the loss is the mean over all 64.");
        WrongAnswer.require(
                !isNear(found, -Math.log(SMOOTH)) && !isNear(found, -Math.log(SMOOTH) / 2),
                "-log(0.9) is only one half of the cross-entropy: a label of 0.9 also says fake with 0.1.");
        WrongAnswer.require(
                !isNear(found, REAL_AT_BEST / 2 / Math.log(2)), "that is right in bits; the losses here are in nats.");
        WrongAnswer.require(
                isNear(found, REAL_AT_BEST / 2),
                "%.4f is too %s. Which answer p makes -(0.9 log p + 0.1 log(1 - p)) smallest?",
                found,
                found > REAL_AT_BEST / 2 ? "high" : "low");
        return "0.1625. A discriminator that answers 0.9 at most is never so sure that it stops teaching.";
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) < 0.003; // 0.16 is right too
    }
}
