// 17. The penalty of a critic with one weight
// A picture has one pixel x, and the critic one weight w: score = w * x. How long is the score's gradient by
// x? Find on paper the penalty (weight 10), its derivative by w, the w at which the critic's loss is lowest,
// score(fake) - score(real) + penalty, and the estimate that this critic gives.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import static java.lang.Math.*;

double penalty(double w) { return 0; }

double slope(double w) { return 0; }

double best(double real, double fake) { return 1; }

double estimate(double real, double fake) { return 0; }

check(17, new OneWeight(w -> penalty(w), w -> slope(w), (r, f) -> best(r, f), (r, f) -> estimate(r, f)));
