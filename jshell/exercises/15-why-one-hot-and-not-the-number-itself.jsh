// 15. Why one-hot, and not the number itself
// A unit of a first layer sums weight times input, adds its bias, and answers if the sum is above 0. Let it
// answer for some digits and no others, {2, 3, 7} say. The label comes as ten numbers, a single 1 among
// zeros: which ten weights and bias do that? Then the label comes as one number, 0 to 9: for which digits
// are there a weight and a bias that do it?

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import java.util.*;

double[] oneHot(Set<Integer> digits) { return new double[11]; } // ten weights, and last the bias

boolean withNumber(Set<Integer> digits) { return true; }

check(15, new LabelUnits(digits -> oneHot(digits), digits -> withNumber(digits)));
