package io.github.gan4j.exercise;

import io.github.gan4j.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** LSGAN (Mao et al. 2017). */
final class LeastSquaresLoss {
    private static final List<double[]> POINTS = points(); // logit and label

    static final Exercise EXERCISE =
            new Exercise(10, "Least squares for cross-entropy", """
            `Loss.LEAST_SQUARES` of a logit z and a label y is `((z + 1) / 2 - y)^2`. Write its derivative by z.
            Then compare: how hard does each loss pull at a fake that the discriminator takes for real?
            """, """
            import java.util.function.*;

            DoubleBinaryOperator gradient = (z, y) -> 1 / (1 + Math.exp(-z)) - y; // that of the cross-entropy

            check(10, gradient);
            """, """
            import java.util.function.*;

            DoubleBinaryOperator gradient = (z, y) -> (z + 1) / 2 - y;

            for (double z : new double[] {0, 3, 8}) {
                double entropy = Loss.CROSS_ENTROPY.gradient(z, 0);
                System.out.printf("z = %.0f: least squares %.2f, cross-entropy %.2f%n", z, gradient.applyAsDouble(z, 0), entropy);
            }

            check(10, gradient);
            """, """
            The square gives a factor 2, the score (z + 1) / 2 a factor 1 / 2, and both cancel. For a fake, y = 0, the
            cross-entropy never pulls with more than 1, however wrong the discriminator is; least squares pulls the harder
            the further off it is. A pair is trained on it with withLoss(Loss.LEAST_SQUARES) of GanOptions.
            """, LeastSquaresLoss::judge);

    private LeastSquaresLoss() {}

    private static String judge(Object answer) {
        var found = WrongAnswer.requireType(
                DoubleBinaryOperator.class, "Declare it: DoubleBinaryOperator gradient = ...", answer);
        DoubleBinaryOperator right =
                (z, y) -> (Loss.LEAST_SQUARES.loss(z + 1e-5, y) - Loss.LEAST_SQUARES.loss(z - 1e-5, y)) / 2e-5;
        WrongAnswer.require(
                !isSame(found, Loss.CROSS_ENTROPY::gradient), "this is the derivative of the cross-entropy.");
        WrongAnswer.require(!isSame(found, Loss.LEAST_SQUARES::loss), "this is the loss itself.");
        WrongAnswer.require(!isSame(found, (z, y) -> -right.applyAsDouble(z, y)), "the sign is the wrong way round.");
        WrongAnswer.require(
                !isSame(found, (z, y) -> 2 * right.applyAsDouble(z, y)),
                "this is the derivative by the score (z + 1) / 2; the chain rule has one more factor.");
        for (var point : POINTS) {
            checkAt(point[0], point[1], found, right);
        }
        return "at z = 8 and y = 0 it pulls with 4.5, the cross-entropy with 1; at z = 0 both pull with 0.5.";
    }

    private static void checkAt(double z, double y, DoubleBinaryOperator found, DoubleBinaryOperator right) {
        WrongAnswer.require(
                isNear(found.applyAsDouble(z, y), right.applyAsDouble(z, y)),
                "at z = %.1f and y = %.1f the loss changes by %.3f for 1 of z, but this says %.3f.",
                z,
                y,
                right.applyAsDouble(z, y),
                found.applyAsDouble(z, y));
    }

    private static boolean isSame(DoubleBinaryOperator one, DoubleBinaryOperator other) {
        return POINTS.stream()
                .allMatch(at -> isNear(one.applyAsDouble(at[0], at[1]), other.applyAsDouble(at[0], at[1])));
    }

    /** The first two are easy to follow, so that a hint names them where it can. */
    private static List<double[]> points() {
        var points = new ArrayList<>(List.of(new double[] {3, 0}, new double[] {3, 1}));
        for (double z = -8; z <= 8; z += 0.5) {
            for (double y : new double[] {0, 0.9, 1}) {
                points.add(new double[] {z, y});
            }
        }
        return List.copyOf(points);
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) < 1e-3;
    }
}
