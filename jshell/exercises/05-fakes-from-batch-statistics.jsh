// 5. Fakes from batch statistics
// In the tutorial the discriminator's fakes come from inference mode, where batch normalisation
// takes its moving statistics; the generator's own update takes those of the batch. Draw the 32
// fakes of this noise in training mode. By how much do the pictures differ?

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;

var generator = buildGenerator();
var noise = Noise.TRAINING.draw(32, 5);
var fakes = generator.network().output(noise, false);

check(5, fakes);
