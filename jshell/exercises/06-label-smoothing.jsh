// 6. Label smoothing
// `GanOptions.defaults().withRealLabel(0.9)` tells the discriminator that a real image is real with
// probability 0.9; fakes stay at 0. Half of its batch is real. What is the lowest loss, in nats,
// that the discriminator can reach now?

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;

double lowest = 0;

check(6, lowest);
