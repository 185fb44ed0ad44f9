// 2. ReLU for leaky ReLU
// Hidden layers of the tutorial let a fifth of a negative value through. Build the same pair with
// plain ReLU, which lets nothing through, in both networks; then train both pairs and compare.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;

var relu = NetworkOptions.defaults();
var gan = buildGan(buildGenerator(relu), buildDiscriminator(relu));

check(2, gan);
