// 3. Read the losses: which run is which?
// A, B, C and D are four runs of 200 steps. One is the tutorial's, in one the discriminator is frozen,
// in one the generator is frozen, and one has the least squares loss. Look, and name each of them:
// "tutorial", "discriminator frozen", "generator frozen", "least squares".

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import java.util.*;

show(plotLosses(LossCurves.of("A"))); // and B, C, D

var names = Map.of("A", "tutorial", "B", "", "C", "", "D", "");

check(3, names);
