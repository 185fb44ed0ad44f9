// 10. Least squares for cross-entropy
// `Loss.LEAST_SQUARES` of a logit z and a label y is `((z + 1) / 2 - y)^2`. Write its derivative by z.
// Then compare: how hard does each loss pull at a fake that the discriminator takes for real?

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import java.util.function.*;

DoubleBinaryOperator gradient = (z, y) -> 1 / (1 + Math.exp(-z)) - y; // that of the cross-entropy

check(10, gradient);
