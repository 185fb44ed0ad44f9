// 7. Unequal learning rates: who wins, and when?
// Let the discriminator win within 60 steps by the learning rates alone: over the last 10 steps its
// mean loss is below 0.003, and the generator's above 4. Hand over the losses. Then try it the other
// way round: what do the losses look like when the generator is too fast?

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;

var options = GanOptions.defaults().withLearningRate(2e-4).withDiscriminatorLearningRate(2e-4);
var gan = buildGan(buildGenerator(), buildDiscriminator(), options);
var digits = syntheticDigits(1_000, 42);
var losses = train(gan, digits, 60);

check(7, losses);
