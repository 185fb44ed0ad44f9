// 9. A walk through the noise
// Find two noise vectors [1, 100], such as training draws, whose pictures are two different digits,
// each clear enough that the digit classifier is 80 % sure. In between one turns into the other:
// `show(plotInterpolation(gan, from, to))`. The pair has to be trained first; 2,000 steps are enough.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;

var gan = buildGan(buildGenerator(), buildDiscriminator());
var walk = new Walk(gan, Noise.TRAINING.draw(1, 7), Noise.TRAINING.draw(1, 8));

check(9, walk);
