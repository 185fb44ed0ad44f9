// 1. The same noise for training and plotting
// The tutorial trains on normal(-1, 1) / 2 but draws its pictures from normal(0, 1), vectors
// that its generator has never met. Draw 64 noise vectors [64, 100] as in training.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;

var noise = Noise.STANDARD.draw(64, 7);

check(1, noise);
