package io.github.gan4j.exercise;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A one-hot vector lets a unit pick any digits, a number only those from one on or up to one. */
final class WhyOneHot {
    static final Exercise EXERCISE =
            new Exercise(15, "Why one-hot, and not the number itself", """
            A unit of a first layer sums weight times input, adds its bias, and answers if the sum is above 0. Let it
            answer for some digits and no others, {2, 3, 7} say. The label comes as ten numbers, a single 1 among
            zeros: which ten weights and bias do that? Then the label comes as one number, 0 to 9: for which digits
            are there a weight and a bias that do it?
            """, """
            import java.util.*;

            double[] oneHot(Set<Integer> digits) { return new double[11]; } // ten weights, and last the bias

            boolean withNumber(Set<Integer> digits) { return true; }

            check(15, new LabelUnits(digits -> oneHot(digits), digits -> withNumber(digits)));
            """, """
            import java.util.*;
            import java.util.stream.*;

            double[] oneHot(Set<Integer> digits) { // ten weights, and last the bias
                return IntStream.rangeClosed(0, 10).mapToDouble(i -> digits.contains(i) ? 1 : i == 10 ? -0.5 : 0).toArray();
            }

            boolean withNumber(Set<Integer> digits) {
                long changes = IntStream.range(0, 9).filter(i -> digits.contains(i) != digits.contains(i + 1)).count();
                return changes <= 1;
            }

            check(15, new LabelUnits(digits -> oneHot(digits), digits -> withNumber(digits)));
            """, """
            Behind one-hot each digit has a weight of its own, and a unit can pick any of the 1,024 sets of digits. Along
            one number the sum w * label + b only rises or only falls, so it passes 0 once at most: 20 sets are left,
            those up to a digit or from one on. A seven alone takes several units, which training must first find; and
            the number says that a seven is more like an eight than like a one, which is true of no digit.
            """, WhyOneHot::judge);

    private WhyOneHot() {}

    private static String judge(Object answer) {
        var units = WrongAnswer.requireType(LabelUnits.class, "new LabelUnits(oneHot, withNumber) makes one.", answer);
        for (int set = 0; set < 1 << 10; set++) {
            int bits = set;
            var digits = IntStream.range(0, 10)
                    .filter(digit -> (bits >> digit & 1) == 1)
                    .boxed()
                    .collect(Collectors.toUnmodifiableSet());
            checkOneHot(digits, units.oneHot().apply(digits));
            checkWithNumber(digits, units.withNumber().test(digits));
        }
        return "any of 1,024 sets of digits behind one-hot, 20 of them with the number.";
    }

    private static void checkOneHot(Set<Integer> digits, double[] unit) {
        WrongAnswer.require(
                unit.length == 11, "oneHot: ten weights and a bias are 11 numbers, but there are %d.", unit.length);
        for (int digit = 0; digit < 10; digit++) {
            double sum = unit[digit] + unit[10]; // the other nine inputs are 0
            WrongAnswer.require(
                    sum > 0 == digits.contains(digit),
                    "oneHot: for the digits %s the sum at %d is %.2f.",
                    sorted(digits),
                    digit,
                    sum);
        }
    }

    private static void checkWithNumber(Set<Integer> digits, boolean found) {
        long changes = IntStream.range(0, 9)
                .filter(digit -> digits.contains(digit) != digits.contains(digit + 1))
                .count();
        WrongAnswer.require(
                found == changes <= 1,
                "withNumber: for the digits %s it says %s. Draw w * label + b over the labels 0 to 9: how often does it pass 0?",
                sorted(digits),
                found);
    }

    private static String sorted(Set<Integer> digits) {
        return digits.stream().sorted().map(Object::toString).collect(Collectors.joining(", ", "{", "}"));
    }
}
